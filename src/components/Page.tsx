import type { ReactNode } from 'react'
import classes from './Page.module.css'

/** The gutters of an ordinary page. */
export function Page({ children }: { children: ReactNode }) {
  return <div className={classes.page}>{children}</div>
}
