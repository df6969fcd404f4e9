import { Button, Textarea } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { ActButton } from '@/components/ActButton'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { importCurl, type CurlImport } from '@/domain/console/curl-import'
import classes from './CurlDialog.module.css'

interface CurlDialogProps {
  functionName: string
  onImport: (read: CurlImport & { isRead: true }) => void
  onClose: () => void
}

/** Takes a `curl` command, and says before it is taken over what of it cannot be. */
export function CurlDialog({ functionName, onImport, onClose }: CurlDialogProps) {
  const [text, setText] = useState('')
  const settled = useDeferredValue(text)
  const read = settled.trim() === '' ? undefined : importCurl(settled, functionName)
  const apply = () => {
    const found = importCurl(text, functionName)
    if (found.isRead) onImport(found)
  }
  return (
    <Dialog title="Import from cURL" onClose={onClose} width={640}>
      <Textarea
        label="Command"
        data-autofocus
        classNames={{ input: classes.command }}
        rows={8}
        placeholder="curl -X POST https://example.com/path -H 'Content-Type: application/json' -d '{}'"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        error={read && !read.isRead ? read.words : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.stopPropagation()
          apply()
        }}
      />
      <div aria-live="polite" className={classes.remarks}>
        {read?.isRead && (
          <>
            <p>
              <strong>{read.request.method}</strong> {read.request.path}
            </p>
            <CurlRemarks remarks={read.remarks.map(({ words }) => words)} />
          </>
        )}
      </div>
      <DialogFoot>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <ActButton
          variant="filled"
          disabledReason={read?.isRead ? undefined : (read?.words ?? 'Paste a command first')}
          onClick={apply}
        >
          Fill in
        </ActButton>
      </DialogFoot>
    </Dialog>
  )
}

/** What of a command is not in the request as it was. */
export function CurlRemarks({ remarks }: { remarks: readonly string[] }) {
  if (remarks.length === 0) return null
  return (
    <ul className={classes.list} aria-label="What is not taken over as it was">
      {remarks.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
