import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { useLoaderData } from 'react-router'
import { functionQuery } from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { useFunctionRef } from '@/layouts/namespace'
import { announce } from '@/lib/announce'
import type { Path } from '@/lib/tree'
import { isEdited, type Draft } from './draft'
import { openDraftChannel } from './draft-channel'
import { createDraftSession, type Edit, type Moved } from './draft-session'
import { pruneOnce, readDraft, readLateDraft, writeDraft } from './draft-store'
import type { Step } from './history'
import type { Kept } from './kept-draft'
import type { UnreadText } from './unread-texts'
import { placeNames } from '../place-name'

/** Milliseconds after which the page is at rest, as a rule. */
const pruneAfter = 5_000

export interface DraftControl {
  draft: Draft
  /** For what belongs to the draft as a whole: deploys, decisions about someone else's change. */
  change: (next: (draft: Draft) => Draft) => void
  edit: (path: Path, value: unknown) => void
  /** Several places as one step; edits of one `group` that follow each other are one step, too. */
  editAll: (edits: readonly Edit[], group: string) => void
  /** Keeps what was typed for a place and cannot be read; nothing lets go of it. */
  keepText: (path: Path, text: Omit<UnreadText, 'path'> | undefined) => void
  undo: () => void
  redo: () => void
  /** What an undo would take back, in words; nothing when there is nothing. */
  undoLabel?: string
  redoLabel?: string
  /** What was just undone or done again, until something else is edited. */
  moved?: Moved
  forgetMoved: () => void
  /** Gives up the edits; {@link undo} brings them back. */
  discard: () => void
  /** The edits were given up just now. */
  isDiscarded: boolean
  /** The function is deleted by the person's own hand, and its edits with it. */
  letGo: () => void
  /** When the edits that were found on opening were made, until they are discarded or the line is put away. */
  restoredFrom?: number
  forgetRestored: () => void
  /** False when the browser would not keep the edits. */
  isKept: boolean
  /** The latest edits will be kept in a moment. */
  isKeeping: boolean
  /** When a tab that this one cannot hear has edited the same function. */
  editedElsewhere?: number
  /** Shows what the other tab has kept. */
  takeElsewhere: () => void
}

/** What the route's loader found in this browser; it comes with the page, so that its first paint has the edits. */
export interface FoundDraft {
  kept: Kept | undefined
  /** The function as it was when its edits were made: the server has it no more. */
  lost?: NuclioFunction
}

/** The draft of one function for as long as its page lives; the edits are kept under `key` in the browser. */
export function useDraft(key: string, fn: NuclioFunction): DraftControl {
  const queryClient = useQueryClient()
  const found = useLoaderData<FoundDraft | null>()
  const { queryKey } = functionQuery(useFunctionRef())
  const [session] = useState(() =>
    createDraftSession({
      fn,
      kept: found?.kept,
      keep: (kept, isLeaving) => writeDraft(key, kept, isLeaving),
      onBehind: () => void queryClient.invalidateQueries({ queryKey }),
    }),
  )
  const { draft, history, ...state } = useSyncExternalStore(session.subscribe, session.read)
  useLayoutEffect(() => session.seen(fn), [session, fn, draft.server])

  useEffect(() => {
    const channel = openDraftChannel(key, session.receive)
    session.connect(channel)
    const onHidden = () => {
      if (document.visibilityState === 'hidden') session.leave()
    }
    // Without a channel the storage is all that tells of other tabs.
    const onFocus = () => {
      if (!channel) void readDraft(key).then(session.found)
    }
    let isHere = true
    readLateDraft(key).then(
      (late) => isHere && session.foundLate(late),
      () => undefined,
    )
    window.addEventListener('pagehide', session.leave)
    window.addEventListener('focus', onFocus)
    document.addEventListener('visibilitychange', onHidden)
    // Not at once: what is typed first would wait behind it, and a page that goes then takes it along.
    const pruning = setTimeout(() => void pruneOnce(key, Date.now()), pruneAfter)
    return () => {
      isHere = false
      clearTimeout(pruning)
      window.removeEventListener('pagehide', session.leave)
      window.removeEventListener('focus', onFocus)
      document.removeEventListener('visibilitychange', onHidden)
      session.close()
      channel?.close()
    }
  }, [key, session])

  const undone = history.done.at(-1)
  const redone = history.undone.at(-1)
  const say = (verb: Moved['verb'], step: Step | undefined) => {
    if (step) announce(`${verb}: ${labelOf(step)}`)
  }
  return {
    draft,
    change: session.change,
    edit: session.edit,
    editAll: session.edits,
    keepText: session.keepText,
    undo: () => {
      session.undo()
      say('Undid', undone)
    },
    redo: () => {
      session.redo()
      say('Redid', redone)
    },
    undoLabel: undone && labelOf(undone),
    redoLabel: redone && labelOf(redone),
    moved: state.moved,
    forgetMoved: session.forgetMoved,
    discard: session.discard,
    isDiscarded: undone?.dropped !== undefined && !isEdited(draft),
    letGo: session.letGo,
    restoredFrom: state.restoredFrom,
    forgetRestored: session.forgetRestored,
    isKept: state.isKept,
    isKeeping: state.isKeeping,
    editedElsewhere: state.elsewhere?.editedAt,
    takeElsewhere: session.takeElsewhere,
  }
}

function labelOf({ dropped, paths }: Step): string {
  return dropped ? 'discarding your edits' : placeNames(paths)
}
