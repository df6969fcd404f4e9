import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

/** What stands where there is nothing yet, or nothing that matches: says so, teaches the next step, offers it. */
export function EmptyState(props: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <h2 className={classes.title}>{props.title}</h2>
      {props.children && <div className={classes.words}>{props.children}</div>}
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  )
}
