import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { planBulk, runBulk } from './bulk'

const fn = (name: string, state: string): NuclioFunction =>
  ({ metadata: { name }, spec: {}, status: { state } }) as NuclioFunction

describe('planBulk', () => {
  it('tells apart what may be done from what may not', () => {
    const plan = planBulk('disable', [fn('a', 'ready'), fn('b', 'building'), fn('c', 'imported')])
    expect(plan.able.map(({ metadata }) => metadata.name)).toEqual(['a'])
    expect(plan.unable.map(({ name }) => name)).toEqual(['b', 'c'])
  })
})

describe('runBulk', () => {
  it('tries all of them and names those that failed', async () => {
    const tried: string[] = []
    const run = runBulk([fn('a', ''), fn('b', ''), fn('c', '')], async ({ metadata }) => {
      tried.push(metadata.name)
      if (metadata.name === 'b') throw new Error('no such luck')
    })
    await expect(run).rejects.toThrow('2 of 3 are done; b failed: no such luck')
    expect(tried).toEqual(['a', 'b', 'c'])
  })

  it('resolves to the number done', async () => {
    expect(await runBulk([fn('a', '')], async () => undefined)).toBe(1)
  })
})
