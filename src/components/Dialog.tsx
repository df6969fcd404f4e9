import { useEffectEvent, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { IconButton } from './IconButton'
import classes from './Dialog.module.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** While something runs that should be seen to end, Escape and the cross do nothing. */
  busy?: boolean
  width?: number
}

/**
 * A modal dialog for as long as it is mounted. The browser's own: it keeps the focus in, the rest inert, Escape and
 * giving the focus back. A press beside it does not close it, so that no half-filled form is lost.
 */
export function Dialog({ title, onClose, children, busy = false, width = 480 }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const close = useEffectEvent(() => {
    if (!busy) onClose()
  })

  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    const onCancel = (event: Event) => {
      event.preventDefault()
      close()
    }
    element.addEventListener('cancel', onCancel)
    element.showModal()
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => {
      element.removeEventListener('cancel', onCancel)
      element.close()
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={titleId}
      style={{ width: `min(${width}px, calc(100vw - 24px))` }}
    >
      <div className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        <IconButton
          icon="close"
          label="Close"
          aria-disabled={busy || undefined}
          onClick={() => !busy && onClose()}
        />
      </div>
      {children}
    </dialog>
  )
}

/** The row of buttons at the foot of a dialog. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <div className={classes.foot}>{children}</div>
}
