import { randomUuid } from '@/lib/uuid'
import { isEdited, type Draft } from './draft'
import type { DraftChannel, DraftMessage } from './draft-channel'
import { LatestWrites } from './latest-writes'
import { createSharedTrees } from './shared-tree'

interface Options {
  read: () => Draft
  /** This is the draft now, with what another tab has made of it. */
  take: (draft: Draft) => void
  /** Another tab's whole draft, seen from what this tab knows of the server. */
  adopted: (theirs: Draft) => Draft
  now: () => number
}

/**
 * One tab among those that have the same draft open: tells them what is edited here and takes in what they tell. Edits are
 * stamped and go by place, so that those that cross end the same everywhere: of one place the later one stands, in all tabs.
 */
export function createDraftTab({ read, take, adopted, now }: Options) {
  const by = randomUuid()
  const writes = new LatestWrites()
  const trees = createSharedTrees()
  let channel: DraftChannel | undefined
  /** While nobody hears it, a source of a megabyte need not be copied at every key. */
  let isHeard = false
  let clock = 0
  let wholeAt = 0

  /** Later than everything that this tab has done or heard of. */
  function tick(): number {
    clock = Math.max(now(), clock + 1)
    return clock
  }

  function postWhole(): void {
    wholeAt = tick()
    trees.forget()
    if (isHeard) channel?.post({ kind: 'draft', draft: read(), at: wholeAt, by })
  }

  function receive(message: DraftMessage): void {
    const { at, by: from } = message
    clock = Math.max(clock, at)
    isHeard = true
    const draft = read()
    switch (message.kind) {
      case 'here':
        return
      case 'hello':
        if (isEdited(draft) || draft.deploy) postWhole()
        else channel?.post({ kind: 'here', at: tick(), by })
        return
      case 'edit': {
        const tree = writes.apply(trees.treeOf(draft), message.changes, { at, by: from })
        return take({ ...trees.withTree(draft, tree), editedAt: at })
      }
      case 'draft': {
        if (at < wholeAt) return
        wholeAt = at
        const theirs = adopted(message.draft)
        const tree = writes.adopt(trees.treeOf(theirs), trees.treeOf(draft), { at, by: from })
        return take(trees.withTree(theirs, tree))
      }
    }
  }

  return {
    tick,
    receive,
    /** All of it: after a deploy, a discard, a decision. */
    postWhole,
    /** An edit, made at a time that {@link tick} gave. */
    postEdit(before: Draft, after: Draft, at: number): void {
      const changes = trees.changes(before, after)
      writes.mark(
        changes.map(({ path }) => path),
        { at, by },
      )
      const sent = changes.map(({ path, to }) => ({ path, from: undefined, to }))
      if (isHeard) channel?.post({ kind: 'edit', changes: sent, at, by })
    },
    /** Speaks with other tabs from now on, and asks them what they have. */
    connect: (opened: DraftChannel | undefined): void => {
      channel = opened
      channel?.post({ kind: 'hello', at: tick(), by })
    },
    leave(): void {
      channel = undefined
    },
  }
}
