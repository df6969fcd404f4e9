import { useState, type ClipboardEvent } from 'react'
import type { CurlImport } from '@/domain/console/curl-import'
import { announce } from '@/lib/announce'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'

/** Reading commands takes much code, and few come. */
const loadImport = () => import('@/domain/console/curl-import')

export interface CurlImports {
  take: (read: CurlImport) => void
  /** For the field of the path. */
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void
  /** What of a command is not in the request as it was. */
  remarks: readonly string[]
  said?: string
  forget: () => void
}

/** Fills the request in from `curl` commands and addresses that are pasted. */
export function useCurlImport(): CurlImports {
  const { ref } = useWorkbench()
  const { change, fill } = useConsole()
  const [remarks, setRemarks] = useState<readonly string[]>([])
  const [said, setSaid] = useState<string>()

  const take = (read: CurlImport) => {
    setSaid(read.isRead ? undefined : `The command cannot be taken over: ${read.words}.`)
    setRemarks(read.isRead ? read.remarks.map(({ words }) => words) : [])
    if (read.isRead) fill(read.request, 'Filled in from a cURL command.')
    else announce(read.words)
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text').trim()
    const field = event.currentTarget
    const isWhole = field.selectionEnd === field.value.length && (field.selectionStart ?? 0) <= 1
    if (/^(?:\$ )?curl(?:\.exe)?\s/.test(text)) {
      event.preventDefault()
      void loadImport().then(({ importCurl }) => take(importCurl(text, ref.name)))
    } else if (isWhole && /^https?:\/\/\S+$/i.test(text)) {
      event.preventDefault()
      const path = text.replace(/^https?:\/\/[^/?#]*/i, '')
      change((before) => ({ ...before, path: path.startsWith('/') ? path : `/${path}` }))
      setSaid('Only the path of the address is taken over: the target says where it goes.')
    }
  }
  return {
    take,
    onPaste,
    remarks,
    said,
    forget: () => {
      setSaid(undefined)
      setRemarks([])
    },
  }
}
