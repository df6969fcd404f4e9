import { useState } from 'react'
import { decodeSource, encodeSource } from '@/domain/function-config'
import { valueAt } from '@/lib/tree'
import { configOf, sourcePath } from '../draft/draft'
import { useWorkbench } from '../workbench'

interface SourceText {
  /** Nothing when what is stored is no text. */
  text: string | undefined
  /** As the draft holds it. */
  encoded: string
  /** Of what the edits were made on; nothing when there is no inline source, or none that is text. */
  deployed: string | undefined
  set: (text: string) => void
}

/** The source of the draft as text; the draft holds it in base64. */
export function useSourceText(): SourceText {
  const { control } = useWorkbench()
  const { config, base } = control.draft
  const encoded = encodedIn(config)
  // The text as typed, with what it was turned into: decoding a large source at every keystroke would be felt.
  const [typed, setTyped] = useState<{ text: string; encoded: string }>()
  const text = typed?.encoded === encoded ? typed.text : decodeSource(encoded)
  if (text !== undefined && typed?.encoded !== encoded) setTyped({ text, encoded })

  const encodedBase = encodedIn(configOf(base))
  const [before, setBefore] = useState<{ text: string | undefined; encoded: string }>()
  const deployed = before?.encoded === encodedBase ? before.text : decodeSource(encodedBase)
  if (before?.encoded !== encodedBase) setBefore({ text: deployed, encoded: encodedBase })

  return {
    text,
    encoded,
    deployed: encodedBase === '' ? undefined : deployed,
    set(next) {
      const encodedNext = encodeSource(next)
      setTyped({ text: next, encoded: encodedNext })
      control.edit(sourcePath, encodedNext)
    },
  }
}

function encodedIn(config: unknown): string {
  const value = valueAt(config, sourcePath)
  return typeof value === 'string' ? value : ''
}
