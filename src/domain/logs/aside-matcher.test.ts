import { describe, expect, it } from 'vitest'
import { createAsideMatcher, tooSlow, type MatchThread } from './aside-matcher'
import type { MatchAnswer, MatchAsk } from './matcher'

const query = { text: 'x', isRegex: true, matchesCase: false, isWholeWord: false }
const question = { query, filters: [] }
const entries = () => ({ bytes: new Uint8Array(3), starts: Uint32Array.from([0, 3]) })
const bits = (value: number): MatchAnswer => ({ bits: Uint8Array.of(value) })

/** A matcher whose threads do what the test says. */
function opened(fails = false) {
  const threads: {
    asked: MatchAsk[]
    isEnded: boolean
    ready: () => void
    answer: (answer: MatchAnswer) => void
    failed: () => void
  }[] = []
  let now = 0
  let timers: { due: number; then: () => void }[] = []
  const matcher = createAsideMatcher({
    start(on): MatchThread {
      if (fails) throw new Error('not allowed')
      const thread = { asked: [] as MatchAsk[], isEnded: false, ...on }
      threads.push(thread)
      return { post: (ask) => thread.asked.push(ask), end: () => (thread.isEnded = true) }
    },
    after(milliseconds, then) {
      const timer = { due: now + milliseconds, then }
      timers.push(timer)
      return () => (timers = timers.filter((other) => other !== timer))
    },
  })
  const pass = (milliseconds: number) => {
    now += milliseconds
    const due = timers.filter((timer) => timer.due <= now)
    timers = timers.filter((timer) => timer.due > now)
    for (const { then } of due) then()
  }
  return { matcher, threads, pass }
}

describe('a search in another thread', () => {
  it('is asked one by one, as soon as the thread runs', async () => {
    const { matcher, threads } = opened()
    const [one, two] = [matcher.match(entries(), question), matcher.highlight(['x'], query)]
    expect(threads[0]?.asked).toHaveLength(0)
    threads[0]?.ready()
    expect(threads[0]?.asked).toHaveLength(1)
    threads[0]?.answer(bits(1))
    expect(await one).toEqual(Uint8Array.of(1))
    threads[0]?.answer({ ranges: [[[0, 1]]] })
    expect(await two).toEqual([[[0, 1]]])
    expect(threads).toHaveLength(1)
  })

  it('is ended when it takes too long, and runs again for the next', async () => {
    const { matcher, threads, pass } = opened()
    const slow = matcher.match(entries(), question)
    // Starting a thread may take a while.
    pass(60_000)
    threads[0]?.ready()
    pass(1_999)
    expect(threads[0]?.isEnded).toBe(false)
    pass(1)
    await expect(slow).rejects.toThrow(tooSlow)
    expect(threads[0]?.isEnded).toBe(true)
    const next = matcher.match(entries(), question)
    threads[1]?.ready()
    // What an ended thread says does not count.
    threads[0]?.answer(bits(7))
    threads[1]?.answer(bits(1))
    expect(await next).toEqual(Uint8Array.of(1))
  })

  it('does not hold up the next one for long', async () => {
    const { matcher, threads, pass } = opened()
    const first = matcher.match(entries(), question)
    threads[0]?.ready()
    matcher.forget()
    await expect(first).rejects.toThrow()
    const next = matcher.match(entries(), question)
    pass(150)
    expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, false])
    threads[1]?.ready()
    threads[1]?.answer(bits(1))
    expect(await next).toEqual(Uint8Array.of(1))
  })

  it('is ended at once when it has run for a while and is not wanted any more', async () => {
    const { matcher, threads, pass } = opened()
    const first = matcher.match(entries(), question)
    threads[0]?.ready()
    pass(151)
    matcher.forget()
    expect(threads[0]?.isEnded).toBe(true)
    await expect(first).rejects.toThrow()
  })

  it('goes on in the same thread when that answers soon', async () => {
    const { matcher, threads } = opened()
    const first = matcher.match(entries(), question)
    threads[0]?.ready()
    matcher.forget()
    const next = matcher.match(entries(), question)
    threads[0]?.answer(bits(1))
    threads[0]?.answer(bits(0))
    await expect(first).rejects.toThrow()
    expect(await next).toEqual(Uint8Array.of(0))
    expect(threads).toHaveLength(1)
  })

  it('says so when it cannot be', async () => {
    const refused = opened(true)
    await expect(refused.matcher.match(entries(), question)).rejects.toThrow('could not be started')
    const { matcher, threads } = opened()
    const broken = matcher.match(entries(), question)
    threads[0]?.failed()
    await expect(broken).rejects.toThrow('could not be started')
    const next = matcher.match(entries(), question)
    threads[1]?.ready()
    threads[1]?.answer({ problem: 'no' })
    await expect(next).rejects.toThrow('no')
    matcher.close()
    expect(threads[1]?.isEnded).toBe(true)
  })
})
