import { describe, expect, it } from 'vitest'
import { LogHistogramMaker } from './log-histogram'
import { LogState } from './log-state'
import { ReplicaLog } from './replica-log'
import { rowRules } from './row-rules'
import { recordLine, seeded } from './test-logs'
import { viewOf } from './test-store'

const start = Date.UTC(2026, 2, 1, 9)

function opened(view = viewOf({})) {
  const state = new LogState(
    view,
    rowRules(view, false, () => true),
  )
  const replica = new ReplicaLog(() => start + 1e12)
  const source = state.addReplica('a', replica)
  return {
    state,
    /** Answers with the first position that changed. */
    append(...times: number[]) {
      for (const time of times)
        replica.append(new TextEncoder().encode(`${recordLine(start + time, 'W', 'a', 'tick')}\n`))
      const from = state.order.integrate(source, replica.entries)
      replica.entries.settle()
      state.rows.update(from)
      return from
    },
    drop(count: number) {
      for (let i = 0; i < count; i += 1) state.dropOldest()
      state.rows.dropOldest()
    },
  }
}

describe('rows over time', () => {
  it.each([
    [10, 1, 11],
    [1_000, 10, 101],
    [100_000, 1_000, 101],
    [86_400_000, 900_000, 97],
    [30 * 86_400_000, 6 * 3_600_000 * 2, 61],
    [20 * 365 * 86_400_000, 0, 0],
  ])('over %i ms are in bins of %i ms, at most 120', (span, step, bins) => {
    const { state, append } = opened()
    append(0, span)
    const made = new LogHistogramMaker(state).make()
    if (step > 0) expect(made?.step).toBe(step)
    if (bins > 0) expect(made?.counts).toHaveLength(bins * 5)
    expect(made?.counts.length).toBeLessThanOrEqual(600)
    expect(made?.counts[2]).toBe(1)
    expect(made?.counts.at(-3)).toBe(1)
  })

  it('are none when there are no rows', () => {
    expect(new LogHistogramMaker(opened().state).make()).toBeUndefined()
  })

  it('are counted as if all were counted each time, while rows come and go, over seeded histories', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const below = seeded(seed)
      const { state, append, drop } = opened(viewOf({ areRepeatsFolded: seed % 2 === 0 }))
      const maker = new LogHistogramMaker(state, 1 + below(6))
      let time = 0
      for (let step = 0; step < 60; step += 1) {
        maker.changed(
          append(...Array.from({ length: below(6) }, () => (time += below(below(9) ? 60 : 4_000)))),
        )
        if (below(3) === 0) drop(Math.min(below(8), Math.max(state.order.end - state.order.first - 1, 0)))
        if (below(2)) expect(maker.make(), `seed ${seed}`).toEqual(new LogHistogramMaker(state).make())
      }
    }
  })
})
