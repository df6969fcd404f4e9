import { answerByRoute, emptyJson, json, run } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  apiGatewayKeys,
  apiGatewayQuery,
  apiGatewaysQuery,
  createApiGateway,
  deleteApiGateway,
  updateApiGateway,
} from './api-gateways'
import type { ApiGatewayConfig } from './generated/schema'
import { frontendSpecQuery, fullFrontendSpec } from './platform'

const ref = { namespace: 'nuclio', project: 'shop', name: 'agw' }
const upstreams = [{ kind: 'nucliofunction' as const, nucliofunction: { name: 'echo' } }]
const config: ApiGatewayConfig = {
  metadata: { name: 'agw' },
  spec: { host: 'shop.test', authenticationMode: 'basic', upstreams },
}
const gateway = {
  metadata: { name: 'agw', namespace: 'nuclio' },
  spec: { name: 'agw', host: 'shop.test', authenticationMode: 'basicAuth', upstreams },
  status: { state: 'ready' },
}

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

describe('reading gateways', () => {
  it('has one word for user and password', async () => {
    const requests = answerByRoute({
      'GET /api/api_gateways': () => json({ agw: gateway, bare: { metadata: {}, spec: {} } }),
    })
    expect(await queryClient.query(apiGatewaysQuery({ namespace: 'nuclio', project: 'shop' }))).toEqual([
      { ...gateway, spec: { ...gateway.spec, authenticationMode: 'basic' } },
      { metadata: { name: 'bare' }, spec: { upstreams: [] }, status: {} },
    ])
    expect(requests[0]?.headers.get('x-nuclio-api-gateway-namespace')).toBe('nuclio')
    expect(requests[0]?.headers.get('x-nuclio-project-name')).toBe('shop')
  })

  it('takes null for an empty list', async () => {
    answerByRoute({ 'GET /api/api_gateways': () => json(null) })
    expect(await queryClient.query(apiGatewaysQuery({ namespace: 'nuclio' }))).toEqual([])
  })

  it('reads one', async () => {
    answerByRoute({ 'GET /api/api_gateways/agw': () => json(gateway) })
    expect(await queryClient.query(apiGatewayQuery(ref))).toMatchObject({ status: { state: 'ready' } })
  })
})

describe('saving a gateway', () => {
  it('takes the object that some servers answer', async () => {
    const requests = answerByRoute({ 'POST /api/api_gateways': () => json({ ...gateway, status: {} }, 201) })
    expect(await run(queryClient, createApiGateway(queryClient), { ref, config })).toMatchObject({
      status: {},
    })
    expect(await requests[0]?.json()).toEqual({
      metadata: { name: 'agw', namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'shop' } },
      spec: { ...config.spec, name: 'agw' },
    })
  })

  it('reads it back where the server answers nothing', async () => {
    answerByRoute({
      'POST /api/api_gateways': () => emptyJson(202),
      'GET /api/api_gateways/agw': () => json({ ...gateway, status: { state: 'waitingForProvisioning' } }),
    })
    const created = await run(queryClient, createApiGateway(queryClient), { ref, config })
    expect(created.status?.state).toBe('waitingForProvisioning')
  })

  it('uses the word of a server that has another one', async () => {
    const requests = answerByRoute({ 'PUT /api/api_gateways/agw': () => emptyJson(204) })
    queryClient.setQueryData(
      frontendSpecQuery().queryKey,
      fullFrontendSpec({ allowedAuthenticationModes: ['none', 'basicAuth'] }),
    )
    queryClient.setQueryData(apiGatewayKeys.detail(ref), gateway)
    await run(queryClient, updateApiGateway(queryClient), { ref, config })
    expect(await requests[0]?.json()).toMatchObject({ spec: { authenticationMode: 'basicAuth' } })
    expect(queryClient.getQueryState(apiGatewayKeys.detail(ref))?.isInvalidated).toBe(true)
  })

  it('writes over nothing that somebody else has changed meanwhile', async () => {
    let stored: unknown = gateway
    const requests = answerByRoute({
      'GET /api/api_gateways/agw': () =>
        stored ? json(stored) : json({ error: 'Api-Gateway not found' }, 404),
      'PUT /api/api_gateways/agw': () => emptyJson(204),
    })
    const before = await queryClient.query(apiGatewayQuery(ref))
    const save = () => run(queryClient, updateApiGateway(queryClient), { ref, config, before })
    stored = { ...gateway, status: { state: 'error' } }
    await save()
    const put = requests.find(({ method }) => method === 'PUT')
    expect(put?.headers.get('x-nuclio-agw-validate-functions-existence')).toBe('true')
    stored = { ...gateway, spec: { ...gateway.spec, host: 'other.test' } }
    await expect(save()).rejects.toMatchObject({
      name: 'GatewayChangedError',
      stored: { spec: { host: 'other.test' } },
    })
    stored = undefined
    await expect(save()).rejects.toMatchObject({ name: 'GatewayChangedError', stored: undefined })
    expect(requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  })

  it('says that the platform has no gateways', async () => {
    answerByRoute({ 'POST /api/api_gateways': () => json({ error: 'Unsupported method' }, 501) })
    await expect(run(queryClient, createApiGateway(queryClient), { ref, config })).rejects.toMatchObject({
      status: 501,
      message: 'Unsupported method',
    })
  })

  it('deletes by a body', async () => {
    const requests = answerByRoute({ 'DELETE /api/api_gateways': () => new Response(null, { status: 204 }) })
    await run(queryClient, deleteApiGateway(queryClient), ref)
    expect(await requests[0]?.json()).toEqual({ metadata: { name: 'agw', namespace: 'nuclio' } })
  })
})
