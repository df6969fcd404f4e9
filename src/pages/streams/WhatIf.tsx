import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LagView } from '@/domain/streams/lag-view'
import { drainWith } from '@/domain/streams/what-if'
import { drainWords } from '@/domain/streams/words'
import classes from './StreamPage.module.css'

/** When all would be done with another number of workers. */
export function WhatIf({ view, workers, now }: { view: LagView; workers: number; now: number }) {
  const [typed, setTyped] = useState<string>()
  const most = view.shards.length || Infinity
  const count = typed ?? String(Math.min(workers * 2, most))
  const asked = /^[1-9]\d{0,5}$/.test(count.trim()) ? Number(count) : undefined
  const drain = asked === undefined ? undefined : drainWith(view, asked, workers)
  return (
    <div className={classes.whatIf}>
      <label htmlFor="what-if-workers">What if there were</label>
      <TextInput
        id="what-if-workers"
        className={classes.number}
        inputMode="numeric"
        value={count}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <span>workers instead of {workers}?</span>
      <output htmlFor="what-if-workers" className={classes.answer}>
        {drain === undefined
          ? 'Give a whole number.'
          : drain.kind === 'unknown'
            ? 'Nothing can be said of that now: they have little to do, or nothing gets done.'
            : `${drainWords(drain, view.at ?? now, now)}${(asked ?? 0) > most ? `; more than ${most}, one a shard, do nothing` : ''}`}
      </output>
    </div>
  )
}
