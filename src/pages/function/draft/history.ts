import type { KeptDraft } from './kept-draft'
import { isWithin, samePath, type Change, type Path } from '@/lib/tree'

/** What one undo takes back. */
export interface Step {
  /** Edits of one group that follow each other without a pause are one step. */
  group: string
  /** The places that were edited, as the person knows them. */
  paths: readonly Path[]
  /** What that changed, in order; never an item of a list alone, so that it can be taken back when the list is another by then. */
  changes: readonly Change[]
  /** When it was last added to, milliseconds. */
  at: number
  /** All edits were given up: what they were. */
  dropped?: KeptDraft
}

export interface History {
  done: readonly Step[]
  /** Taken back, the next to be done again last. */
  undone: readonly Step[]
}

export const noHistory: History = { done: [], undone: [] }

const pause = 2_000
const most = 200
/** Characters that all steps together may hold: a source of a megabyte is in every step that edits it. */
const room = 32_000_000

/** Adds what was just edited; it goes into the last step when it continues that. What was undone can then not be done again. */
export function withEdit(history: History, step: Omit<Step, 'dropped'>): History {
  const last = history.done.at(-1)
  const continues =
    last !== undefined &&
    !last.dropped &&
    last.group === step.group &&
    step.at - last.at < pause &&
    history.undone.length === 0
  if (!continues) return { done: trimmed([...history.done, step]), undone: [] }
  const paths = [...last.paths, ...step.paths.filter((path) => !last.paths.some((at) => samePath(at, path)))]
  const joined = { ...last, at: step.at, paths, changes: joinedChanges(last.changes, step.changes) }
  return { done: [...history.done.slice(0, -1), joined], undone: [] }
}

/** All edits were given up at once. */
export function withDropped(history: History, dropped: KeptDraft, at: number): History {
  return { done: trimmed([...history.done, { group: '', paths: [], changes: [], at, dropped }]), undone: [] }
}

/** The step that an undo takes back moves to what can be done again. */
export function afterUndo({ done, undone }: History): History {
  return { done: done.slice(0, -1), undone: [...undone, ...done.slice(-1)] }
}

export function afterRedo({ done, undone }: History): History {
  return { done: [...done, ...undone.slice(-1)], undone: undone.slice(0, -1) }
}

/** The changes that take others back. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.map(({ path, from, to }) => ({ path, from: to, to: from })).reverse()
}

function joinedChanges(before: readonly Change[], after: readonly Change[]): Change[] {
  const joined = [...before]
  for (const change of after) {
    // Only over changes of other places: what lies above or below must stay in its order.
    const index = joined.findLastIndex(
      ({ path }) => isWithin(path, change.path) || isWithin(change.path, path),
    )
    const same = joined[index]
    if (same && samePath(same.path, change.path)) joined[index] = { ...same, to: change.to }
    else joined.push(change)
  }
  return joined
}

function trimmed(steps: readonly Step[]): readonly Step[] {
  let left = room
  const tooOld = steps.slice(-most).findLastIndex((step) => (left -= sizeOf(step)) < 0)
  // The last one stays whatever its size.
  return steps.slice(-most).slice(Math.min(tooOld + 1, steps.length - 1))
}

const lengthOf = (value: unknown): number =>
  typeof value === 'string' ? value.length : (JSON.stringify(value) ?? '').length

function sizeOf({ changes, dropped }: Step): number {
  return changes.reduce((sum, { from, to }) => sum + lengthOf(from) + lengthOf(to), dropped?.size ?? 0)
}
