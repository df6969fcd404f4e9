import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createKeeper } from './keeper'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('writes the last of many values, once they rest', () => {
  const write = vi.fn()
  const { schedule } = createKeeper(write)
  for (const value of ['a', 'ab', 'abc']) schedule(value)
  expect(write).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(write.mock.calls).toEqual([['abc']])
})

it('writes within 300 ms of the last key', () => {
  const write = vi.fn()
  createKeeper(write).schedule('a')
  vi.advanceTimersByTime(300)
  expect(write).toHaveBeenCalledWith('a')
})

it('writes now and then while the keys do not rest', () => {
  const write = vi.fn()
  const { schedule } = createKeeper(write)
  for (let key = 1; key <= 30; key += 1) {
    schedule(key)
    vi.advanceTimersByTime(100)
  }
  expect(write.mock.calls.length).toBeGreaterThanOrEqual(2)
})

it('writes at once when it is told that the page goes away, and only once', () => {
  const write = vi.fn()
  const { schedule, flush } = createKeeper(write)
  schedule('abc')
  flush()
  flush()
  vi.runAllTimers()
  expect(write.mock.calls).toEqual([['abc']])
})
