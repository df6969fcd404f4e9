import { cronSchedule, scheduleProblem } from '@/domain/triggers/cron-schedule'
import { finding, type Finding } from './finding'
import { attributesOf, triggersOf } from './parts'
import type { Subject } from './surroundings'

/** When cron triggers fire. Nuclio takes anything, and a function whose schedule it cannot read then does not start. */
export function cron({ spec }: Subject): Finding[] {
  return triggersOf(spec).flatMap(([key, trigger]) => {
    if (trigger.kind !== 'cron' || trigger.disabled) return []
    const attributes = attributesOf(trigger)
    const problem = scheduleProblem(() => cronSchedule(attributes))
    if (!problem) return []
    const field = attributes.interval ? 'interval' : 'schedule'
    const path = ['spec', 'triggers', key, 'attributes', field]
    return [finding(`cron/${field}`, path, `Trigger "${key}" cannot run: ${problem}`)]
  })
}
