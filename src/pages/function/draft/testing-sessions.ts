import { afterEach, beforeEach, vi } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { setAt, valueAt, type Path } from '@/lib/tree'
import type { DraftMessage } from './draft-channel'
import { createDraftSession, type DraftSession } from './draft-session'
import type { Kept, KeptDraft } from './kept-draft'

/** A function to edit in tests of drafts. */
export const echo: NuclioFunction = {
  metadata: { name: 'echo', namespace: 'nuclio', resourceVersion: '7' },
  spec: {
    handler: 'main:handler',
    runtime: 'nodejs',
    description: 'x',
    env: [{ name: 'A', value: '1' }],
    build: { functionSourceCode: 'b2xk' },
  },
  status: { state: 'ready' },
}
export const description: Path = ['spec', 'description']

/** The function as a server has it in another version. */
export const echoAt = (version: string, of = echo, state = 'ready') =>
  setAt(setAt(of, ['metadata', 'resourceVersion'], version), ['status', 'state'], state)

/** What the browser keeps, for tests with a clock of their own. */
export const storage = {
  stored: undefined as KeptDraft | undefined,
  isFull: false,
  keep: vi.fn(async (kept: KeptDraft | undefined) => {
    if (!storage.isFull) storage.stored = kept && structuredClone(kept)
    return !storage.isFull
  }),
}

/** Gives every test of a file an empty storage, and a clock that only it moves. */
export function withEmptyStorage(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 })
    storage.stored = undefined
    storage.isFull = false
    storage.keep.mockClear()
  })
  afterEach(() => vi.useRealTimers())
}

export const openSession = (of = echo, kept?: Kept, onBehind?: () => void) =>
  createDraftSession({ fn: of, kept, keep: storage.keep, onBehind })

export const draftOf = (session: DraftSession) => session.read().draft
export const holds = (session: DraftSession, path: Path) => valueAt(draftOf(session).config, path)

/** Lets tabs hear each other; messages wait until they are delivered. */
export function connected(...sessions: DraftSession[]) {
  let waiting: { from: DraftSession; message: DraftMessage }[] = []
  const deliver = () => {
    for (let count = 0; waiting.length > 0; count += 1) {
      if (count > 20) throw new Error('The tabs do not come to rest')
      const now = waiting
      waiting = []
      for (const { from, message } of now)
        for (const session of sessions) if (session !== from) session.receive(structuredClone(message))
    }
  }
  for (const session of sessions)
    session.connect({
      post: (message) => waiting.push({ from: session, message }),
      close: () => undefined,
    })
  deliver()
  return { deliver }
}
