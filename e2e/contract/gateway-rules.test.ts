import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiGateway, ApiGatewayConfig } from '@/api/generated/schema'
import { gatewayCases, gatewayOf, goodGateway, type GatewayCase } from '@/domain/gateways/cases'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'

let server: DashboardServer
let client: PlatformClient

const namespace = { 'x-nuclio-api-gateway-namespace': 'nuclio' }

beforeAll(async () => {
  server = await DashboardServer.start()
  client = new PlatformClient(server.url)
  await client.send('POST', '/api/functions', {
    metadata: { name: 'echo', annotations: { 'skip-build': 'true', 'skip-deploy': 'true' } },
    spec: { runtime: 'nodejs', handler: 'main:handler', build: { functionSourceCode: 'eA==' } },
  })
})
afterAll(() => server?.dispose())

async function answerTo(method: 'POST' | 'PUT', config: ApiGatewayConfig, of: GatewayCase) {
  const { requestName, validatesFunctions } = of.surroundings ?? {}
  const name = requestName ?? config.metadata?.name ?? ''
  const path = method === 'POST' ? '' : `/${encodeURIComponent(name)}`
  const answer = await fetch(`${server.url}/api/api_gateways${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(validatesFunctions && { 'x-nuclio-agw-validate-functions-existence': 'true' }),
    },
    body: JSON.stringify(config),
  })
  const text = await answer.text()
  return { status: answer.status, message: text ? (JSON.parse(text) as { error: string }).error : undefined }
}

const send = (method: string, body: unknown, path = '') =>
  client.send(method, `/api/api_gateways${path}`, body)
const remove = (name: string) => send('DELETE', { metadata: { name } })

async function lastError(): Promise<string | undefined> {
  for (;;) {
    const answer = await client.send('GET', '/api/api_gateways/good', undefined, namespace)
    const { status } = (await answer.json()) as ApiGateway
    if (status?.state !== 'waitingForProvisioning') return status?.last_error
  }
}

/** Makes the server know what the case has around it; says how to undo it. */
async function surround({ surroundings = {} }: GatewayCase): Promise<() => Promise<void>> {
  const names: string[] = []
  const make = async (name: string, spec: ApiGatewayConfig['spec']) => {
    await send('POST', { metadata: { name }, spec: { ...goodGateway.spec, ...spec, name } })
    names.push(name)
  }
  if (surroundings.existing) await make('good', { host: 'good.localhost' })
  if (surroundings.requestName) await make(surroundings.requestName, { host: 'other.localhost' })
  for (const { host, path } of surroundings.used ?? []) await make('neighbour', { host, path })
  return async () => {
    for (const name of names) await remove(name)
  }
}

// This server makes up hosts, and takes the port of its listener in them.
const here = gatewayCases.filter(
  ({ surroundings: { hostTemplate, hostTakesPort } = {} }) =>
    hostTemplate === undefined && hostTakesPort !== false,
)
const named = (cases: readonly GatewayCase[]) => cases.map((each) => [each.what, each] as const)

describe('the built server', () => {
  const refused = here.filter(({ status }) => status !== 'provisioning')
  it.each(named(refused))('refuses %s as the rules say', async (_what, each) => {
    const { status, message, surroundings } = each
    const undo = await surround(each)
    const method = surroundings?.act === 'update' ? 'PUT' : 'POST'
    expect(await answerTo(method, gatewayOf(each), each)).toEqual({ status, message })
    await undo()
  })

  const unfit = here.filter(({ status }) => status === 'provisioning')
  it.each(named(unfit))('stores %s, and says in its status what the rules say', async (_what, each) => {
    const undo = await surround(each)
    expect(await answerTo('POST', gatewayOf(each), each)).toEqual({ status: 202, message: undefined })
    expect(await lastError()).toBe(each.message)
    await remove('good')
    await undo()
  })

  it('has nothing against a good one', async () => {
    await send('POST', goodGateway)
    expect(await lastError()).toBeUndefined()
    await send('PUT', goodGateway, '/good')
    expect(await lastError()).toBeUndefined()
    await remove('good')
  })

  it('keeps none of them', async () => {
    const left = await client.send('GET', '/api/api_gateways', undefined, namespace)
    expect(await left.json()).toEqual({})
  })
})
