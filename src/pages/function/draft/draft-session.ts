import type { NuclioFunction } from '@/api/generated/schema'
import { isProvisioning } from '@/domain/function-state'
import { reapplied } from '@/domain/merge/reapply'
import { applyChanges, differences, isWithin, sameValue, valueAt, type Change, type Path } from '@/lib/tree'
import {
  deployRefused,
  draftChanges,
  editDraft,
  isEdited,
  openDraft,
  serverSeen,
  takeTheirs,
  type Draft,
} from './draft'
import { createDraftTab } from './draft-tabs'
import { afterRedo, afterUndo, inverse, noHistory, withDropped, withEdit, type History } from './history'
import { createKeeper } from './keeper'
import { keptOf, restoreDraft, type Kept, type KeptDraft } from './kept-draft'
import { withText, type UnreadText } from './unread-texts'

/** One place and what it is to hold; `undefined` removes it. */
export interface Edit {
  path: Path
  value: unknown
}

/** What an undo or a redo has just changed. */
export interface Moved {
  verb: 'Undid' | 'Redid'
  paths: readonly Path[]
}

export interface SessionState {
  draft: Draft
  history: History
  /** When the edits that were found on opening were made, for as long as there are some and the line is not put away. */
  restoredFrom?: number
  moved?: Moved
  /** False when the browser would not keep the edits. */
  isKept: boolean
  /** The latest edits are not kept yet; they will be in a moment. */
  isKeeping: boolean
  /** Kept since by a tab that this one cannot hear. */
  elsewhere?: Kept
}

interface Options {
  fn: NuclioFunction
  kept?: Kept
  /** Keeps the edits, or removes what is kept, also of a page that `isLeaving`; answers whether the browser took it. */
  keep: (kept: KeptDraft | undefined, isLeaving?: boolean) => Promise<boolean>
  /** Another tab knows more of the server than this one. */
  onBehind?: () => void
  now?: () => number
}

export type DraftSession = ReturnType<typeof createDraftSession>

const isSettled = (fn: NuclioFunction) => !isProvisioning(fn.status.state)
/** How long the deploy of another tab may be on its way (servers wait for slow sources) before this one stops counting on it. */
const deployWithin = 6 * 60_000

/** Whether edits were given up: none are left, and something of them is not there any more. */
function isDrop(before: Draft, after: Draft): boolean {
  if (before.deploy || after.deploy || isEdited(after)) return false
  const isGone = ({ path, to }: Change) => !sameValue(valueAt(after.config, path), to)
  return before.unread !== undefined || draftChanges(before).some(isGone)
}

const newer = (a: NuclioFunction, b: NuclioFunction): boolean =>
  Number(a.metadata.resourceVersion) > Number(b.metadata.resourceVersion)

/**
 * The draft of one function while its page is open: takes edits, keeps them, takes them back, and shares them with other tabs.
 * Whatever is asked of it has happened when the call returns.
 */
