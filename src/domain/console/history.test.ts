import { describe, expect, it } from 'vitest'
import {
  addEntry,
  bodyNotKept,
  bytesOf,
  clearHistory,
  deleteEntry,
  historyEntry,
  keptSize,
  pinEntry,
  pinProblem,
  type Exchange,
  type History,
  type HistoryEntry,
} from './history'
import { searchHistory } from './history-search'
import { emptyRequest, type ConsoleRequest } from './request'
import { takeOutSecrets } from './request-secrets'

const encode = (text: string) => new TextEncoder().encode(text)

function exchange(change: Partial<Exchange> & { sent?: Partial<ConsoleRequest> } = {}): Exchange {
  const { sent, ...rest } = change
  return {
    id: 'a',
    at: 1_000,
    request: takeOutSecrets({ ...emptyRequest, ...sent }).masked,
    answer: {
      status: 200,
      statusText: 'OK',
      headers: [['Content-Type', 'text/plain']],
      body: encode('done'),
    },
    verdict: { origin: 'function', tone: 'ok' },
    duration: 12,
    ...rest,
  }
}

/** An entry of about so many bytes. */
const entry = (id: string, at: number, bytes = 100, pinned = false): HistoryEntry => ({
  ...historyEntry(exchange({ id, at })),
  bytes,
  pinned,
})
const ids = (history: History) => history.map(({ id }) => id).join('')

describe('historyEntry', () => {
  it('keeps the answer with its body, and covers what is secret in its headers', () => {
    const answer = {
      status: 200,
      statusText: 'OK',
      headers: [['Set-Cookie', 'a=b']] as [string, string][],
      body: encode('done'),
    }
    const kept = historyEntry(exchange({ answer }))
    expect(kept.answer).toEqual({ ...answer, headers: [['Set-Cookie', '••••']], size: 4 })
    expect(kept).toMatchObject({ pinned: false, isBodyLeftOut: false, duration: 12, at: 1_000 })
    expect(kept.bytes).toBe(keptSize({ ...kept, bytes: 0 }))
  })

  it('keeps of a body no more than itself, when it is a part of a larger buffer', () => {
    const body = new Uint8Array(1_000_000).subarray(10, 20)
    const kept = historyEntry(exchange({ answer: { status: 200, statusText: '', headers: [], body } }))
    expect(kept.answer?.body?.buffer.byteLength).toBe(10)
  })

  it('leaves out a body that is too big, and says how big it was', () => {
    const limits = { entries: 10, bytes: 1_000, bodyBytes: 3 }
    const kept = historyEntry(exchange(), limits)
    expect(kept.answer).toMatchObject({ status: 200, size: 4 })
    expect(kept.answer?.body).toBeUndefined()
    expect(kept.answer && bodyNotKept(kept.answer)).toBe('The body of 4 B was too big, not kept')
  })

  it('leaves out a request’s text that is too big with its marks, and files that are', () => {
    const limits = { entries: 10, bytes: 1_000, bodyBytes: 20 }
    const sent = {
      path: '/?token=x',
      body: {
        kind: 'multipart' as const,
        text: `{"password": "x", "note": "${'ü'.repeat(10)}"}`,
        fields: [
          { id: 1, name: 'a', value: '', file: { name: 'a', type: '', size: 15, bytes: new Uint8Array(15) } },
          { id: 2, name: 'b', value: '', file: { name: 'b', type: '', size: 15, bytes: new Uint8Array(15) } },
        ],
      },
    }
    const { request, isBodyLeftOut } = historyEntry(exchange({ sent }), limits)
    expect(isBodyLeftOut).toBe(true)
    expect(request.request.body.text).toBe('')
    expect(request.request.body.fields.map(({ file }) => file?.bytes?.length)).toEqual([15, undefined])
    expect(request.marks.map(({ key }) => key)).toEqual(['path token'])
  })

  it('keeps a call without an answer', () => {
    const failed = historyEntry(
      exchange({ answer: undefined, verdict: { origin: 'browser', tone: 'bad', words: 'No network' } }),
    )
    expect(failed.answer).toBeUndefined()
    expect(searchHistory([failed], 'network')).toHaveLength(1)
  })
})

describe('keptSize', () => {
  it('counts bytes as they are, and text by what it takes', () => {
    expect(keptSize(new Uint8Array(1_000))).toBe(1_016)
    expect(keptSize('a'.repeat(1_000))).toBe(1_016)
    expect(keptSize('é'.repeat(1_000))).toBe(1_016)
    expect(keptSize('字'.repeat(1_000))).toBe(2_016)
    expect(keptSize({ ab: [1, null] })).toBe(16 + 2 + 16 + 8 + 8)
  })
})

