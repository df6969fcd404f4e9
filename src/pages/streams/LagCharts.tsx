import { useMemo } from 'react'
import type { LagSample } from '@/domain/streams/samples'
import {
  committedOf,
  currentOf,
  inRange,
  lagOf,
  rangeMilliseconds,
  rateStretches,
  stretches,
  type ChartRange,
} from '@/domain/streams/series'
import { countWords, rateWords } from '@/domain/streams/words'
import { LineChart, type ChartLine } from './LineChart'
import classes from './LagCharts.module.css'

const leastShown = 120_000

/** Lag and rates over time. */
export function LagCharts({
  samples,
  range,
  now,
}: {
  samples: readonly LagSample[]
  range: ChartRange
  now: number
}) {
  // The clock alone moves a line of a quarter of an hour by less than a pixel a second: it is drawn anew when something was seen.
  const to = Math.max(samples.at(-1)?.at ?? 0, Math.floor(now / 5_000) * 5_000)
  const { lag, rates, from } = useMemo(() => {
    const shown = inRange(samples, range, to)
    const lagLine: ChartLine = {
      label: 'lag',
      look: 'main',
      words: countWords,
      stretches: stretches(shown, lagOf),
    }
    const rateLines: ChartLine[] = [
      { label: 'out', look: 'main', words: rateWords, stretches: rateStretches(shown, committedOf) },
      { label: 'in', look: 'dashed', words: rateWords, stretches: rateStretches(shown, currentOf) },
    ]
    // Whoever has just come need not look at a quarter of an hour of nothing.
    const first = Math.min(shown[0]?.at ?? to, to - leastShown)
    return { lag: [lagLine], rates: rateLines, from: Math.max(first, to - rangeMilliseconds[range]) }
  }, [samples, range, to])
  return (
    <div className={classes.charts}>
      <LineChart title="Lag" lines={lag} from={from} to={to} filled />
      <LineChart title="Records a second" lines={rates} from={from} to={to} />
    </div>
  )
}
