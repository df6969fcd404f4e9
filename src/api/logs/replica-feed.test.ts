import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '../errors'
import { feedScene, follow, poll } from './feed-scene'
import type { LogStart } from './log-messages'

type Scene = ReturnType<typeof feedScene>

describe('ReplicaFeed', () => {
  let clock: Scene['clock']
  let server: Scene['server']
  let sink: Scene['sink']
  let calls: Scene['calls']
  let open: Scene['open']
  let followedRequests: Scene['followedRequests']
  let close: Scene['close']

  beforeEach(() => {
    ;({ clock, server, sink, calls, open, followedRequests, close } = feedScene())
  })
  afterEach(() => close())

  it('shows each line as it is written', async () => {
    server.write('one\nzwölf ✓\n')
    const it = open()
    expect(it.state).toBe('connecting')
    await clock.pass(500)
    expect([it.state, it.hasLoaded, sink.text()]).toEqual(['following', true, 'one\nzwölf ✓\n'])
    await clock.pass(10_000)
    server.write('three\n')
    await clock.pass(50)
    expect(sink.text()).toBe('one\nzwölf ✓\nthree\n')
    expect([followedRequests(), sink.marks]).toEqual([1, []])
  })

  it.each<[LogStart, object, string]>([
    [{ kind: 'all' }, {}, 'one\ntwo\nthree\n'],
    [{ kind: 'tail', lines: 1 }, { tailLines: 2 }, 'two\nthree\n'],
    [{ kind: 'since', seconds: 30 }, { since: 31 }, 'three\n'],
    [{ kind: 'now' }, { tailLines: 100 }, ''],
  ])('begins as asked for: %j', async (start, asked, shown) => {
    server.write('one\n')
    await clock.pass(60_000)
    server.write('two\n')
    await clock.pass(45_000)
    server.write('three\n')
    open(follow, start.kind === 'since' ? { ...start, seconds: 30.5 } : start)
    await clock.pass(1_000)
    expect(server.requests[0]).toMatchObject(asked)
    expect(sink.text()).toBe(shown)
    server.write('four\n')
    await clock.pass(1_000)
    expect(sink.text()).toBe(`${shown}four\n`)
  })

  it('asks again and again where nothing may be followed, and doubles nothing', async () => {
    server.write('one\n')
    const it = open(poll)
    await clock.pass(500)
    for (let line = 0; line < 60; line += 1) {
      server.write(`line ${line} of the log\n`)
      await clock.pass(700)
    }
    await clock.pass(120_000)
    server.write('the last\n')
    await clock.pass(2_100)
    expect(sink.text()).toBe(server.text())
    expect([it.state, sink.marks, followedRequests()]).toEqual(['polling', [], 0])
    const since = server.requests.map((request) => request.since ?? 0)
    expect(since.every((seconds) => Number.isInteger(seconds))).toBe(true)
  })

  it('tells honest repeats apart, also where there is nothing else', async () => {
    open(poll, { kind: 'now' })
    await clock.pass(500)
    for (let call = 0; call < 40; call += 1) {
      server.write('hello\n')
      await clock.pass(3_700)
      server.write('hello\nhello\n')
      await clock.pass(1_300)
    }
    await clock.pass(3_000)
    expect([sink.text(), sink.marks]).toEqual([server.text(), []])
  })

  it('tells 1,000 equal lines apart that come as fast as they can', async () => {
    server.write('the function starts\n')
    open(poll)
    for (let line = 0; line < 1000; line += 1) {
      server.write('the very same line\n')
      await clock.pass(11)
    }
    server.write('the end of them all\n')
    await clock.pass(4_000)
    expect([sink.text(), sink.marks]).toEqual([server.text(), []])
  })

  it('says once that equal lines cannot be told apart', async () => {
    for (let line = 0; line < 200; line += 1) {
      server.write('tick\n')
      await clock.pass(310)
    }
    open(poll, { kind: 'tail', lines: 10 })
    for (let line = 0; line < 300; line += 1) {
      server.write('tick\n')
      await clock.pass(310)
    }
    expect(sink.kinds().filter((kind) => kind === 'gap').length).toBeLessThanOrEqual(1)
    const lines = sink.text().split('\n').length
    expect(Math.abs(lines - 310)).toBeLessThan(60)
  })

  it('tells a prompt without its end after about a second, and goes on with it', async () => {
    open()
    await clock.pass(500)
    server.write('name? ')
    await clock.pass(700)
    expect(sink.text()).toBe('')
    await clock.pass(600)
    expect(sink.text()).toBe('name? ')
    server.endStreams()
    await clock.pass(3_000)
    server.write('Ada\nHello Ada\n')
    await clock.pass(2_000)
    expect([sink.text(), sink.marks]).toEqual(['name? Ada\nHello Ada\n', []])
  })

  it('tells a prompt where nothing may be followed', async () => {
    open(poll)
    await clock.pass(500)
    server.write('name? ')
    await clock.pass(4_000)
    expect(sink.text()).toBe('name? ')
    server.write('Ada\n')
    await clock.pass(2_500)
    expect([sink.text(), sink.marks]).toEqual(['name? Ada\n', []])
  })

  describe('when a stream breaks', () => {
    it('goes on without a word when it is over soon', async () => {
      open()
      server.write('one line of the log\n')
      await clock.pass(10_000)
      server.endStreams()
      server.write('written meanwhile\n')
      await clock.pass(1_000)
      server.write('written after\n')
      await clock.pass(50)
      expect([sink.text(), sink.marks, followedRequests()]).toEqual([server.text(), [], 2])
    })

    it('says for how long there was no connection, and that nothing was lost', async () => {
      const it = open()
      server.write('one line of the log\n')
      await clock.pass(5_000)
      server.refuse = () => new ApiError(0, 'No answer from the server: network error')
      server.endStreams('a', new TypeError('network error'))
      await clock.pass(3_000)
      expect(it.state).toBe('waiting')
      expect(it.problem?.message).toBe('No answer from the server: network error')
      expect(it.retryAt).toBeGreaterThan(clock.now())
      server.write('written meanwhile\n')
      await clock.pass(4_000)
      server.refuse = () => undefined
      await clock.pass(16_000)
      expect(sink.text()).toBe(server.text())
      expect(sink.marks).toMatchObject([{ kind: 'reconnected', replica: 'a' }])
      expect(sink.marks[0]?.text).toMatch(/^Reconnected after \d+ s, nothing lost$/)
      expect(sink.events.slice(-2)).toEqual(['(reconnected)', 'written meanwhile\n'])
    })

    it('tries again at once when told to', async () => {
      const it = open()
      server.refuse = () => new ApiError(502, 'Bad gateway')
      await clock.pass(60_000)
      server.refuse = () => undefined
      it.retry()
      await clock.pass(100)
      expect(it.state).toBe('following')
    })

    it('asks soon again where answers break off before their first byte', async () => {
      const it = open(poll)
      await clock.pass(500)
      server.cutAfter = () => 0
      await clock.pass(60_000)
      expect(it.state).toBe('waiting')
      const before = server.requests.length
      server.cutAfter = () => undefined
      server.write('one line of the log\n')
      await clock.pass(2_000)
      expect([sink.text(), server.requests.length - before]).toEqual([server.text(), 1])
    })

    it('goes on where an answer broke off that told of long ago', async () => {
      open(poll)
      server.write('one line of the log\n')
      await clock.pass(3_000)
      server.refuse = () => new ApiError(0, 'No answer from the server: network error')
      for (let line = 0; line < 100; line += 1) server.write(`line ${line} of the log\n`)
      await clock.pass(30_000)
      server.refuse = () => undefined
      server.cutAfter = () => (server.broken === 0 ? 900 : undefined)
      await clock.pass(20_000)
      expect([server.broken, sink.text(), sink.kinds()]).toEqual([1, server.text(), ['reconnected']])
    })

    it('goes on in the middle of a line and of a character', async () => {
      open()
      await clock.pass(500)
      let sent = 0
      server.cutAfter = () => [21, 44, 45, 46, 47][sent++]
      server.endStreams()
      await clock.pass(10)
      server.write('the first line of it\nzwölf Boxkämpfer jagen ✓ über den Deich\n')
      await clock.pass(20_000)
      server.write('the last\n')
      await clock.pass(6_000)
      expect(sink.text()).toBe(server.text())
    })

    it('says from when to when lines may be missing when the log starts anew', async () => {
      open()
      for (let line = 0; line < 20; line += 1) server.write(`line ${line} of the first run\n`)
      await clock.pass(60_000)
      const before = server.text()
      server.restart()
      await clock.pass(4_000)
      for (let line = 0; line < 20; line += 1) server.write(`line ${line} of the second run\n`)
      await clock.pass(6_000)
      expect(sink.text()).toBe(before + server.text())
      expect(sink.marks).toMatchObject([{ kind: 'gap', replica: 'a' }])
      expect(clock.now() - (sink.marks[0]?.time ?? 0)).toBeLessThan(15_000)
      expect(sink.marks[0]?.text).toMatch(
        /^The log starts anew: .* written between \d\d:\d\d:\d\d and \d\d:\d\d:\d\d may be missing$/,
      )
      const at = sink.events.indexOf('(gap)')
      expect(sink.events.slice(at + 1).join('')).toBe(server.text())
    })

    it('goes on with a first answer that broke off, however often', async () => {
      for (let line = 0; line < 3_000; line += 1) server.write(`line ${line} of a long log\n`)
      server.cutAfter = () => (server.broken < 20 ? 9_000 : undefined)
      const it = open()
      await clock.pass(300)
      expect([it.hasLoaded, it.state]).toEqual([true, 'waiting'])
      await clock.pass(60_000)
      expect([sink.text() === server.text(), sink.kinds(), server.broken]).toEqual([true, [], 20])
    })

    it('shows nothing from before when it begins with now, also when its first answer broke off', async () => {
      for (let line = 0; line < 300; line += 1) server.write(`line ${line} of the log\n`)
      server.cutAfter = () => (server.broken < 3 ? 900 : undefined)
      open(follow, { kind: 'now' })
      await clock.pass(20_000)
      server.write('now\n')
      await clock.pass(1_000)
      expect([sink.text(), sink.marks]).toEqual(['now\n', []])
    })

    it('says it when the log rotated away what was held', async () => {
      open(poll)
      for (let line = 0; line < 20; line += 1) server.write(`line ${line} of the log\n`)
      await clock.pass(3_000)
      const before = server.text()
      for (let line = 20; line < 40; line += 1) server.write(`line ${line} of the log\n`)
      server.rotate(10)
      await clock.pass(3_000)
      expect([sink.text(), sink.kinds()]).toEqual([before + server.text(), ['gap']])
    })
  })

  it.each([
    [404, 'Function not found', 'gone'],
    [400, 'a replica does not belong to function echo', 'gone'],
    [403, 'Access denied', 'refused'],
    [401, 'The server does not know who you are', 'refused'],
    [500, 'container "nuclio" in pod "a" is waiting to start: ContainerCreating', 'waiting'],
  ] as const)('is %i: %s → %s', async (status, message, state) => {
    server.refuse = () => new ApiError(status, message)
    const it = open()
    await clock.pass(3_000)
    expect(it).toMatchObject({ state, problem: { status, message }, hasLoaded: true })
    expect(calls.includes('gone')).toBe(state === 'gone')
    server.refuse = () => undefined
    it.retry()
    await clock.pass(500)
    expect(it).toMatchObject({ state: 'following', problem: undefined })
  })

  it('stops and goes on where it was', async () => {
    const it = open()
    server.write('one line of the log\n')
    await clock.pass(5_000)
    it.setWay({ kind: 'stopped' })
    await clock.pass(100)
    expect([it.state, server.followed]).toEqual(['stopped', 0])
    server.write('while nobody looked\n')
    await clock.pass(600_000)
    expect(sink.text()).toBe('one line of the log\n')
    it.setWay(follow)
    await clock.pass(500)
    expect([it.state, sink.text(), sink.marks]).toEqual(['following', server.text(), []])
  })
})
