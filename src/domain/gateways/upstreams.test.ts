import { describe, expect, it } from 'vitest'
import { goodGateway, upstreamsTo } from './cases'
import { functionsOfGateway, sharesOf, withCanaryPromoted, withCanaryRolledBack } from './upstreams'

const spec = (...shares: Parameters<typeof upstreamsTo>) => ({
  ...goodGateway.spec,
  upstreams: upstreamsTo(...shares),
})

describe('the upstreams of a gateway', () => {
  it('share the requests, the canary being the one with a percentage wherever it stands', () => {
    const primary = { functionName: 'old', percentage: 90, isCanary: false }
    const canary = { functionName: 'new', percentage: 10, isCanary: true }
    expect(sharesOf(upstreamsTo(['old'], ['new', 10]))).toEqual([primary, canary])
    expect(sharesOf(upstreamsTo(['new', 10], ['old', 0]))).toEqual([primary, canary])
    expect(sharesOf(upstreamsTo(['old']))).toEqual([{ ...primary, percentage: 100 }])
    expect(sharesOf([])).toEqual([])
    expect(functionsOfGateway(spec(['old'], ['old', 10]))).toEqual(['old'])
  })

  it('end as one, whichever wins, with what else belongs to it', () => {
    const extra = { port: 9090, rewriteTarget: '/x' }
    const [old, fresh] = upstreamsTo(['old'], ['new', 10])
    const both = { ...spec(), description: 'kept', upstreams: [{ ...fresh, ...extra }, { ...old }] }
    expect(withCanaryPromoted(both)).toEqual({
      ...both,
      upstreams: [{ ...fresh, ...extra, percentage: 0 }],
    })
    expect(withCanaryRolledBack(both)).toEqual({ ...both, upstreams: [{ ...old, percentage: 0 }] })
  })

  it('stay as they are without a canary', () => {
    const alone = spec(['old'])
    expect(withCanaryPromoted(alone)).toBe(alone)
    expect(withCanaryRolledBack(alone)).toBe(alone)
  })
})
