import { describe, expect, it } from 'vitest'
import type { EnvironmentVariable, FunctionConfig } from '@/api/generated/schema'
import { setAt } from '@/lib/tree'
import { mendedValue, unreadWithin, withText } from './unread-texts'

const path = ['spec', 'env']
const env = (values: Record<string, string>): EnvironmentVariable[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }))
const configWith = (value: unknown): FunctionConfig =>
  setAt({ metadata: { name: 'echo' }, spec: { runtime: 'nodejs' } }, path, value)

const mended = (base: unknown, next: unknown, now: unknown) =>
  mendedValue({ path, base }, next, now, configWith(now))

describe('a text that can be read again', () => {
  const base = env({ A: '1', B: '1', C: '1' })

  it('says all where nothing came in meanwhile', () => {
    const next = env({ B: '2' })
    expect(mended(base, next, base)).toEqual(next)
    expect(mended(base, undefined, base)).toBeUndefined()
  })

  it('leaves what came in meanwhile, and takes nothing back', () => {
    const now = env({ A: 'theirs', B: '1', NEW: '1' })
    expect(mended(base, base, now)).toEqual(now)
    expect(mended(base, env({ A: '1', B: 'mine', C: '1', D: 'mine' }), now)).toEqual(
      expect.arrayContaining(env({ A: 'theirs', B: 'mine', NEW: '1', D: 'mine' })),
    )
    expect(mended(base, env({ A: '1', C: '1' }), now)).toEqual(env({ A: 'theirs', NEW: '1' }))
  })

  it('stands where both changed the same', () => {
    expect(mended(base, env({ A: 'mine', B: '1', C: '1' }), env({ A: 'theirs', B: '1', C: '1' }))).toEqual(
      env({ A: 'mine', B: '1', C: '1' }),
    )
  })

  it('is merged where there was nothing, and within maps', () => {
    expect(mended(undefined, env({ A: '1' }), env({ B: '1' }))).toEqual(
      expect.arrayContaining(env({ A: '1', B: '1' })),
    )
    const affinity = ['spec', 'affinity']
    const now = { nodeAffinity: { a: 1 }, podAffinity: { b: 1 } }
    const next = mendedValue(
      { path: affinity, base: { nodeAffinity: { a: 1 } } },
      { nodeAffinity: { a: 2 } },
      now,
      setAt(configWith(undefined), affinity, now),
    )
    expect(next).toEqual({ nodeAffinity: { a: 2 }, podAffinity: { b: 1 } })
  })
})

describe('texts that cannot be read', () => {
  const one = withText(undefined, ['spec', 'affinity'], { text: '{', base: undefined })

  it('are one for each place, and nothing when the last is let go of', () => {
    const two = withText(one, path, { text: 'x', base: [] })
    expect(Object.keys(two ?? {})).toEqual(['spec.affinity', 'spec.env'])
    expect(withText(two, path, { text: 'xy', base: [] })).toMatchObject({ 'spec.env': { text: 'xy' } })
    expect(withText(withText(two, path, undefined), ['spec', 'affinity'], undefined)).toBeUndefined()
  })

  it('are found by the places of a section', () => {
    expect(unreadWithin(one, [['spec', 'affinity']])).toHaveLength(1)
    expect(unreadWithin(one, [['spec']])).toHaveLength(1)
    expect(unreadWithin(one, [['spec', 'env']])).toEqual([])
    expect(unreadWithin(undefined, [[]])).toEqual([])
  })
})
