import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useNow } from '@/components/use-now'
import { nextRuns } from '@/domain/triggers/cron-runs'
import {
  readInterval,
  readSchedule,
  scheduleProblem,
  type CronSchedule,
} from '@/domain/triggers/cron-schedule'
import { durationWords, scheduleWords } from '@/domain/triggers/cron-words'
import { cronFields } from '@/domain/triggers/event-fields'
import { samePath, type Path } from '@/lib/tree'
import { without } from '@/lib/without'
import { shownText } from '../form/TextField'
import { fieldId, useField } from '../form/use-field'
import { TriggerFieldInput } from './TriggerFieldInput'
import classes from './Triggers.module.css'

type Way = 'interval' | 'schedule'

const ways: Record<Way, string> = { interval: 'At an interval', schedule: 'By a schedule' }

const common: Record<Way, readonly { value: string; label: string }[]> = {
  interval: ['10s', '1m', '5m', '15m', '1h', '24h'].map((value) => ({
    value,
    label: `Every ${durationWords(value)}`,
  })),
  schedule: [
    { value: '* * * * *', label: 'Every minute' },
    { value: '*/5 * * * *', label: 'Every 5 minutes' },
    { value: '0 * * * *', label: 'Every hour' },
    { value: '30 2 * * *', label: 'Every day at 02:30' },
    { value: '0 9 * * 1-5', label: 'Monday to Friday at 09:00' },
    { value: '0 0 * * 0', label: 'Every Sunday at midnight' },
    { value: '0 0 1 * *', label: 'On the first of the month' },
    { value: '*/10 * * * * *', label: 'Every 10 seconds' },
  ],
}

/** When a cron trigger runs: one of interval and schedule, in words, and its next runs. */
export function CronWhen({ at }: { at: Path }) {
  const attributes = useField<Record<string, unknown>>([...at, 'attributes'])
  const set = attributes.value ?? {}
  const has: Record<Way, boolean> = { interval: Boolean(set.interval), schedule: Boolean(set.schedule) }
  const [chosen, setChosen] = useState<Way>('interval')
  const [kept, setKept] = useState<Partial<Record<Way, unknown>>>({})
  const way: Way = has.interval ? 'interval' : has.schedule ? 'schedule' : chosen

  const choose = (next: Way) => {
    if (next === way) return
    setChosen(next)
    setKept({ ...kept, [way]: set[way] })
    const rest = without(set, way)
    const back = kept[next] ?? set[next]
    if (back !== undefined) attributes.set({ ...rest, [next]: back })
    else attributes.set(Object.keys(rest).length > 0 ? rest : undefined)
  }
  const write = (text: string) => attributes.set({ ...set, [way]: text })
  const field = cronFields.find(({ path }) => samePath(path, ['attributes', way]))
  const text = shownText(set[way])
  const read = (): CronSchedule => (way === 'interval' ? readInterval(text) : readSchedule(text))
  const problem = text === '' ? undefined : scheduleProblem(read)

  return (
    <fieldset className={classes.when}>
      <legend className={classes.legend}>Runs</legend>
      <div className={classes.ways}>
        {(['interval', 'schedule'] as const).map((one) => (
          <label key={one} className={classes.way}>
            <input
              type="radio"
              name={`${attributes.id}-way`}
              // The field of the other way is not drawn: a link to it leads to the choice.
              id={one === way ? undefined : fieldId([...at, 'attributes', one])}
              checked={one === way}
              onChange={() => choose(one)}
            />
            {ways[one]}
          </label>
        ))}
      </div>
      <div className={classes.grid}>
        {field && <TriggerFieldInput key={way} field={field} at={at} problem={problem} />}
        <NativeSelect
          className={classes.unframed}
          label="Common choices"
          data={[{ value: '', label: 'Choose one' }, ...common[way]]}
          value={common[way].some(({ value }) => value === text) ? text : ''}
          onChange={(event) => event.currentTarget.value && write(event.currentTarget.value)}
        />
      </div>
      {has.interval && has.schedule && (
        <p className={classes.note}>
          Both are set, and the interval counts.{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => attributes.set(without(set, 'schedule'))}>
            Remove the schedule
          </Button>
        </p>
      )}
      {text !== '' && !problem && <Runs way={way} text={text} schedule={read()} />}
    </fieldset>
  )
}

const localTime = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function Runs({ way, text, schedule }: { way: Way; text: string; schedule: CronSchedule }) {
  const now = useNow(1000)
  const runs = nextRuns(schedule, new Date(now), 5)
  const words = way === 'interval' ? `every ${durationWords(text)}` : scheduleWords(text)
  return (
    <div className={classes.runs}>
      <p>
        <strong>{words.charAt(0).toUpperCase() + words.slice(1)}</strong>
        {way === 'interval' && ', counted from the start of the function'}
      </p>
      {runs.length === 0 && <p className={classes.problem}>It never comes round.</p>}
      {runs.length > 0 && (
        <>
          <p className={classes.help}>
            {way === 'interval' ? 'If it started now:' : 'Next runs, in your time and in UTC:'}
          </p>
          <ol className={classes.times} aria-label="Next runs">
            {runs.map((run) => (
              <li key={run.getTime()}>
                <time dateTime={run.toISOString()}>{localTime.format(run)}</time>
                <span className={classes.dim}>{run.toISOString().slice(11, 19)} UTC</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
