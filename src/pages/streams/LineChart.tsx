import { useState, type PointerEvent } from 'react'
import type { ChartPoint, Stretch } from '@/domain/streams/series'
import { clockTime } from '@/lib/clock-time'
import classes from './LineChart.module.css'

export interface ChartLine {
  label: string
  stretches: readonly Stretch[]
  /** How it is drawn, besides its place. */
  look: 'main' | 'dashed'
  words: (value: number) => string
}

interface LineChartProps {
  title: string
  lines: readonly ChartLine[]
  /** What the width stands for, milliseconds since the epoch. */
  from: number
  to: number
  /** Whether the space below the main line is filled. */
  filled?: boolean
}

/** Of the drawing, which is stretched to its place. */
const width = 600
const height = 100

/**
 * Lines over time. Where nobody looked there is none. For those who cannot see it its latest and greatest values are its name; a
 * pointer on it reads values off.
 */
export function LineChart({ title, lines, from, to, filled = false }: LineChartProps) {
  const [pointed, setPointed] = useState<number>()
  const values = lines.flatMap(({ stretches }) => stretches.flat().map(({ value }) => value))
  const top = niceTop(Math.max(0, ...values))
  const x = (at: number) => ((at - from) / (to - from)) * width
  const y = (value: number) => height - (value / top) * height
  const onMove = (event: PointerEvent<SVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    setPointed(from + ((event.clientX - box.left) / box.width) * (to - from))
  }
  const nearest = pointed === undefined ? undefined : nearestTime(lines, pointed)
  const main = lines.find(({ look }) => look === 'main')
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.head}>
        <span className={classes.title}>{title}</span>
        {lines.length > 1 &&
          lines.map(({ label, look }) => (
            <span key={label} className={classes.key} data-look={look}>
              {label}
            </span>
          ))}
        <span className={classes.reading} aria-hidden="true">
          {nearest !== undefined &&
            `${clockTime(nearest, to)}  ${lines.map((line) => readingOf(line, nearest)).join('  ')}`}
        </span>
      </figcaption>
      <div className={classes.frame}>
        <span className={classes.top} aria-hidden="true">
          {main?.words(top)}
        </span>
        <svg
          className={classes.drawing}
          role="img"
          aria-label={`${title}: ${lines.map(summaryOf).join('; ')}`}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          onPointerMove={onMove}
          onPointerLeave={() => setPointed(undefined)}
        >
          {filled &&
            main?.stretches.map((stretch) => (
              <path key={stretch[0]?.at} className={classes.area} d={areaOf(stretch, x, y)} />
            ))}
          {lines.map(({ label, look, stretches }) =>
            stretches.map((stretch) => (
              <path
                key={`${label}${stretch[0]?.at}`}
                className={classes.line}
                data-look={look}
                d={lineOf(stretch, x, y)}
              />
            )),
          )}
          {nearest !== undefined && (
            <line className={classes.pointer} x1={x(nearest)} x2={x(nearest)} y1={0} y2={height} />
          )}
        </svg>
        {values.length === 0 && <p className={classes.empty}>Nothing was seen in this time yet</p>}
      </div>
      <div className={classes.times} aria-hidden="true">
        <span>{clockTime(from, to)}</span>
        <span>{clockTime((from + to) / 2, to)}</span>
        <span>{clockTime(to, to)}</span>
      </div>
    </figure>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10

type Scale = (value: number) => number

/** A point alone is a dot: a line of no length with round ends. */
export function lineOf(stretch: Stretch, x: Scale, y: Scale): string {
  const [first, ...rest] = stretch.map(({ at, value }) => `${round(x(at))} ${round(y(value))}`)
  return rest.length === 0 ? `M${first}l0.01 0` : `M${first}L${rest.join('L')}`
}

function areaOf(stretch: Stretch, x: Scale, y: Scale): string {
  const [first, last] = [stretch[0], stretch.at(-1)]
  if (!first || !last) return ''
  return `${lineOf(stretch, x, y)}L${round(x(last.at))} ${height}L${round(x(first.at))} ${height}Z`
}

/** The next round number above: 1, 2 or 5 and noughts. */
export function niceTop(most: number): number {
  if (most <= 0) return 1
  const unit = 10 ** Math.floor(Math.log10(most))
  return unit * ([1, 2, 5].find((step) => step * unit >= most) ?? 10)
}

function nearestTime(lines: readonly ChartLine[], time: number): number | undefined {
  const points = lines.flatMap(({ stretches }) => stretches.flat())
  return nearestOf(points, time)?.at
}

function nearestOf(points: readonly ChartPoint[], time: number): ChartPoint | undefined {
  return points.reduce<ChartPoint | undefined>(
    (best, point) => (best && Math.abs(best.at - time) <= Math.abs(point.at - time) ? best : point),
    undefined,
  )
}

function readingOf({ label, stretches, words }: ChartLine, time: number): string {
  const point = nearestOf(stretches.flat(), time)
  return point ? `${label} ${words(point.value)}` : ''
}

function summaryOf({ label, stretches, words }: ChartLine): string {
  const values = stretches.flat().map(({ value }) => value)
  const latest = values.at(-1)
  if (latest === undefined) return `${label} not seen`
  return `${label} ${words(latest)} now, ${words(Math.max(...values))} at most`
}
