import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isDatabaseLate, keepIn, keptIn } from '@/lib/browser-database'
import { pruneOnce, readDraft, readLateDraft, writeDraft } from './draft-store'
import type { KeptDraft } from './kept-draft'

const texts = new Map<string, string>()
let isFull = false

const draft = (handler: string, editedAt = 1): KeptDraft => ({
  format: 2,
  base: { metadata: { name: 'echo' }, spec: { handler: 'a:b' } },
  config: { metadata: { name: 'echo' }, spec: { handler } },
  editedAt,
  size: 10,
})

beforeEach(async () => {
  texts.clear()
  isFull = false
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      texts.set(key, text)
    },
    removeItem: (key: string) => void texts.delete(key),
  })
  await writeDraft('key', undefined)
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const withoutDatabase = () =>
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError')
  })

it('keeps a draft in the database, and removes it', async () => {
  expect(await writeDraft('key', draft('x'))).toBe(true)
  expect(await readDraft('key')).toEqual(draft('x'))
  await writeDraft('key', undefined)
  expect(await readDraft('key')).toBeUndefined()
  expect(texts.size).toBe(0)
})

it('finds nothing in what another build has kept there', async () => {
  await keepIn('drafts', 'key', { format: 99, editedAt: 1, size: 1 })
  expect(await readDraft('key')).toBeUndefined()
})

it('takes over what an earlier build kept as a text, once', async () => {
  const old = { format: 1, editedAt: 5, changes: [{ path: ['spec', 'handler'], from: 'a:b', to: 'x' }] }
  texts.set('key', JSON.stringify(old))
  expect(await readDraft('key')).toEqual(old)
  await writeDraft('key', draft('x', 5))
  expect(texts.size).toBe(0)
  expect(await keptIn('drafts', 'key')).toEqual(draft('x', 5))
})

it('falls back to the other storage, and the latest counts', async () => {
  await writeDraft('key', draft('old', 1))
  const blocked = withoutDatabase()
  expect(await writeDraft('key', draft('new', 2))).toBe(true)
  expect(await readDraft('key')).toEqual(draft('new', 2))
  blocked.mockRestore()
  expect(await readDraft('key')).toEqual(draft('new', 2))
})

it('has what a page leaves before it waits for anything, and until the database has it', async () => {
  const writing = writeDraft('key', draft('left', 3), true)
  expect(JSON.parse(texts.get('key') ?? '')).toEqual(draft('left', 3))
  await writing
  expect(texts.size).toBe(0)
  expect(await keptIn('drafts', 'key')).toEqual(draft('left', 3))
})

it('leaves a large source to the database alone', async () => {
  const large = { ...draft('large', 3), size: 1_000_000 }
  const writing = writeDraft('key', large, true)
  expect(texts.size).toBe(0)
  await writing
  expect(await readDraft('key')).toEqual(large)
})

it('moves what a page has left into the database, unless that has something later', async () => {
  await writeDraft('key', draft('stored', 2))
  texts.set('key', JSON.stringify(draft('left', 3)))
  expect(await readDraft('key')).toEqual(draft('left', 3))
  await vi.waitFor(() => expect(texts.size).toBe(0))
  expect(await keptIn('drafts', 'key')).toEqual(draft('left', 3))
  texts.set('key', JSON.stringify(draft('older', 1)))
  expect(await readDraft('key')).toEqual(draft('left', 3))
  expect(texts.size).toBe(0)
})

it('has nothing to read later where the database came in time', async () => {
  await writeDraft('key', draft('x'))
  expect(isDatabaseLate()).toBe(false)
  expect(await readLateDraft('key')).toBeUndefined()
})

it('says when no storage takes it, and still has it for as long as the page lives', async () => {
  withoutDatabase()
  isFull = true
  expect(await writeDraft('key', draft('x'))).toBe(false)
  expect(await readDraft('key')).toEqual(draft('x'))
})

it('lets go of drafts that nobody came back for', async () => {
  const day = 24 * 60 * 60 * 1000
  const now = 1000 * day
  await writeDraft('old', draft('x', now - 100 * day))
  await writeDraft('open', draft('x', now - 100 * day))
  await writeDraft('new', draft('x', now - day))
  await pruneOnce('open', now)
  expect(await readDraft('old')).toBeUndefined()
  expect(await readDraft('open')).toBeDefined()
  expect(await readDraft('new')).toBeDefined()
})
