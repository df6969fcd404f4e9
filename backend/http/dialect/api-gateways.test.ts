import { describe, expect, it } from 'vitest'
import { gatewayTranslations } from './api-gateways'
import { callOf, fakePlatform, refused, seen } from './fake-platform'

const translation = (pattern: string, isKubernetes: boolean) => {
  const found = gatewayTranslations(() => isKubernetes).find(([one]) => one === pattern)?.[1]
  if (!found) throw new Error(`There is no translation of ${pattern}`)
  return found
}
const basicAuth = { username: 'ann', password: 'secret' }
const gateway = {
  metadata: { name: 'g' },
  spec: { name: 'g', authenticationMode: 'basicAuth', authentication: { basicAuth } },
}
const post = callOf('POST', '/api/api_gateways', gateway)

describe('gateways on Kubernetes', () => {
  it('come back when created, as they were sent', async () => {
    const { ask } = fakePlatform({ 'POST /api/api_gateways': () => new Response(null, { status: 202 }) })
    const create = translation('POST /api/api_gateways', true)
    expect(await seen(await create(post, ask))).toMatchObject({
      status: 201,
      body: { ...gateway, status: {} },
    })
    const taken = fakePlatform({ 'POST /api/api_gateways': () => refused(409, 'taken') })
    expect((await create(post, taken.ask)).status).toBe(409)
  })

  it('hide their passwords', async () => {
    const { ask } = fakePlatform({
      'GET /api/api_gateways': () => Response.json({ g: gateway, h: { metadata: {}, spec: {} } }),
      'GET /api/api_gateways/g': () => Response.json(gateway),
    })
    const authentication = {
      basicAuth: { username: 'ann', password: '$ref:/spec/authentication/basicauth/password' },
    }
    const hidden = { ...gateway, spec: { ...gateway.spec, authentication } }
    const list = translation('GET /api/api_gateways', true)
    expect((await seen(await list(callOf('GET', '/api/api_gateways'), ask))).body).toEqual({
      g: hidden,
      h: { metadata: {}, spec: {} },
    })
    const get = translation('GET /api/api_gateways/*', true)
    expect((await seen(await get(callOf('GET', '/api/api_gateways/g'), ask))).body).toEqual(hidden)
  })

  it('are a fault when they are missing, and do not know the documented mode', async () => {
    const missing = { status: 500, body: { error: 'nuclioapigateways.nuclio.io "g" not found' } }
    const documented = { ...gateway, spec: { ...gateway.spec, authenticationMode: 'basic' } }
    const { ask, asked } = fakePlatform({})
    const update = translation('PUT /api/api_gateways/*', true)
    const put = callOf('PUT', '/api/api_gateways/g', { spec: documented.spec })
    expect(await seen(await update(put, ask))).toMatchObject(missing)
    expect(asked[0]?.body).toEqual({ spec: { name: 'g', authentication: { basicAuth } } })
    const remove = translation('DELETE /api/api_gateways', true)
    expect(await seen(await remove(callOf('DELETE', '/api/api_gateways', gateway), ask))).toMatchObject(
      missing,
    )
  })
})

it('there are no gateways on Docker', async () => {
  const { ask, asked } = fakePlatform({})
  const answer = async (pattern: string, call: Parameters<typeof ask>[0]) =>
    seen(await translation(pattern, false)(call, ask))
  expect(await answer('GET /api/api_gateways', callOf('GET', '/api/api_gateways'))).toMatchObject({
    status: 200,
    body: {},
  })
  expect(await answer('GET /api/api_gateways/*', callOf('GET', '/api/api_gateways/g'))).toMatchObject({
    status: 404,
    body: { error: 'Api-Gateway not found' },
  })
  for (const pattern of ['POST /api/api_gateways', 'PUT /api/api_gateways/*', 'DELETE /api/api_gateways'])
    expect(await answer(pattern, post)).toMatchObject({ status: 501, body: { error: 'Unsupported method' } })
  expect(await answer('POST /api/api_gateways', callOf('POST', '/api/api_gateways', '{'))).toMatchObject({
    status: 400,
  })
  expect(asked).toEqual([])
})
