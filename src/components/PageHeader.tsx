import type { ReactNode } from 'react'
import classes from './PageHeader.module.css'

/** The head of a page: its one `h1`, its acts at the right, and what else belongs there below. */
export function PageHeader(props: { title: ReactNode; actions?: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.header}>
      <div className={classes.line}>
        <h1 className={classes.title}>{props.title}</h1>
        {props.actions && <div className={classes.actions}>{props.actions}</div>}
      </div>
      {props.children}
    </div>
  )
}
