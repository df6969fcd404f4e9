import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './SelectionBar.module.css'

interface SelectionBarProps {
  /** Names it: “Selected functions”. */
  label: string
  count: number
  onClear: () => void
  /** The acts, as buttons. */
  children: ReactNode
}

/** What can be done to all selected rows of a list, at the foot of the page. */
export function SelectionBar({ label, count, onClear, children }: SelectionBarProps) {
  return (
    <div className={classes.bar} role="region" aria-label={label}>
      <span role="status" className={classes.count}>
        {count} selected
      </span>
      {children}
      <Button variant="subtle" onClick={onClear}>
        Clear the selection
      </Button>
    </div>
  )
}
