import { afterEach, describe, expect, it, vi } from 'vitest'
import { LogFeeds } from './log-feeds'
import { randomOf, SimulatedServer } from './simulated-server'
import { TestClock, TestSink } from './test-clock'

const ref = { namespace: 'nuclio', project: 'shop', name: 'echo' }
const cuts = 100

interface Scene {
  replicas: readonly string[]
  isPolled?: boolean
  /** Lines that are written, one after another to each replica; what happens besides. */
  line: (index: number) => string
  happens?: (index: number, server: SimulatedServer) => void
}

/** Opens a log and writes to it while a hundred connections of any kind break after a random number of bytes. */
async function play(seed: number, { replicas, isPolled = false, line, happens }: Scene) {
  const random = randomOf(seed)
  vi.spyOn(Math, 'random').mockImplementation(randomOf(seed + 1_000_000))
  const clock = new TestClock()
  const server = new SimulatedServer(clock, random)
  const sink = new TestSink()
  server.cutAfter = (follow) => {
    if (server.broken >= cuts || random() < 0.2) return undefined
    return Math.floor(random() * (follow ? 6_000 : 9_000))
  }
  const before = new Map<string, string>()
  const feeds = new LogFeeds({
    ref,
    start: { kind: 'all' },
    isPolled,
    sink,
    onChange: () => undefined,
    clock,
    open: server.open,
    readNames: async () => ({ names: [...replicas] }),
    lease: () => ({ granted: 3, want: () => undefined, close: () => undefined }),
  })
  let index = 0
  while (server.broken < cuts) {
    const count = Math.floor(random() * 60)
    for (let line_ = 0; line_ < count; line_ += 1, index += 1) {
      if (happens && index % 997 === 500) {
        for (const replica of replicas) before.set(replica, sink.text(replica))
        happens(index, server)
      }
      for (const replica of replicas) server.write(`${line(index)}\n`, replica)
      if (random() < 0.3) await clock.pass(Math.floor(random() * 40))
    }
    await clock.pass(Math.floor(random() ** 3 * 8_000))
    if (index > 50_000) throw new Error('There is no end to it')
  }
  await clock.pass(30_000)
  feeds.close()
  await clock.pass(1_000)
  return { server, sink, index, before }
}

const numbered = (index: number) =>
  `${index} zwölf Boxkämpfer ✓ 🥊 jagen Viktor über den Deich ${'·'.repeat(index % 17)}`
const seeds = [1, 2]

afterEach(() => vi.restoreAllMocks())

describe.each(seeds)('a hundred forced cuts, seed %i', (seed) => {
  it.each([false, true])('lose and double nothing (polled: %s)', async (isPolled) => {
    const { server, sink } = await play(seed, { replicas: ['a'], isPolled, line: numbered })
    expect(sink.text() === server.text(), `seed ${seed}`).toBe(true)
    expect(sink.kinds().filter((kind) => kind !== 'reconnected')).toEqual([])
  })

  it('do not with two replicas', async () => {
    const { server, sink } = await play(seed, { replicas: ['a', 'b'], line: numbered })
    for (const replica of ['a', 'b']) {
      expect(sink.text(replica) === server.text(replica), `seed ${seed}, ${replica}`).toBe(true)
    }
    expect(sink.kinds().filter((kind) => kind !== 'reconnected')).toEqual([])
  })

  it('do not with a thousand equal lines among them', async () => {
    const line = (index: number) => (index % 1_500 < 1_000 ? 'the very same line' : numbered(index))
    const { server, sink } = await play(seed, { replicas: ['a'], line })
    expect(sink.text() === server.text(), `seed ${seed}`).toBe(true)
    expect(sink.kinds().filter((kind) => kind !== 'reconnected')).toEqual([])
  })

  it('are told from a restart of the replica, which is a gap', async () => {
    let restarts = 0
    const { sink, index } = await play(seed, {
      replicas: ['a'],
      line: numbered,
      happens: (_, server) => {
        restarts += 1
        server.restart()
      },
    })
    const numbers = sink
      .lines()
      .flatMap((line) => (/^\d+ zwölf/.test(line) ? [Number(line.split(' ', 1)[0])] : []))
    const doubled = numbers.filter((number, at) => at > 0 && number <= (numbers[at - 1] ?? 0))
    expect(doubled, `seed ${seed}`).toEqual([])
    const holes = numbers.filter((number, at) => at > 0 && number !== (numbers[at - 1] ?? 0) + 1)
    const gaps = sink.marks.filter(({ kind }) => kind === 'gap')
    expect(gaps.length, `seed ${seed}`).toBeGreaterThanOrEqual(holes.length)
    expect(gaps.length, `seed ${seed}`).toBeLessThanOrEqual(restarts)
    expect(numbers.at(-1)).toBe(index - 1)
  })
})
