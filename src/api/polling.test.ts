import { environmentManager, focusManager, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from './errors'
import { pollWhile } from './polling'

const pace = { fast: 1_000, patient: 5_000, slow: 30_000 }
const isBuilding = (state: { state: string }) => state.state === 'building'

function queryWith(data: { state: string } | undefined) {
  return {
    state: {
      data,
      dataUpdatedAt: data ? 1 : 0,
      error: null as unknown,
      errorUpdatedAt: 0,
      status: (data ? 'success' : 'pending') as 'success' | 'pending' | 'error',
    },
  }
}

type TestQuery = ReturnType<typeof queryWith>

function answer(query: TestQuery, data: { state: string }): void {
  Object.assign(query.state, {
    data,
    dataUpdatedAt: query.state.dataUpdatedAt + 1,
    error: null,
    status: 'success',
  })
}

function fail(query: TestQuery, error: unknown): void {
  Object.assign(query.state, { error, errorUpdatedAt: query.state.errorUpdatedAt + 1, status: 'error' })
}

describe('the pace of polling', () => {
  it('is slow at rest and before the first answer', () => {
    const { refetchInterval } = pollWhile(isBuilding, pace)
    expect(refetchInterval(queryWith({ state: 'ready' }))).toBe(30_000)
    expect(refetchInterval(queryWith(undefined))).toBe(30_000)
  })

  it('is fast while something moves, and grows while nothing new comes', () => {
    const { refetchInterval } = pollWhile(isBuilding, pace)
    const data = { state: 'building' }
    const query = queryWith(data)
    const waits = [refetchInterval(query)]
    for (let round = 0; round < 20; round++) {
      answer(query, data)
      waits.push(refetchInterval(query))
    }
    expect(waits[0]).toBe(1_000)
    expect(waits[1]).toBeGreaterThan(1_000)
    expect(waits.at(-1)).toBe(5_000)
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))

    answer(query, { state: 'building' })
    expect(refetchInterval(query)).toBe(1_000)
  })

  it('does not grow by being asked for', () => {
    const { refetchInterval } = pollWhile(isBuilding, pace)
    const query = queryWith({ state: 'building' })
    for (let render = 0; render < 10; render++) expect(refetchInterval(query)).toBe(1_000)
  })

  it('goes on growing when the options are made anew', () => {
    const data = { state: 'building' }
    const query = queryWith(data)
    expect(pollWhile(isBuilding, pace).refetchInterval(query)).toBe(1_000)
    answer(query, data)
    expect(pollWhile(isBuilding, pace).refetchInterval(query)).toBeGreaterThan(1_000)
  })

  it('backs off from a server that fails, and comes back to its pace', () => {
    const { refetchInterval } = pollWhile(isBuilding, pace)
    const query = queryWith({ state: 'building' })
    refetchInterval(query)
    const waits = Array.from({ length: 8 }, () => {
      fail(query, new ApiError(0, 'no answer'))
      return refetchInterval(query)
    })
    expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000])
    expect(waits.at(-1)).toBe(30_000)
    answer(query, { state: 'building' })
    expect(refetchInterval(query)).toBe(1_000)
  })

  it('seldom asks a server that refuses', () => {
    const { refetchInterval } = pollWhile(isBuilding, pace)
    const query = queryWith({ state: 'building' })
    fail(query, new ApiError(401, 'signed out'))
    expect(refetchInterval(query)).toBe(30_000)
  })
})

describe('polling in a page', () => {
  beforeEach(() => environmentManager.setIsServer(() => false))
  afterEach(() => {
    vi.useRealTimers()
    focusManager.setFocused(undefined)
  })

  function watch(read: () => Promise<{ state: string }>) {
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    const observer = new QueryObserver(queryClient, {
      queryKey: ['watched'],
      queryFn: read,
      ...pollWhile(isBuilding, pace),
    })
    queryClient.mount()
    const stop = observer.subscribe(() => undefined)
    return {
      observer,
      stop: () => {
        stop()
        queryClient.unmount()
      },
    }
  }

  it('stops in a hidden tab and asks at once when it is seen again', async () => {
    vi.useFakeTimers()
    const read = vi.fn(async () => ({ state: 'building' }))
    const { stop } = watch(read)
    await vi.advanceTimersByTimeAsync(3_000)
    const seen = read.mock.calls.length
    expect(seen).toBeGreaterThan(1)

    focusManager.setFocused(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(read).toHaveBeenCalledTimes(seen)

    focusManager.setFocused(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(read).toHaveBeenCalledTimes(seen + 1)
    stop()
  })

  it('keeps stale data through a failed poll and goes on', async () => {
    vi.useFakeTimers()
    const answers = [{ state: 'building' }, new ApiError(502, 'down'), { state: 'ready' }]
    const read = vi.fn(async () => {
      const next = answers.shift()
      if (next instanceof Error) throw next
      return next ?? { state: 'ready' }
    })
    const { observer, stop } = watch(read)
    await vi.advanceTimersByTimeAsync(0)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(observer.getCurrentResult()).toMatchObject({ status: 'error', data: { state: 'building' } })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(observer.getCurrentResult()).toMatchObject({ status: 'success', data: { state: 'ready' } })
    stop()
  })
})
