import type { ComponentProps } from 'react'
import { Icon, type IconName } from './Icon'
import classes from './IconButton.module.css'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: IconName
  label: string
}

/** A quiet square button that is only a drawing; `label` is its name. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} aria-label={label} className={`${classes.button} ${className ?? ''}`}>
      <Icon name={icon} />
    </button>
  )
}
