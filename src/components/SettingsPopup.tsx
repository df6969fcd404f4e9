import { useEffect, useRef, useState, type ReactNode } from 'react'
import { IconButton } from './IconButton'
import { Popup } from './Popup'
import classes from './SettingsPopup.module.css'

interface SettingsPopupProps {
  label: string
  /** The fields; the first takes the focus. */
  children: ReactNode
}

/** A button that opens what is set once, and closes it when the focus leaves. */
export function SettingsPopup({ label, children }: SettingsPopupProps) {
  const [open, setOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  return (
    <>
      <IconButton
        ref={setAnchor}
        icon="settings"
        label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Popup
          anchor={anchor}
          align="end"
          onClose={() => setOpen(false)}
          role="dialog"
          aria-label={label}
          onBlur={(event) => {
            if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget))
              setOpen(false)
          }}
        >
          <Fields>{children}</Fields>
        </Popup>
      )}
    </>
  )
}

function Fields({ children }: Pick<SettingsPopupProps, 'children'>) {
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => fields.current?.querySelector<HTMLElement>('select, input')?.focus(), [])
  return (
    <div ref={fields} className={classes.fields}>
      {children}
    </div>
  )
}
