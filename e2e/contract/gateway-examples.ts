import { expect } from 'vitest'

import type { PlatformClient } from '../platform'
import { has, type Example } from './example'

const functions = { 'x-nuclio-function-namespace': 'nuclio' }
const gateways = { 'x-nuclio-api-gateway-namespace': 'nuclio' }

const gateway = {
  metadata: { name: 'agw', labels: { 'nuclio.io/project-name': 'my-project-1' } },
  spec: {
    name: 'agw',
    host: 'agw.localhost',
    description: '',
    path: '',
    authenticationMode: 'none',
    upstreams: [{ kind: 'nucliofunction', nucliofunction: { name: 'echo' }, percentage: 0 }],
  },
}

/** The gateway once it has been set up, well or not, as the document has clients wait for it. */
async function settledGateway(platform: PlatformClient, name: string): Promise<unknown> {
  for (;;) {
    const answer = await platform.send('GET', `/api/api_gateways/${name}`, undefined, gateways)
    const gateway = (await answer.json()) as { status: { state: string } }
    if (['ready', 'error'].includes(gateway.status.state)) return gateway
  }
}

/**
 * The examples of API gateways in the order of the document, with the calls beside them: one gateway is made, read, invoked, changed and
 * deleted. It leads to the function `echo` of the project `my-project-1`.
 */
export const gatewayExamples = (platform: () => PlatformClient): Example[] => [
  {
    name: 'list API gateways',
    method: 'GET',
    path: '/api/api_gateways',
    headers: gateways,
    status: 200,
    expect: ({ json }) => expect(json).toEqual({}),
  },
  {
    name: 'get an API gateway that is not there',
    method: 'GET',
    path: '/api/api_gateways/agw',
    headers: gateways,
    status: 404,
  },
  {
    name: 'create an API gateway',
    method: 'POST',
    path: '/api/api_gateways',
    body: gateway,
    status: 202,
    expect: async ({ text }) => {
      expect(text).toBe('')
      const created = await settledGateway(platform(), 'agw')
      expect(created).toMatchObject({ spec: gateway.spec, status: { name: 'agw', state: 'ready' } })
    },
  },
  {
    name: 'list the API gateways of a project',
    method: 'GET',
    path: '/api/api_gateways',
    headers: { ...gateways, 'x-nuclio-project-name': 'my-project-1' },
    status: 200,
    expect: has('agw'),
  },
  {
    name: 'get an API gateway',
    method: 'GET',
    path: '/api/api_gateways/agw',
    headers: gateways,
    status: 200,
    expect: ({ json }) =>
      expect(json).toMatchObject({ metadata: { ...gateway.metadata, namespace: 'nuclio' } }),
  },
  {
    name: 'export an API gateway',
    method: 'GET',
    path: '/api/api_gateways/agw?export=true',
    headers: gateways,
    status: 200,
    expect: ({ json }) => expect(json).toEqual(gateway),
  },
  {
    name: 'invoke an API gateway',
    method: 'POST',
    path: '/api/embedded/gateway_requests',
    body: {
      gateway: 'agw',
      method: 'POST',
      path: '/some/path',
      headers: [{ name: 'X-Custom', value: 'kept' }],
      body: 'raw',
    },
    status: 200,
    expect: ({ text, headers }) => {
      expect(text).toBe('raw')
      const answer = JSON.parse(headers.get('x-dashboard-answer') ?? '') as {
        status: number
        headers: [string, string][]
      }
      expect(answer.status).toBe(202)
      expect(answer.headers).toEqual(
        expect.arrayContaining([
          ['x-method', 'POST'],
          ['x-path', '/some/path'],
          ['x-custom', 'kept'],
        ]),
      )
    },
  },
  {
    name: 'say which API gateways lead to a function',
    method: 'GET',
    path: '/api/functions/echo',
    headers: { ...functions, 'x-nuclio-function-enrich-apigateways': 'true' },
    status: 200,
    expect: ({ json }) => expect(json).toMatchObject({ status: { apiGateways: ['agw'] } }),
  },
  {
    name: 'delete a function that an API gateway leads to',
    method: 'DELETE',
    path: '/api/functions',
    body: { metadata: { name: 'echo' } },
    status: 412,
    expect: ({ json }) => expect(json).toMatchObject({ error: 'Function is used by api gateways' }),
  },
  {
    name: 'update an API gateway',
    method: 'PUT',
    path: '/api/api_gateways/agw',
    body: {
      ...gateway,
      spec: { ...gateway.spec, path: 'new-agw-path', authenticationMode: 'basic', description: 'new' },
      status: { name: 'agw', state: 'ready' },
    },
    status: 204,
    expect: async () => {
      expect(await settledGateway(platform(), 'agw')).toMatchObject({
        spec: { path: 'new-agw-path', description: 'new' },
        status: { state: 'error', last_error: 'Basic authentication needs a username' },
      })
    },
  },
  {
    name: 'update an API gateway that is not there',
    method: 'PUT',
    path: '/api/api_gateways/nope',
    body: { spec: { ...gateway.spec, name: 'nope' } },
    status: 404,
  },
  {
    name: 'delete an API gateway',
    method: 'DELETE',
    path: '/api/api_gateways',
    body: { metadata: { name: 'agw' } },
    status: 204,
  },
  {
    name: 'delete an API gateway again',
    method: 'DELETE',
    path: '/api/api_gateways',
    body: { metadata: { name: 'agw' } },
    status: 404,
  },
  {
    name: 'find out where API gateways listen',
    method: 'GET',
    path: '/api/embedded/gateway_listener',
    status: 200,
  },
]
