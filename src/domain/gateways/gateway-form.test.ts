import { describe, expect, it } from 'vitest'
import type { ApiGateway } from '@/api/generated/schema'
import { goodGateway, upstreamsTo } from './cases'
import { configOfForm, emptyGatewayForm, formOfGateway } from './gateway-form'

const gateways: Record<string, ApiGateway> = {
  plain: goodGateway,
  'a gateway with all that has no field': {
    metadata: { name: 'g', namespace: 'nuclio', labels: { team: 'a' }, annotations: { b: 'c' } },
    spec: {
      name: 'g',
      description: '',
      host: 'g.example',
      path: '',
      authenticationMode: 'basic',
      authentication: { basicAuth: { username: 'ann', password: '$ref:/spec/x' } },
      upstreams: [
        { ...upstreamsTo(['new', 20])[0], port: 9090, extraLabels: { a: 'b' } },
        { ...upstreamsTo(['old', 0])[0], rewriteTarget: '/x' },
      ],
      ...({ later: 'field' } as object),
    },
  },
  'one that signs callers in': {
    metadata: { name: 'g' },
    spec: {
      name: 'g',
      host: 'g.example',
      authenticationMode: 'oauth2',
      authentication: {
        dexAuth: { oauth2ProxyUrl: 'https://proxy.example', redirectUnauthorizedToSignIn: false },
      },
      upstreams: upstreamsTo(['old'], ['new', 100]),
    },
  },
  'one whose two upstreams have no share': {
    metadata: { name: 'g' },
    spec: {
      name: 'g',
      host: 'g.example',
      authenticationMode: 'none',
      upstreams: upstreamsTo(['old'], ['new', 0]),
    },
  },
}

describe('the form of a gateway', () => {
  it.each(Object.entries(gateways))('gives back %s as it was', (_what, gateway) => {
    expect(configOfForm(formOfGateway(gateway), gateway)).toEqual(gateway)
  })

  it('makes a new one of what was filled in', () => {
    const form = { ...emptyGatewayForm, name: 'shop', host: ' shop.localhost ', primary: 'echo' }
    expect(configOfForm(form)).toEqual({
      metadata: { name: 'shop' },
      spec: {
        name: 'shop',
        host: 'shop.localhost',
        authenticationMode: 'none',
        upstreams: upstreamsTo(['echo']),
      },
    })
    const full = {
      ...form,
      description: 'what for',
      path: '/v1',
      mode: 'basic' as const,
      username: 'ann',
      password: 'secret',
      hasCanary: true,
      canary: 'next',
      share: 10,
    }
    expect(configOfForm(full).spec).toMatchObject({
      description: 'what for',
      path: '/v1',
      authenticationMode: 'basic',
      authentication: { basicAuth: { username: 'ann', password: 'secret' } },
      upstreams: upstreamsTo(['echo'], ['next', 10]),
    })
  })

  it('changes what was changed and takes along what belongs to it', () => {
    const before = gateways['a gateway with all that has no field'] as ApiGateway
    const form = formOfGateway(before)
    expect(form).toMatchObject({ primary: 'old', canary: 'new', share: 20, hasCanary: true })
    const other = configOfForm({ ...form, primary: 'third', share: 30, mode: 'none' }, before)
    expect(other.spec.authentication).toBeUndefined()
    expect(other.spec.upstreams).toEqual([
      { ...before.spec.upstreams?.[0], percentage: 30 },
      { ...before.spec.upstreams?.[1], nucliofunction: { name: 'third' } },
    ])
    const single = configOfForm({ ...form, hasCanary: false }, before)
    expect(single.spec.upstreams).toEqual([before.spec.upstreams?.[1]])
  })
})
