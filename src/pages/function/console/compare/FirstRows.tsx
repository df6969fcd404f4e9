import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import classes from './Compare.module.css'

interface FirstRowsProps<Row> {
  /** The first ones of `count`. */
  rows: readonly Row[]
  count: number
  unit: readonly [one: string, many: string]
  /** Said behind the number. */
  note?: string
  children: (shown: readonly Row[]) => ReactNode
}

/** Rows that are drawn at once: more of them would hold up the page. */
const step = 100

/** What differs in the bodies, some rows at a time. */
export function FirstRows<Row>({ rows, count, unit, note = '', children }: FirstRowsProps<Row>) {
  const [most, setMost] = useState(step)
  const shown = rows.slice(0, most)
  const more = Math.min(step, rows.length - shown.length)
  return (
    <section aria-label="Differences of the body">
      <div className={classes.head}>
        <h2>Body</h2>
        <span className={classes.said}>
          {count.toLocaleString('en')} {count === 1 ? unit[0] : unit[1]}
          {count > shown.length && `, the first ${shown.length.toLocaleString('en')}`}
          {note}
        </span>
      </div>
      {children(shown)}
      {more > 0 && (
        <Button variant="subtle" className={classes.more} onClick={() => setMost(most + step)}>
          Show {more} more
        </Button>
      )}
    </section>
  )
}
