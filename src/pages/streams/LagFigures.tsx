import type { ReactNode } from 'react'
import type { LagView, Trend } from '@/domain/streams/lag-view'
import { countWords, drainWords, rateWords, spanWords } from '@/domain/streams/words'
import { HealthChip } from './HealthChip'
import classes from './LagFigures.module.css'

const trends: Record<Trend, { sign: string; word: string }> = {
  growing: { sign: '▲', word: 'growing' },
  falling: { sign: '▼', word: 'falling' },
  steady: { sign: '▬', word: 'steady' },
  unknown: { sign: '', word: '' },
}

/** How lag moves, as a sign with its word. */
export function TrendSign({ trend }: { trend: Trend }) {
  const { sign, word } = trends[trend]
  if (!word) return null
  return (
    <span className={classes.trend} title={`The lag is ${word}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}

/** The lag as it is known: what was never committed makes it the most it can be. */
export function LagNumber({ lag, isMost }: { lag: number | undefined; isMost: boolean }) {
  if (lag === undefined) return <>–</>
  if (!isMost) return <>{countWords(lag)}</>
  const why = 'Nothing was committed here yet: it may be less, by what the group begins after'
  return (
    <span title={why}>
      <span aria-hidden="true">≤ </span>
      <span className="visually-hidden">at most </span>
      {countWords(lag)}
    </span>
  )
}

/** What matters of a group, or of all groups, at a glance. */
export function LagFigures({ view, now, children }: { view: LagView; now: number; children?: ReactNode }) {
  const { lag, uncommitted, trend, inRate, outRate, drain, health, at } = view
  return (
    <dl className={classes.figures}>
      <Figure label="Lag">
        <strong className={classes.large}>
          <LagNumber lag={lag} isMost={uncommitted > 0} />
        </strong>{' '}
        <TrendSign trend={trend} />
      </Figure>
      <Figure label="In">{rateWords(inRate)}</Figure>
      <Figure label="Out">{rateWords(outRate)}</Figure>
      <Figure label="Drained">{drainWords(drain, at ?? now, now)}</Figure>
      <Figure label="Health">
        <HealthChip word={health} />
      </Figure>
      {view.isStale && at !== undefined && <Figure label="Seen">{spanWords((now - at) / 1000)} ago</Figure>}
      {children}
    </dl>
  )
}

/** One of them, with its name. */
export function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
