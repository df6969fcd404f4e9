import type { ReactNode } from 'react'
import classes from './Notice.module.css'

interface NoticeProps {
  tone?: 'busy' | 'bad'
  acts?: ReactNode
  /** Below the line; not read out with it. */
  more?: ReactNode
  children: ReactNode
}

/** A line across the page that says what happened, with what can be done about it. */
export function Notice({ tone, acts, more, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone}>
      <div className={classes.words} role="status">
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
      {acts && <div className={classes.acts}>{acts}</div>}
      {more}
    </div>
  )
}
