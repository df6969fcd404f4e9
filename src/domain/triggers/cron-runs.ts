import { Cron } from 'croner'
import type { CalendarSchedule, CronSchedule } from './cron-schedule'

/** The next time a schedule comes round after a moment; undefined when it never does. */
export function nextCalendarRun(schedule: CalendarSchedule, after: Date): Date | undefined {
  return calendar(schedule).nextRun(after) ?? undefined
}

/** The next `count` runs after a moment. An interval is counted from that moment. */
export function nextRuns(schedule: CronSchedule, after: Date, count: number): Date[] {
  if (schedule.kind === 'calendar') return calendar(schedule).nextRuns(count, after)
  return Array.from(
    { length: count },
    (_, index) => new Date(after.getTime() + (index + 1) * schedule.milliseconds),
  )
}

// Every field is spelled out, so that no reading of the pattern but our own counts.
function calendar({ fields, timeZone }: CalendarSchedule): Cron {
  const pattern = fields.map((values) => values?.join(',') ?? '*').join(' ')
  return new Cron(pattern, { timezone: timeZone, paused: true })
}
