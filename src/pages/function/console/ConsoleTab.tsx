import { ConsolePanes } from './ConsolePanes'
import classes from './ConsolePanes.module.css'

/** The console over the whole width. */
export function ConsoleTab() {
  return (
    <div className={classes.tab}>
      <ConsolePanes arrangement="page" />
    </div>
  )
}