describe('addEntry', () => {
  const limits = { entries: 3, bytes: 1_000, bodyBytes: 1_000 }

  it('puts the newest first, also when an older one ends later', () => {
    const history = [entry('c', 3), entry('a', 1)]
    expect(ids(addEntry(history, entry('b', 2), limits).history)).toBe('cba')
  })

  it('evicts the oldest that is not pinned, by count and by bytes', () => {
    const history = [entry('c', 3), entry('b', 2), entry('a', 1, 100, true)]
    const counted = addEntry(history, entry('d', 4), limits)
    expect([ids(counted.history), counted.evicted]).toEqual(['dca', ['b']])
    const large = addEntry(history, entry('d', 4, 850), limits)
    expect([ids(large.history), large.evicted]).toEqual(['da', ['b', 'c']])
  })

  it('keeps the new one, whatever is pinned and however old it is', () => {
    const history = [entry('c', 3, 500, true), entry('b', 2, 500, true)]
    expect(addEntry(history, entry('a', 1, 2_000), limits)).toMatchObject({ evicted: [] })
  })

  it('replaces an entry with the same id', () => {
    const { history, evicted } = addEntry([entry('a', 1, 100)], entry('a', 1, 200), limits)
    expect([history.length, bytesOf(history), evicted]).toEqual([1, 200, []])
  })

  it('stays within its limits over a long series', () => {
    let history: History = []
    let state = 7
    const below = (count: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * count)
    }
    const wide = { entries: 20, bytes: 5_000, bodyBytes: 1_000 }
    const pinned = new Set<string>()
    for (let at = 1; at <= 500; at += 1) {
      const id = `${at}.`
      history = addEntry(history, entry(id, at, 1 + below(800)), wide).history
      if (below(10) === 0 && !pinProblem(history, id, wide)) {
        history = pinEntry(history, id, true)
        pinned.add(id)
      }
      expect(history.length).toBeLessThanOrEqual(20)
      expect(history[0]?.id).toBe(id)
      const older = history.slice(1)
      expect(bytesOf(older)).toBeLessThanOrEqual(5_000)
      for (const kept of pinned) expect(history.some((one) => one.id === kept)).toBe(true)
    }
    expect(pinned.size).toBeGreaterThan(3)
  })
})

describe('pinning, deleting and clearing', () => {
  const history = [entry('b', 2), entry('a', 1, 100, true)]

  it('pins, unpins and deletes one', () => {
    expect(pinEntry(history, 'b', true).map(({ pinned }) => pinned)).toEqual([true, true])
    expect(pinEntry(history, 'a', false).map(({ pinned }) => pinned)).toEqual([false, false])
    expect(ids(deleteEntry(history, 'b'))).toBe('a')
    expect(ids(deleteEntry(history, 'z'))).toBe('ba')
  })

  it('clears all but what is pinned, or all', () => {
    expect(ids(clearHistory(history))).toBe('a')
    expect(clearHistory(history, true)).toEqual([])
  })

  it('does not let pinned entries take all of the room', () => {
    const limits = { entries: 4, bytes: 1_000, bodyBytes: 1_000 }
    expect(pinProblem(history, 'b', limits)).toBeUndefined()
    expect(pinProblem([entry('b', 2, 700), ...history.slice(1)], 'b', limits)).toMatch('Too much is pinned')
    expect(pinProblem(history, 'b', { ...limits, entries: 2 })).toMatch('Too much is pinned')
  })
})

describe('searchHistory', () => {
  const kept = historyEntry(
    exchange({
      sent: {
        method: 'PUT',
        path: '/Orders?page=2',
        headers: [{ id: 1, name: 'X-Kind', value: 'Express' }],
        body: { kind: 'json', text: '{"city": "Köln"}', fields: [] },
      },
      answer: {
        status: 404,
        statusText: 'Not Found',
        headers: [['X-Trace', 'abc']],
        body: encode('{"error":"Keine Straße"}'),
      },
    }),
  )
  const binary = historyEntry(
    exchange({
      answer: { status: 200, statusText: 'OK', headers: [], body: new Uint8Array([0, 97, 98, 99]) },
    }),
  )

  it.each([
    'put',
    'orders',
    'x-kind: express',
    'KÖLN',
    '404',
    'not found',
    'trace',
    'straße',
    'put 404 köln',
    '  ',
  ])('finds “%s”', (query) => {
    expect(searchHistory([kept], query)).toEqual([kept])
  })

  it('finds only what has every word, and nothing in binary bodies', () => {
    expect(searchHistory([kept], 'put 200')).toEqual([])
    expect(searchHistory([binary], 'abc')).toEqual([])
  })
})
