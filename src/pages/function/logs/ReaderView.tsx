import { useEffect, useState } from 'react'
import type { LogSession } from '@/api/logs/log-session'
import { CopyButton } from '@/components/CopyButton'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { ScrollBox } from '../ScrollBox'
import classes from './ReaderView.module.css'

interface ReaderViewProps {
  session: LogSession
  /** Entries in view, the first and the last. */
  from: number
  to: number
  onClose: () => void
}

/** The lines in view as plain text that stands still, for those who read by ear, and for selecting with the pointer. */
export function ReaderView({ session, from, to, onClose }: ReaderViewProps) {
  const [text, setText] = useState<string>()
  useEffect(() => {
    let isOver = false
    session.ask('copy', { from, to }).then(
      (lines) => {
        if (!isOver) setText(lines)
      },
      () => {
        if (!isOver) setText('')
      },
    )
    return () => {
      isOver = true
    }
  }, [session, from, to])
  return (
    <Dialog title="Lines in view" onClose={onClose} width={960}>
      <ScrollBox label="Lines in view, as plain text" className={classes.scroll} data-autofocus>
        <pre className={classes.text}>{text ?? 'Reading …'}</pre>
      </ScrollBox>
      <DialogFoot>
        <CopyButton value={text ?? ''} label="Copy these lines" />
      </DialogFoot>
    </Dialog>
  )
}
