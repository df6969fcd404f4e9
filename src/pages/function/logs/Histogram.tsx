import { useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { LogHistogram } from '@/domain/logs/log-view'
import { timeOfDay } from '@/lib/clock-time'
import classes from './Histogram.module.css'

const words = ['debug', 'info', 'warn', 'error', 'none'] as const

interface Bin {
  from: number
  to: number
  total: number
  counts: readonly number[]
}

/**
 * Lines over time by level, as a slider: a press or an arrow goes to the lines of that time.
 * @param onChoose gets milliseconds since 1970
 */
export function Histogram({
  histogram,
  onChoose,
}: {
  histogram: LogHistogram | undefined
  onChoose: (time: number) => void
}) {
  const [chosen, setChosen] = useState<number>()
  const bins = histogram ? binsOf(histogram) : []
  const most = Math.max(1, ...bins.map(({ total }) => total))
  const last = Math.max(0, bins.length - 1)
  const at = Math.min(chosen ?? last, last)
  const here = bins[at]

  const choose = (to: number) => {
    const bin = bins[to]
    if (!bin) return
    setChosen(to)
    onChoose(bin.from)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last, Enter: at }[event.key]
    if (to === undefined) return
    event.preventDefault()
    choose(Math.max(0, Math.min(to, last)))
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    choose(Math.max(0, Math.min(Math.floor(((event.clientX - left) / width) * bins.length), last)))
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Lines over time"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={here ? binWords(here) : 'no lines with a time'}
      className={classes.bars}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {bins.map((bin, i) => (
        <span key={i} className={classes.bin} data-chosen={i === chosen || undefined} title={binWords(bin)}>
          {words.map((level, l) => {
            const count = bin.counts[l] ?? 0
            return (
              count > 0 && (
                <i
                  key={level}
                  data-level={level}
                  style={{ height: `${Math.max(6, (count / most) * 100)}%` }}
                />
              )
            )
          })}
        </span>
      ))}
    </div>
  )
}

function binsOf({ from, step, counts }: LogHistogram): Bin[] {
  return Array.from({ length: Math.floor(counts.length / 5) }, (_, i) => {
    const own = counts.slice(i * 5, i * 5 + 5)
    return {
      from: from + i * step,
      to: from + (i + 1) * step,
      total: own.reduce((sum, count) => sum + count, 0),
      counts: own,
    }
  })
}

function binWords({ from, to, total, counts }: Bin): string {
  const errors = counts[3] ?? 0
  const lines = `${total.toLocaleString()} ${total === 1 ? 'line' : 'lines'}`
  const bad = errors > 0 ? `, ${errors} ${errors === 1 ? 'error' : 'errors'}` : ''
  return `${timeOfDay(from)} to ${timeOfDay(to)}: ${lines}${bad}`
}
