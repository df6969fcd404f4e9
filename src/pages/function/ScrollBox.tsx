import type { ComponentProps } from 'react'

/** A named part that scrolls by itself and can be reached, and so scrolled, by keyboard. */
export function ScrollBox({ label, ...rest }: { label: string } & Omit<ComponentProps<'div'>, 'role'>) {
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
  return <div {...rest} role="region" aria-label={label} tabIndex={0} />
}