export function createDraftSession({ fn, kept, keep, onBehind, now = Date.now }: Options) {
  const listeners = new Set<() => void>()
  /** The latest that this tab itself has read. */
  let own = fn
  /** What another tab has read and this one has not. */
  let told: NuclioFunction | undefined
  let deployTimer: ReturnType<typeof setTimeout> | undefined
  const restored = restoreDraft(fn, kept)
  let isAnythingKept = kept !== undefined
  let state: SessionState = {
    draft: restored,
    history: noHistory,
    restoredFrom: isEdited(restored) ? restored.editedAt : undefined,
    isKept: true,
    isKeeping: false,
  }
  let scheduled = 0
  let isLeaving = false
  const tab = createDraftTab({ read: () => state.draft, take: takeFromTab, adopted, now })

  const keeper = createKeeper<Draft>((draft) => {
    const toKeep = keptOf(draft)
    // What another tab keeps is not removed by one that never had any edits.
    if (!toKeep && !isAnythingKept) return set({ isKeeping: false })
    isAnythingKept = toKeep !== undefined
    const written = scheduled
    void keep(toKeep, isLeaving).then((isKept) => {
      const isKeeping = state.isKeeping && written !== scheduled
      if (isKept !== state.isKept || isKeeping !== state.isKeeping) set({ isKept, isKeeping })
    })
  })
  // What an earlier build kept is written anew, and what the server has by now is removed.
  if (kept && (kept.format === 1 || !isEdited(restored))) keeper.schedule(restored)

  function set(change: Partial<SessionState>): void {
    const before = state.draft
    state = { ...state, ...change }
    const { draft } = state
    const isSame = draft.config === before.config && draft.base === before.base
    if (!isSame || draft.unread !== before.unread) {
      scheduled += 1
      state.isKeeping = true
      keeper.schedule(draft)
    }
    if (state.restoredFrom !== undefined && !isEdited(draft)) state.restoredFrom = undefined
    for (const tell of listeners) tell()
  }

  function edits(list: readonly Edit[], group: string): void {
    const at = tab.tick()
    const before = state.draft
    const draft = list.reduce((to, { path, value }) => editDraft(to, path, value, at), before)
    const changes = differences(before.config, draft.config)
    if (changes.length === 0) return
    // As close as the edits say: a form may write an item of a list, or the whole spec for two fields of it.
    const paths = changes.map(({ path }) => list.find((one) => isWithin(one.path, path))?.path ?? path)
    set({ draft, history: withEdit(state.history, { group, paths, changes, at }), moved: undefined })
    tab.postEdit(before, draft, at)
  }

  function keepText(path: Path, text: Omit<UnreadText, 'path'> | undefined): void {
    const before = state.draft
    const unread = withText(before.unread, path, text)
    if (sameValue(unread, before.unread)) return
    const at = tab.tick()
    const draft = { ...before, unread, editedAt: at }
    set({ draft })
    tab.postEdit(before, draft, at)
  }

  function change(next: (draft: Draft) => Draft): void {
    const before = state.draft
    const draft = next(before)
    if (draft === before) return
    const dropped = isDrop(before, draft) ? keptOf(before) : undefined
    const history = dropped ? withDropped(state.history, dropped, now()) : state.history
    set({ draft, history, moved: undefined })
    // A tab that is opened now must not find what was just given up or deployed.
    keeper.flush()
    tab.postWhole()
  }

  /** Puts changes on the draft that are no step of their own. */
  function move(changes: readonly Change[], history: History, moved: Moved): void {
    const at = tab.tick()
    const before = state.draft
    // What came from the server since stays, also in the list or the text that the step was about.
    const draft = { ...before, config: reapplied(before.config, changes), editedAt: at }
    set({ draft, history, moved })
    tab.postEdit(before, draft, at)
  }

  function undo(): void {
    const { draft, history } = state
    const step = history.done.at(-1)
    if (!step) return
    if (!step.dropped)
      return move(inverse(step.changes), afterUndo(history), { verb: 'Undid', paths: step.paths })
    const back = restoreDraft(draft.server, step.dropped)
    const config = applyChanges(back.config, draftChanges(draft))
    const unread = back.unread || draft.unread ? { ...back.unread, ...draft.unread } : undefined
    set({
      draft: { ...back, config, unread, deploy: draft.deploy },
      history: afterUndo(history),
      moved: undefined,
    })
    tab.postWhole()
  }

  function redo(): void {
    const { draft, history } = state
    const step = history.undone.at(-1)
    if (!step) return
    if (!step.dropped) return move(step.changes, afterRedo(history), { verb: 'Redid', paths: step.paths })
    const dropped = keptOf(draft) ?? step.dropped
    const redone = afterRedo(history)
    const done = [...redone.done.slice(0, -1), { ...step, dropped }]
    set({ draft: takeTheirs(draft), history: { ...redone, done }, moved: undefined })
    tab.postWhole()
  }

  /** Another tab's whole draft, seen from what this tab knows of the server. */
  function adopted(theirs: Draft): Draft {
    const isAhead = newer(theirs.server, own) || (theirs.deploy !== undefined && !newer(own, theirs.server))
    const latest = isAhead ? theirs.server : own
    told = isAhead ? latest : undefined
    if (told || theirs.deploy) onBehind?.()
    if (!isEdited(theirs) && !theirs.deploy) return openDraft(latest)
    return told ? theirs : serverSeen(theirs, own, isSettled)
  }

  function takeFromTab(draft: Draft): void {
    const isSameDeploy = draft.deploy === state.draft.deploy
    set({ draft, moved: undefined })
    if (isSameDeploy) return
    clearTimeout(deployTimer)
    const { deploy } = draft
    if (!deploy || deploy.accepted) return
    // Its tab may have been closed over it, and then nobody says how it ended.
    deployTimer = setTimeout(() => {
      if (state.draft.deploy === deploy) set({ draft: deployRefused(state.draft) })
    }, deployWithin)
  }

  /** Takes in what the server answered. */
  function seen(latest: NuclioFunction): void {
    const { draft } = state
    // Read already: what a deploy or another tab has put into the draft since is newer.
    const isKnown = latest === own
    own = latest
    if (isKnown || draft.server === latest) return
    told = undefined
    set({ draft: serverSeen(draft, latest, isSettled) })
  }

  /** What was found in the storage; worth a word when another tab put it there and cannot be heard. */
  function found(inStorage: Kept | undefined): void {
    const mine = state.draft.editedAt ?? 0
    if (inStorage && inStorage.editedAt > mine) set({ elsewhere: inStorage })
  }

  /** What was kept and could not be read when the page came up. */
  function foundLate(late: Kept | undefined): void {
    if (!late || isEdited(state.draft) || state.draft.editedAt !== undefined) return found(late)
    const draft = restoreDraft(own, late)
    if (isEdited(draft)) set({ draft, restoredFrom: draft.editedAt })
    isAnythingKept = true
  }

  /** Keeps what is not surely kept yet: the page may be gone at once. */
  function leave(): void {
    isLeaving = true
    if (state.isKeeping) keeper.schedule(state.draft)
    keeper.flush()
    isLeaving = false
  }

  return {
    read: (): SessionState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit: (path: Path, value: unknown) => edits([{ path, value }], path.join('.')),
    /** Several places at once, as one step; `group` names what they are part of, so that typing goes into one step. */
    edits,
    /** Keeps what was typed for a place and cannot be read; nothing lets go of it. */
    keepText,
    change,
    discard: () => change(takeTheirs),
    undo,
    redo,
    seen,
    found,
    foundLate,
    receive: tab.receive,
    connect: tab.connect,
    /** Takes over what another tab has kept. */
    takeElsewhere: () => {
      const { elsewhere } = state
      if (elsewhere) set({ draft: restoreDraft(own, elsewhere), elsewhere: undefined })
    },
    leave,
    forgetRestored: () => set({ restoredFrom: undefined }),
    forgetMoved: () => set({ moved: undefined }),
    /** The function is gone by the person's own hand, and its edits with it; other tabs keep theirs. */
    letGo: () => {
      tab.leave()
      set({ draft: takeTheirs(state.draft), moved: undefined })
      keeper.flush()
    },
    close: () => {
      clearTimeout(deployTimer)
      tab.leave()
      keeper.flush()
    },
  }
}
