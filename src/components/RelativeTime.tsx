import { relativeTime } from '@/lib/relative-time'
import { useNow } from './use-now'

const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' })

/** “4 min”; the title has the whole local time. Shows a dash for what is no time. Milliseconds, ISO text or a Date. */
export function RelativeTime({ at }: { at: number | string | Date }) {
  const now = useNow()
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return <span>–</span>
  return (
    <time dateTime={time.toISOString()} title={full.format(time)}>
      {relativeTime(time.getTime(), now)}
    </time>
  )
}
