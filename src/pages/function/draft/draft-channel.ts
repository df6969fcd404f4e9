import type { Draft } from './draft'
import type { Stamp } from './latest-writes'
import { isBranch, type Change } from '@/lib/tree'

const format = 2

/** What tabs on the same draft tell each other. */
export type DraftMessage = Stamp &
  /** Places of the shared tree, see `shared-tree.ts`. */
  (
    | { kind: 'edit'; changes: readonly Change[] }
    /** All of it: after a deploy, a discard, a decision, and in answer to a tab that was just opened. */
    | { kind: 'draft'; draft: Draft }
    | { kind: 'hello' }
    /** The answer of a tab that has no edits. */
    | { kind: 'here' }
  )

export interface DraftChannel {
  post: (message: DraftMessage) => void
  close: () => void
}

/**
 * The way to the other tabs of this browser that have the same draft open; nothing where the browser has none. A build
 * that speaks otherwise is not heard.
 */
export function openDraftChannel(
  key: string,
  onMessage: (message: DraftMessage) => void,
): DraftChannel | undefined {
  if (typeof BroadcastChannel !== 'function') return undefined
  const channel = new BroadcastChannel(key)
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const { data } = event
    if (isBranch(data) && data.format === format) onMessage(data.message as DraftMessage)
  }
  return {
    post: (message) => channel.postMessage({ format, message }),
    close: () => channel.close(),
  }
}
