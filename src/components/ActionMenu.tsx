import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Icon, type IconName } from './Icon'
import { IconButton } from './IconButton'
import { Popup } from './Popup'
import classes from './ActionMenu.module.css'

export interface MenuAction {
  label: string
  onSelect: () => void
  /** Why it may not be chosen now; it stays in the menu, with these words under it. */
  disabledReason?: string
  danger?: boolean
  /** Set on all actions of a menu that chooses one of several. */
  checked?: boolean
}

interface ActionMenuProps {
  label: string
  actions: MenuAction[]
  icon?: IconName
}

/** The “⋯” menu of a row or a page. `label` names it, e.g. “Actions on echo”. */
export function ActionMenu({ label, actions, icon = 'more' }: ActionMenuProps) {
  const [open, setOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const choose = (action: MenuAction) => {
    setOpen(false)
    anchor?.focus()
    action.onSelect()
  }
  return (
    <>
      <IconButton
        ref={setAnchor}
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return
          event.preventDefault()
          event.stopPropagation()
          setOpen(true)
        }}
      />
      {open && (
        <Popup anchor={anchor} onClose={() => setOpen(false)} align="end" className={classes.popup}>
          <MenuList label={label} actions={actions} onChoose={choose} onLeave={() => setOpen(false)} />
        </Popup>
      )}
    </>
  )
}

interface MenuListProps {
  label: string
  actions: MenuAction[]
  onChoose: (action: MenuAction) => void
  onLeave: () => void
}

function MenuList({ label, actions, onChoose, onLeave }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null)
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  useEffect(() => list.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const all = items()
    const here = all.indexOf(document.activeElement as HTMLElement)
    const step = { ArrowDown: here + 1, ArrowUp: here - 1 + all.length, Home: 0, End: all.length - 1 }[
      event.key
    ]
    if (step !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      all[step % all.length]?.focus()
    } else if (event.key === 'Tab') {
      onLeave()
    } else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey) {
      const after = [...all.slice(here + 1), ...all.slice(0, here + 1)]
      after.find((item) => item.textContent.toLowerCase().startsWith(event.key.toLowerCase()))?.focus()
    }
  }

  return (
    <div ref={list} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {actions.map((action, index) => (
        <button
          key={action.label}
          type="button"
          role={action.checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={action.checked}
          // One of them can be reached, so that a long menu can be scrolled by keyboard; arrows walk along the others.
          tabIndex={index === 0 ? 0 : -1}
          aria-disabled={action.disabledReason ? true : undefined}
          data-danger={action.danger || undefined}
          className={classes.item}
          onPointerMove={(event) => event.currentTarget.focus()}
          onClick={() => {
            if (!action.disabledReason) onChoose(action)
          }}
        >
          {action.label}
          {action.checked && <Icon name="check" size={14} />}
          {action.disabledReason && <span className={classes.reason}>{action.disabledReason}</span>}
        </button>
      ))}
    </div>
  )
}
