import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ActButton } from './ActButton'
import type { ConfirmOptions } from './confirm'
import { Dialog, DialogFoot } from './Dialog'
import { SubmitError } from './SubmitError'
import classes from './ConfirmDialog.module.css'

/** The dialog of `confirmAct`. */
export function ConfirmDialog({ options, onClose }: { options: ConfirmOptions; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { typeToConfirm: wanted } = options
  const missing = wanted !== undefined && typed.trim() !== wanted

  const run = async () => {
    if (busy || missing) return
    setBusy(true)
    setError(null)
    try {
      await options.act()
      onClose()
    } catch (thrown) {
      setError(thrown)
      setBusy(false)
    }
  }

  return (
    <Dialog title={options.title} onClose={onClose} busy={busy}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <div className={classes.body}>{options.body}</div>
        {wanted !== undefined && (
          <TextInput
            label={`Type “${wanted}” to go on`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
        )}
        <SubmitError error={error} />
        <DialogFoot>
          <Button
            variant="default"
            onClick={() => !busy && onClose()}
            aria-disabled={busy || undefined}
            data-autofocus={wanted === undefined || undefined}
          >
            Cancel
          </Button>
          <ActButton
            type="submit"
            className={options.danger ? classes.danger : undefined}
            loading={busy}
            disabledReason={missing ? `Type “${wanted}” first` : undefined}
          >
            {options.confirmLabel}
          </ActButton>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
