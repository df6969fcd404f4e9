import { randomUUID } from 'node:crypto'
import { nextCalendarRun } from '@/domain/triggers/cron-runs'
import type { CronSchedule } from '@/domain/triggers/cron-schedule'
import type { WorkerEvent } from '../../runtimes/runtime'
import { timerMilliseconds } from '../../timer'
import type { CronEvent } from './cron-settings'

export interface CronTriggerOptions {
  name: string
  schedule: CronSchedule
  event: CronEvent
  /** Hands a run to the function; runs may overlap. Never rejects. */
  fire: (event: WorkerEvent) => void
}

/**
 * Fires a cron trigger until the function that is returned is called. Runs keep to the schedule, however late one of them was; of
 * those that were missed while the machine slept, one is made up for.
 */
export function startCronTrigger({ name, schedule, event, fire }: CronTriggerOptions): () => void {
  const started = Date.now()
  let timer: NodeJS.Timeout | undefined

  function wait(due: number | undefined) {
    if (due === undefined) return
    const remaining = Math.max(0, due - Date.now())
    timer = setTimeout(() => {
      const now = Date.now()
      // A wait may be longer than any timer, and timers may come a moment early.
      if (now < due) return wait(due)
      fire(eventOf(name, event))
      wait(nextRun(schedule, started, now))
    }, timerMilliseconds(remaining))
    timer.unref()
  }

  wait(nextRun(schedule, started, started))
  return () => clearTimeout(timer)
}

/** The first run after a moment, milliseconds since the epoch; intervals are counted from the start, so that they do not drift. */
export function nextRun(schedule: CronSchedule, started: number, after: number): number | undefined {
  if (schedule.kind === 'calendar') return nextCalendarRun(schedule, new Date(after))?.getTime()
  const runs = Math.floor((after - started) / schedule.milliseconds) + 1
  return started + runs * schedule.milliseconds
}

function eventOf(name: string, { body, headers, path, method }: CronEvent): WorkerEvent {
  return {
    id: randomUUID(),
    method,
    path,
    url: path,
    headers,
    fields: {},
    // A cron event has none in Nuclio either, whatever its headers say, so a body stays text.
    contentType: '',
    body: Buffer.from(body),
    timestamp: Date.now(),
    trigger: { kind: 'cron', name },
  }
}
