import { TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { embeddedStreamsQuery, isSameStream, startProducer, stopProducer } from '@/api/embedded-streams'
import type { EmbeddedProducer, EmbeddedStreamReference } from '@/api/generated/schema'
import { ActButton } from '@/components/ActButton'
import { SubmitError } from '@/components/SubmitError'
import { countWords, rateWords, spanWords } from '@/domain/streams/words'
import classes from './StreamPage.module.css'

type Field = 'rate' | 'seconds' | 'keys'

const fields: readonly { name: Field; label: string; least: number; most: number; help: string }[] = [
  { name: 'rate', label: 'Records a second', least: 1, most: 10_000, help: 'Up to 10,000' },
  { name: 'seconds', label: 'Seconds', least: 1, most: 86_400, help: 'For how long' },
  { name: 'keys', label: 'Keys', least: 0, most: 1_000_000, help: '1 fills one shard, 0 all alike' },
]

/** Has the embedded platform put records into a stream, so that one sees how its consumer does. */
export function PutRecords({ stream, now }: { stream: EmbeddedStreamReference; now: number }) {
  const queryClient = useQueryClient()
  const { data: streams = [] } = useQuery(embeddedStreamsQuery())
  const known = streams.find((one) => isSameStream(one, stream))
  const [values, setValues] = useState<Record<Field, string>>({ rate: '200', seconds: '30', keys: '100' })
  const start = useMutation(startProducer(queryClient))
  const stop = useMutation(stopProducer(queryClient))
  const problems = Object.fromEntries(
    fields.map(({ name, least, most }) => [name, problemOf(values[name], least, most)]),
  ) as Record<Field, string | undefined>
  const isWrong = Object.values(problems).some(Boolean)
  const { containerName, streamPath } = stream

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isWrong || !known) return
    const { rate, seconds, keys } = values
    start.mutate({
      containerName,
      streamPath,
      rate: Number(rate),
      seconds: Number(seconds),
      keys: Number(keys),
    })
  }
  return (
    <section className={classes.part} aria-labelledby="put-records">
      <h2 id="put-records">Put records</h2>
      <p className={classes.help}>
        This platform holds the stream itself and can fill it. Each record is JSON with its number, its key
        and the time; records of one key go to one shard.
      </p>
      <form className={classes.form} onSubmit={onSubmit} noValidate>
        {fields.map(({ name, label, help }) => (
          <TextInput
            key={name}
            label={label}
            description={help}
            inputMode="numeric"
            value={values[name]}
            error={problems[name]}
            onChange={(event) => {
              const { value } = event.currentTarget
              setValues((before) => ({ ...before, [name]: value }))
            }}
          />
        ))}
        <ActButton
          type="submit"
          className={classes.submit}
          loading={start.isPending}
          disabledReason={
            isWrong
              ? 'A number is missing or out of range'
              : known
                ? undefined
                : 'The stream is not there yet'
          }
        >
          {known?.producer ? 'Put others instead' : 'Put records'}
        </ActButton>
      </form>
      <SubmitError error={start.error ?? stop.error} />
      {known?.producer && (
        <p className={classes.running} role="status">
          {producerWords(known.producer, now)}
          <ActButton
            variant="default"
            loading={stop.isPending}
            onClick={() => stop.mutate({ containerName, streamPath })}
          >
            Stop
          </ActButton>
        </p>
      )}
    </section>
  )
}

function problemOf(text: string, least: number, most: number): string | undefined {
  if (/^\d{1,7}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most) return undefined
  return `From ${countWords(least)} to ${countWords(most)}`
}

function producerWords({ rate, until, sent }: EmbeddedProducer, now: number): string {
  const left = until === undefined ? undefined : Math.max(0, (Date.parse(until) - now) / 1000)
  const pace = rate === undefined ? 'as fast as it can' : rateWords(rate)
  return `${countWords(sent)} put in, ${pace}${left === undefined ? '' : `, ${spanWords(left)} left`}`
}
