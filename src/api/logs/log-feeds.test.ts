import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '../errors'
import { LogFeeds, type LogFeedsOptions } from './log-feeds'
import { SimulatedServer } from './simulated-server'
import { TestClock, TestSink } from './test-clock'
import type { StreamLease } from './stream-lease'

const ref = { namespace: 'nuclio', project: 'shop', name: 'echo' }

describe('LogFeeds', () => {
  let clock: TestClock
  let server: SimulatedServer
  let sink: TestSink
  let feeds: LogFeeds
  let names: string[] | Error
  let asked: number[]
  let wanted: number
  let changes: number

  beforeEach(() => {
    clock = new TestClock()
    server = new SimulatedServer(clock)
    sink = new TestSink()
    names = ['a']
    asked = []
    wanted = 0
    changes = 0
  })
  afterEach(() => feeds.close())

  function open(options: Partial<LogFeedsOptions> = {}) {
    feeds = new LogFeeds({
      ref,
      start: { kind: 'all' },
      isPolled: false,
      sink,
      onChange: () => (changes += 1),
      clock,
      open: server.open,
      readNames: async () => {
        asked.push(clock.now())
        if (names instanceof Error) throw names
        return { names }
      },
      lease: (): StreamLease => ({
        get granted() {
          return Math.min(3, wanted)
        },
        want: (count) => (wanted = count),
        close: () => undefined,
      }),
      ...options,
    })
    return feeds
  }

  const states = () => Object.fromEntries(feeds.status().replicas.map(({ name, state }) => [name, state]))

  it('loads until all replicas have answered once', async () => {
    names = ['a', 'b']
    server.write('of a\n', 'a')
    open()
    expect(feeds.status()).toEqual({ replicas: [], problem: undefined, isLoading: true })
    await clock.pass(10)
    expect(feeds.status().isLoading).toBe(true)
    await clock.pass(100)
    expect([feeds.status().isLoading, states()]).toEqual([false, { a: 'following', b: 'following' }])
    expect([sink.text('a'), sink.marks]).toEqual(['of a\n', []])
    expect(changes).toBeGreaterThan(0)
  })

  it('follows three replicas, the selected ones first, and reads the others by turns', async () => {
    names = ['a', 'b', 'c', 'd', 'e', 'f']
    open()
    await clock.pass(1_000)
    expect(states()).toEqual({
      a: 'following',
      b: 'following',
      c: 'following',
      d: 'by-turns',
      e: 'by-turns',
      f: 'by-turns',
    })
    for (let line = 0; line < 20; line += 1) {
      for (const name of names) server.write(`line ${line} of ${name}\n`, name)
      await clock.pass(4_900)
      for (const name of names) expect(sink.text(name)).toBe(server.text(name))
    }
    expect(server.mostFollowed).toBe(3)
    feeds.select(['e'])
    await clock.pass(3_000)
    expect(states()).toMatchObject({ a: 'following', b: 'following', c: 'by-turns', e: 'following' })
    for (const name of names) server.write('after that\n', name)
    await clock.pass(3_000)
    for (const name of names) expect(sink.text(name)).toBe(server.text(name))
    expect(sink.marks).toEqual([])
  })

  it('asks only where it is told to, and where one stream was found to be held back', async () => {
    names = ['a', 'b']
    open({ isPolled: true })
    await clock.pass(1_000)
    expect([states(), wanted]).toEqual([{ a: 'polling', b: 'polling' }, 0])
    feeds.close()
    open()
    server.buffering = { bytes: 8_192 }
    await clock.pass(4_000)
    server.write('a line\n', 'a')
    await clock.pass(5_000)
    expect([states(), wanted]).toEqual([{ a: 'polling', b: 'polling' }, 0])
  })

  it('takes up replicas that come, and leaves those that go, with a mark for each', async () => {
    open()
    server.write('of a\n', 'a')
    await clock.pass(6_000)
    server.write('of b\n', 'b')
    names = ['a', 'b']
    await clock.pass(6_000)
    expect(states()).toEqual({ a: 'following', b: 'following' })
    expect(sink.text('b')).toBe('of b\n')
    names = ['b']
    server.write('the last of a\n', 'a')
    server.endStreams('a')
    await clock.pass(2_000)
    expect(states()).toEqual({ a: 'gone', b: 'following' })
    expect(sink.text('a')).toBe('of a\nthe last of a\n')
    expect(sink.marks).toMatchObject([
      { kind: 'replica-came', replica: 'b' },
      { kind: 'replica-gone', replica: 'a' },
    ])
    await clock.pass(4_000)
    const before = server.requests.filter(({ replica }) => replica === 'a').length
    await clock.pass(20_000)
    expect(server.requests.filter(({ replica }) => replica === 'a')).toHaveLength(before)
    names = ['a', 'b']
    server.write('a again\n', 'a')
    await clock.pass(6_000)
    expect([sink.text('a'), states()]).toEqual([server.text('a'), { a: 'following', b: 'following' }])
  })

  it('says that there are no replicas, and begins with the first one', async () => {
    names = []
    open({ start: { kind: 'now' } })
    await clock.pass(1_000)
    expect(feeds.status()).toMatchObject({ replicas: [], problem: { kind: 'none' }, isLoading: false })
    await clock.pass(60_000)
    server.write('it starts\n')
    names = ['a']
    await clock.pass(6_000)
    expect([feeds.status().problem, sink.text()]).toEqual([undefined, 'it starts\n'])
  })

  it('asks for the names every five seconds, and sooner after something changed', async () => {
    open()
    await clock.pass(20_500)
    expect(asked).toHaveLength(5)
    names = ['a', 'b']
    await clock.pass(5_000)
    const before = asked.length
    await clock.pass(9_000)
    expect(asked.length - before).toBe(6)
  })

  it.each([
    [404, 'gone', 'gone'],
    [403, 'refused', 'following'],
    [500, 'failed', 'following'],
  ])('says what is the matter with the names: %i', async (status, kind, state) => {
    open()
    await clock.pass(2_000)
    names = new ApiError(status, 'The server says so')
    if (status === 404) server.refuse = () => new ApiError(404, 'Function not found')
    await clock.pass(20_000)
    expect(feeds.status()).toMatchObject({ problem: { kind, status }, isLoading: false })
    expect(feeds.status().problem?.message).toContain('The server says so')
    expect(states()).toEqual({ a: state })
    names = ['a']
    server.refuse = () => undefined
    feeds.retry()
    await clock.pass(2_000)
    expect([feeds.status().problem, states()]).toEqual([undefined, { a: 'following' }])
  })

  it('notices at once when the function was deleted meanwhile', async () => {
    open()
    server.write('the last line\n')
    await clock.pass(7_000)
    names = new ApiError(404, 'Function not found')
    server.refuse = () => new ApiError(404, 'Function not found')
    server.endStreams()
    await clock.pass(1_500)
    expect(feeds.status()).toMatchObject({
      problem: { kind: 'gone' },
      replicas: [{ name: 'a', state: 'gone' }],
    })
    expect([sink.text(), sink.kinds()]).toEqual(['the last line\n', ['replica-gone']])
  })

  it.each([
    [false, 'Replica a is gone; its lines stay'],
    [true, 'Replica a is gone; its lines stay. It was read by turns: what it wrote last may be missing'],
  ])(
    'says of a replica that is gone when its last lines may be missing (polled: %s)',
    async (isPolled, text) => {
      names = ['a', 'b']
      open({ isPolled })
      await clock.pass(1_000)
      names = ['b']
      feeds.retry()
      await clock.pass(100)
      expect(sink.marks).toMatchObject([{ kind: 'replica-gone', text }])
    },
  )

  it('asks again where a replica is named and said to be gone, though not all the time', async () => {
    open()
    await clock.pass(7_000)
    server.refuse = () => new ApiError(400, 'a replica does not belong to function echo')
    server.endStreams()
    await clock.pass(1_000)
    expect(states()).toEqual({ a: 'gone' })
    const before = server.requests.length + asked.length
    await clock.pass(30_000)
    expect(server.requests.length + asked.length - before).toBeLessThan(30)
    server.refuse = () => undefined
    server.write('it was there all the time\n')
    await clock.pass(6_500)
    expect([states(), sink.text(), sink.kinds()]).toEqual([
      { a: 'following' },
      server.text(),
      ['reconnected'],
    ])
  })

  it('lets go of streams while nobody looks, and goes on where it was', async () => {
    open()
    await clock.pass(1_000)
    feeds.setVisible(false)
    await clock.pass(10_000)
    expect(server.followed).toBe(1)
    await clock.pass(12_000)
    expect([server.followed, wanted, states()]).toEqual([0, 0, { a: 'polling' }])
    const before = server.requests.length
    await clock.pass(300_000)
    expect(server.requests.length - before).toBeLessThanOrEqual(21)
    await clock.pass(600_000)
    expect(states()).toEqual({ a: 'stopped' })
    const requests = server.requests.length + asked.length
    server.write('while nobody looked\n')
    await clock.pass(3_600_000)
    expect(server.requests.length + asked.length).toBe(requests)
    feeds.setVisible(true)
    await clock.pass(500)
    expect([states(), sink.text(), sink.marks]).toEqual([{ a: 'following' }, 'while nobody looked\n', []])
  })

  it('gives its marks the time of the server', async () => {
    open({
      readNames: async () => ({
        names: names as string[],
        date: new Date(clock.now() + 3_600_000).toUTCString(),
      }),
    })
    await clock.pass(1_000)
    names = []
    await clock.pass(5_000)
    const [mark] = sink.marks
    expect(mark?.kind).toBe('replica-gone')
    expect(Math.abs((mark?.time ?? 0) - clock.now() - 3_600_000)).toBeLessThan(5_000)
  })
})
