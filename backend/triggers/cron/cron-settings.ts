import type { FunctionSpec } from '@/api/generated/schema'
import { cronSchedule, ScheduleProblem, type CronSchedule } from '@/domain/triggers/cron-schedule'
import { isBranch } from '@/lib/tree'
import { BuildError } from '../../runtimes/runtime'
import { timerMilliseconds } from '../../timer'

/** What the handler gets with every run. */
export interface CronEvent {
  body: string
  /** Names in lower case. */
  headers: Record<string, string>
  path: string
  method: string
}

/** One enabled cron trigger of a function. */
export interface CronSettings {
  name: string
  schedule: CronSchedule
  event: CronEvent
  /** Triggers of one allocator share its workers; without one the trigger has its own. */
  allocator?: string
  workers: number
  /** Milliseconds that a run waits for a free worker before it is given up. */
  workerTimeout: number
}

/** The cron triggers that fire. Throws `BuildError` for one whose schedule cannot be read. */
export function cronSettings({ triggers = {} }: FunctionSpec): CronSettings[] {
  return Object.entries(triggers)
    .filter(([, trigger]) => trigger.kind === 'cron' && !trigger.disabled)
    .map(([name, trigger]) => ({
      name,
      schedule: readOrFail(name, trigger.attributes),
      event: eventOf(trigger.attributes?.event),
      allocator: trigger.workerAllocatorName || undefined,
      workers: trigger.numWorkers || trigger.maxWorkers || 1,
      workerTimeout: timerMilliseconds(trigger.workerAvailabilityTimeoutMilliseconds || 10_000),
    }))
}

function readOrFail(name: string, attributes: unknown): CronSchedule {
  try {
    return cronSchedule(attributes)
  } catch (error) {
    if (error instanceof ScheduleProblem)
      throw new BuildError(`Trigger "${name}" cannot run: ${error.message}`)
    throw error
  }
}

function eventOf(written: unknown): CronEvent {
  const event = isBranch(written) ? written : {}
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const headers = isBranch(event.headers) ? event.headers : {}
  return {
    body: text(event.body),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name.toLowerCase(),
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
    path: text(event.path) || '/',
    method: text(event.method),
  }
}
