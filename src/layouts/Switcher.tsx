import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Icon } from '@/components/Icon'
import { Popup } from '@/components/Popup'
import classes from './Switcher.module.css'

const SwitcherLists = {
  project: lazy(async () => ({ default: (await import('./switcher-lists')).ProjectChoices })),
  function: lazy(async () => ({ default: (await import('./switcher-lists')).FunctionChoices })),
  namespace: lazy(async () => ({ default: (await import('./switcher-lists')).NamespaceChoices })),
}

interface SwitcherProps {
  of: keyof typeof SwitcherLists
  /** Names the button, e.g. “Switch project, now shop”. */
  label: string
  children: ReactNode
  align?: 'start' | 'end'
}

/** A button that opens a list to type into and go elsewhere. The list is fetched on first use. */
export function Switcher({ of, label, children, align }: SwitcherProps) {
  const [open, setOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const List = SwitcherLists[of]
  const close = () => {
    setOpen(false)
    anchor?.focus()
  }
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        className={classes.button}
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {children}
        <Icon name="chevron" size={12} />
      </button>
      {open && (
        <Popup anchor={anchor} onClose={() => setOpen(false)} align={align} className={classes.popup}>
          <Suspense fallback={<div className={classes.waiting} />}>
            <List onDone={close} />
          </Suspense>
        </Popup>
      )}
    </>
  )
}
