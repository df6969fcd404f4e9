import { describe, expect, it } from 'vitest'
import { TestClock } from './test-clock'
import { openStreamLease, type LeaseChannel } from './stream-lease'

/** Channels as those of pages: each hears what the others say, a moment later. */
function pages(clock: TestClock) {
  const listeners = new Set<(event: MessageEvent<unknown>) => void>()
  return (): LeaseChannel => {
    let own: ((event: MessageEvent<unknown>) => void) | undefined
    return {
      addEventListener: (_, listener) => {
        own = listener
        listeners.add(listener)
      },
      postMessage: (data) => {
        for (const listener of listeners) {
          if (listener !== own) clock.after(1, () => listener({ data } as MessageEvent<unknown>))
        }
      },
      close: () => own && listeners.delete(own),
    }
  }
}

describe('openStreamLease', () => {
  it('grants three streams to all pages together, to who came first', async () => {
    const clock = new TestClock()
    const channel = pages(clock)
    const changes: string[] = []
    const first = openStreamLease(clock, () => changes.push('first'), channel())
    first.want(2)
    expect(first.granted).toBe(0)
    await clock.pass(200)
    expect([first.granted, changes]).toEqual([2, ['first']])
    const second = openStreamLease(clock, () => changes.push('second'), channel())
    second.want(3)
    await clock.pass(200)
    expect([first.granted, second.granted]).toEqual([2, 1])
    first.want(3)
    await clock.pass(10)
    expect([first.granted, second.granted]).toEqual([3, 0])
    first.want(0)
    await clock.pass(10)
    expect([first.granted, second.granted, changes.at(-1)]).toEqual([0, 3, 'second'])
    first.want(1)
    await clock.pass(10)
    expect([first.granted, second.granted]).toEqual([0, 3])
    second.close()
    await clock.pass(10)
    expect(first.granted).toBe(1)
    first.close()
  })

  it('forgets a page that is not heard of any more', async () => {
    const clock = new TestClock()
    const channel = pages(clock)
    const ghost = channel()
    ghost.postMessage({ id: 'ghost', wants: 3, since: 0 })
    const lease = openStreamLease(clock, () => undefined, channel())
    ghost.postMessage({ id: 'ghost', wants: 3, since: 0 })
    lease.want(3)
    await clock.pass(1_000)
    expect(lease.granted).toBe(0)
    await clock.pass(9_000)
    expect(lease.granted).toBe(3)
    lease.close()
  })

  it('needs no others', () => {
    const clock = new TestClock()
    const lease = openStreamLease(clock, () => undefined, undefined)
    lease.want(5)
    expect(typeof lease.granted).toBe('number')
    lease.close()
  })
})
