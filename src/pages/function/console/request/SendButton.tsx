import { useRef } from 'react'
import { ActButton } from '@/components/ActButton'
import { useConsole } from '../console-context'
import classes from './RequestForm.module.css'

/**
 * Sends the form that it stands in; while what is shown runs, it cancels that. A press means what the button said when it began, so that
 * an answer that comes meanwhile sends nothing, and the second press of a double click, or Enter in a field, cancels nothing.
 */
export function SendButton({ disabledReason }: { disabledReason?: string }) {
  const { shown, cancel } = useConsole()
  const isRunning = shown?.outcome.state === 'running'
  const wasRunning = useRef<boolean>(undefined)
  return (
    <ActButton
      type="submit"
      variant={isRunning ? 'default' : 'filled'}
      className={classes.send}
      disabledReason={isRunning ? undefined : disabledReason}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      onPointerDown={() => {
        wasRunning.current = isRunning
      }}
      onClick={(event) => {
        const meansCancel = wasRunning.current ?? isRunning
        wasRunning.current = undefined
        if (!meansCancel && !isRunning) return
        event.preventDefault()
        const isByKey = event.detail === 0 && document.activeElement === event.currentTarget
        if (shown && isRunning && meansCancel && (event.detail === 1 || isByKey)) cancel(shown.id)
      }}
    >
      {isRunning ? 'Cancel' : 'Send'}
    </ActButton>
  )
}
