import { useEffect, useState } from 'react'
import type { NuclioFunction } from '@/api/generated/schema'
import { isProvisioning } from '@/domain/function-state'
import { editDraft, isEdited, serverSeen, takeTheirs, type Draft } from './draft'
import { parseEdits, restoreDraft, serializeEdits } from './kept-edits'
import { keptText } from './kept-text'
import type { Path } from './tree'
import { useKeeper } from './use-keeper'

export interface DraftControl {
  draft: Draft
  /** For what belongs to the draft as a whole: deploys, decisions about someone else's change. */
  change: (next: (draft: Draft) => Draft) => void
  edit: (path: Path, value: unknown) => void
  discard: () => void
  /** When the edits that were found on opening were made, until they are discarded or the line is put away. */
  restoredFrom?: number
  forgetRestored: () => void
  /** False when the browser would not keep the edits. */
  isKept: boolean
}

const isSettled = (fn: NuclioFunction) => !isProvisioning(fn.status.state)

/** The draft of one function for as long as its page lives; the edits are kept under `key` in the browser. */
export function useDraft(key: string, fn: NuclioFunction): DraftControl {
  const [draft, setDraft] = useState(() => restoreDraft(fn, parseEdits(keptText.read(key))))
  const [restoredFrom, setRestoredFrom] = useState(() => (isEdited(draft) ? draft.editedAt : undefined))
  const [isKept, setIsKept] = useState(true)
  if (draft.server !== fn) setDraft(serverSeen(draft, fn, isSettled))

  const keeper = useKeeper(key, serializeEdits, setIsKept)
  const { config, base } = draft
  useEffect(() => keeper.schedule(draft), [keeper, config, base]) // eslint-disable-line react-hooks/exhaustive-deps -- a poll that changes neither must not write

  return {
    draft,
    change: setDraft,
    edit: (path, value) => {
      const now = Date.now()
      setDraft((before) => editDraft(before, path, value, now))
    },
    discard: () => {
      setRestoredFrom(undefined)
      setDraft(takeTheirs)
    },
    restoredFrom,
    forgetRestored: () => setRestoredFrom(undefined),
    isKept,
  }
}
