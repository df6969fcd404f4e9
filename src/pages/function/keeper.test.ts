import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createKeeper } from './keeper'

const store = new Map<string, string>()
let isFull = false

beforeEach(() => {
  vi.useFakeTimers()
  store.clear()
  isFull = false
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem(key: string, text: string) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      store.set(key, text)
    },
    removeItem: (key: string) => void store.delete(key),
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const keeper = (onKept?: (kept: boolean) => void) =>
  createKeeper<string>('key', (value) => value || undefined, onKept)

it('writes the last of many values, once they rest', () => {
  const { schedule } = keeper()
  for (const value of ['a', 'ab', 'abc']) schedule(value)
  expect(store.size).toBe(0)
  vi.runAllTimers()
  expect(store.get('key')).toBe('abc')
})

it('writes at once when it is told that the page goes away', () => {
  const { schedule, flush } = keeper()
  schedule('abc')
  flush()
  expect(store.get('key')).toBe('abc')
})

it('removes what is nothing any more', () => {
  store.set('key', 'old')
  const { schedule, flush } = keeper()
  schedule('')
  flush()
  expect(store.has('key')).toBe(false)
})

it('leaves alone what another tab has kept when nothing was changed here', () => {
  store.set('key', 'old')
  const { schedule, flush } = keeper()
  store.set('key', 'of another tab')
  schedule('old')
  flush()
  flush()
  expect(store.get('key')).toBe('of another tab')
})

it('says when the browser did not take it, and when it does again', () => {
  const onKept = vi.fn()
  const { schedule, flush } = keeper(onKept)
  isFull = true
  schedule('a')
  flush()
  isFull = false
  schedule('ab')
  flush()
  expect(onKept.mock.calls).toEqual([[false], [true]])
})
