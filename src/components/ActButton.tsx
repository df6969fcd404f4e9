import { Button, Loader, type ButtonProps } from '@mantine/core'
import type { ComponentProps } from 'react'
import { Hint } from './Hint'
import classes from './ActButton.module.css'

type ActButtonProps = ButtonProps &
  Omit<ComponentProps<'button'>, keyof ButtonProps> & {
    /** Why it cannot be pressed now. */
    disabledReason?: string
  }

/**
 * A button that keeps its place in the tab order while it cannot act: with `disabledReason` it says why on hover and
 * focus, while `loading` it only shows that it is at work. In both cases a press does nothing.
 */
export function ActButton({ disabledReason, loading, onClick, children, type, ...rest }: ActButtonProps) {
  const inert = Boolean(disabledReason) || loading
  const button = (
    <Button
      {...rest}
      type={type ?? 'button'}
      aria-disabled={inert || undefined}
      aria-busy={loading || undefined}
      data-disabled={disabledReason ? true : undefined}
      onClick={(event) => {
        if (inert) event.preventDefault()
        else onClick?.(event)
      }}
    >
      <span className={classes.label} data-busy={loading || undefined}>
        {children}
      </span>
      {loading && <Loader className={classes.loader} size={16} color="currentColor" />}
    </Button>
  )
  return disabledReason ? <Hint label={disabledReason}>{button}</Hint> : button
}
