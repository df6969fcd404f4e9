import { attribute, type TriggerField } from './trigger-field'

/** The event that a handler gets from a trigger that makes it up by itself. */
export const eventFields: readonly TriggerField[] = [
  {
    group: 'event',
    path: attribute('event', 'body'),
    label: 'Event body',
    type: 'long',
    help: 'Reaches the handler as text, whatever its headers say.',
  },
  { group: 'event', path: attribute('event', 'headers'), label: 'Event headers', type: 'map' },
  { group: 'event', path: attribute('event', 'path'), label: 'Event path', type: 'text', default: '/' },
  { group: 'event', path: attribute('event', 'method'), label: 'Event method', type: 'text' },
]

/** What a cron trigger has of its own. When it runs is drawn by a part that knows about times. */
export const cronFields: readonly TriggerField[] = [
  {
    path: attribute('interval'),
    label: 'Interval',
    type: 'duration',
    help: 'Time between two runs, such as 30s, 5m or 1h30m.',
    keywords: 'every period timer',
  },
  {
    path: attribute('schedule'),
    label: 'Schedule',
    type: 'text',
    help: 'Minute, hour, day, month, weekday; with six fields the second comes first. Times are UTC.',
    keywords: 'crontab calendar',
  },
  ...eventFields,
  {
    path: attribute('concurrencyPolicy'),
    label: 'Concurrency policy',
    type: 'choice',
    choices: ['Allow', 'Forbid', 'Replace'],
    default: 'Forbid',
    only: 'kube',
    help: 'When a run is due while the one before still goes on. Only where cron triggers are Kubernetes CronJobs.',
    group: 'more',
  },
  {
    path: attribute('jobBackoffLimit'),
    label: 'Retries of a failed run',
    type: 'number',
    default: 2,
    least: 0,
    only: 'kube',
    help: 'Only where cron triggers are Kubernetes CronJobs.',
    group: 'more',
  },
]
