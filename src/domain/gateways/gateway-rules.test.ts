import { describe, expect, it } from 'vitest'
import { gatewayCases, gatewayOf, goodGateway, upstreamsTo } from './cases'
import { gatewayFindings, gatewayRefusal, provisioningProblem } from './gateway-rules'

describe('gatewayFindings', () => {
  it.each(gatewayCases.map((each) => [each.what, each] as const))(
    'finds %s, and nothing else',
    (_what, { status, message, path, surroundings, ...rest }) => {
      const config = gatewayOf(rest)
      expect(gatewayFindings(config, surroundings)).toMatchObject([{ status, message, path }])
      const refusal = gatewayRefusal(config, surroundings ?? {})
      const problem = provisioningProblem(config, surroundings ?? {})
      expect([refusal, problem]).toEqual(
        status === 'provisioning' ? [undefined, message] : [{ status, message }, undefined],
      )
    },
  )

  it('has a case for every rule', () => {
    const rules = import.meta.glob<string>(['./*-rules.ts'], {
      query: '?raw',
      eager: true,
      import: 'default',
    })
    const named = Object.values(rules).flatMap((text) =>
      [...text.matchAll(/(?:gatewayFinding|found)\(\s*'([a-z]+\/[^']+)'/g)].map(([, rule]) => rule),
    )
    const found = gatewayCases.flatMap((each) =>
      gatewayFindings(gatewayOf(each), each.surroundings).map(({ rule }) => rule),
    )
    expect(named.length).toBeGreaterThan(25)
    expect(named.filter((rule) => !found.includes(rule ?? ''))).toEqual([])
  })

  it('has nothing against good ones, whatever is known', () => {
    const surroundings = {
      act: 'update',
      requestName: 'good',
      existing: { project: 'default' },
      functions: new Set(['echo', 'next']),
      validatesFunctions: true,
      used: [
        { host: 'good.localhost', path: '/' },
        { host: 'other.localhost', path: '/v1' },
      ],
      modes: ['none', 'basicAuth'],
      hostTakesPort: true,
    } as const
    expect(gatewayFindings(goodGateway, surroundings)).toEqual([])
    const canary = gatewayOf({
      spec: {
        host: 'good.localhost:8091',
        path: 'v1/a_b-c/',
        authenticationMode: 'basic',
        authentication: {
          basicAuth: { username: 'ann', password: '$ref:/spec/authentication/basicauth/password' },
        },
        upstreams: upstreamsTo(['next', 100], ['echo']),
      },
    })
    expect(gatewayFindings(canary, surroundings)).toEqual([])
    expect(gatewayFindings({ spec: { ...goodGateway.spec, path: '' } })).toEqual([])
  })

  it('takes the host that the server will make', () => {
    const hostless = gatewayOf({ spec: { host: ' ' } })
    expect(
      gatewayFindings(hostless, { hostTemplate: '{{ .ResourceName }}.{{ .ProjectName }}.example' }),
    ).toEqual([])
    expect(
      gatewayFindings(hostless, {
        hostTemplate: '{{ .ResourceName }}.localhost',
        used: [{ host: 'good.localhost', path: '/v1' }],
      }),
    ).toMatchObject([{ rule: 'host/in-use' }])
  })
})
