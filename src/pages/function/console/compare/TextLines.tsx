import type { DrawnBody } from './drawn-difference'
import classes from './Compare.module.css'
import { FirstRows } from './FirstRows'

/** Where two texts differ, line by line. */
export function TextLines({ lines, count }: Extract<DrawnBody, { kind: 'text' }>) {
  return (
    <FirstRows rows={lines} count={count} unit={['line', 'lines']}>
      {(shown) => (
        <ol className={classes.lines}>
          {shown.map(({ sign, number, text }) => (
            <li key={`${sign}${number}`} data-sign={sign}>
              <span className={classes.number}>
                {sign} {number}
              </span>
              <span className={classes.text}>{text || ' '}</span>
            </li>
          ))}
        </ol>
      )}
    </FirstRows>
  )
}
