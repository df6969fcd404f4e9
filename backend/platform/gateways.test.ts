import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FunctionSpec } from '@/api/generated/schema'
import { ask, gatewayConfig } from '../gateways/testing'
import { closeServer, listen } from '../listen'
import { createEmbeddedPlatform } from './embedded'
import { functionConfig, nodeHandler } from './functions/testing'
import type { Platform } from './platform'

const root = fileURLToPath(new URL('../..', import.meta.url))
const log = { debug() {}, info() {}, warn() {}, error() {} }

let dataDirectory: string
let platform: Platform
const start = (port = 0, nextWhenTaken = false) =>
  createEmbeddedPlatform({
    dataDirectory,
    assetsDirectory: root,
    namespaces: ['nuclio'],
    functionHost: '127.0.0.1',
    gatewayPort: { port, nextWhenTaken },
    log,
  })
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'gateways-'))
  platform = await start()
})
afterEach(async () => {
  await platform.close()
  await rm(dataDirectory, { recursive: true, force: true })
})

const ref = (name: string) => ({ namespace: 'nuclio', name })
const echo = (spec: Partial<FunctionSpec> = {}) =>
  functionConfig('echo', nodeHandler('context.callback(`${event.method} ${event.path} ${event.body}`)'), spec)

async function untilGatewayIsReady(): Promise<void> {
  await vi.waitFor(async () => {
    expect((await platform.apiGateways.get(ref('shop'))).status?.state).toBe('ready')
  })
}

describe('a function behind a gateway', () => {
  beforeEach(async () => {
    await platform.functions.create(echo({ minReplicas: 0, maxReplicas: 1 }), { waitForEnd: true })
    await platform.apiGateways.create(gatewayConfig('shop'))
    await untilGatewayIsReady()
  })

  it('answers, is woken from zero, and is found by the next server', async () => {
    const request = { method: 'POST', body: 'hello' }
    const answered = () => ask(platform.apiGateways.listener().port, 'shop.localhost', '/a?b', request)
    expect(await answered()).toMatchObject({ status: 200, body: 'POST /a hello' })

    await platform.functions.setDesiredState(ref('echo'), 'scaledToZero')
    await vi.waitFor(async () => {
      expect((await platform.functions.get(ref('echo'))).status.state).toBe('scaledToZero')
    })
    expect(await answered()).toMatchObject({ status: 200, body: 'POST /a hello' })
    expect((await platform.functions.get(ref('echo'))).status.state).toBe('ready')

    const { accessKey } = platform.apiGateways.listener()
    await platform.close()
    platform = await start()
    expect(platform.apiGateways.listener().accessKey).toBe(accessKey)
    expect((await platform.apiGateways.get(ref('shop'))).status).toEqual({ name: 'shop', state: 'ready' })
    await vi.waitFor(async () => expect(await answered()).toMatchObject({ status: 200 }), 20_000)
  })

  it('is neither disabled nor deleted, until its gateway goes or goes with it', async () => {
    const off = { disable: true, build: { ...echo().spec.build, mode: 'neverBuild' as const } }
    await expect(platform.functions.update(echo(off))).rejects.toMatchObject({
      status: 400,
      message: 'Cannot disable function while used by an API gateway',
    })
    for (const ignoreState of [false, true])
      await expect(platform.functions.delete(ref('echo'), { ignoreState })).rejects.toMatchObject({
        status: 412,
        message: 'Function is used by api gateways',
      })
    const ingresses = { web: { host: 'shop.localhost', paths: ['/'] } }
    const triggers = { http: { kind: 'http', name: 'http', attributes: { ingresses } } }
    await expect(platform.functions.update(echo({ triggers }))).rejects.toMatchObject({
      status: 412,
      message: 'Ingress host and path are already in use',
    })

    const two = ['echo', 'echo'].map((name, index) => ({
      kind: 'nucliofunction',
      nucliofunction: { name },
      percentage: index * 10,
    }))
    await platform.apiGateways.update('shop', gatewayConfig('shop', { upstreams: two }))
    const withApiGateways = true
    await expect(platform.functions.delete(ref('echo'), { withApiGateways })).rejects.toMatchObject({
      status: 412,
      message: 'Failed to delete function - it is used in canary api gateway - shop',
    })
    await platform.apiGateways.update('shop', gatewayConfig('shop'))
    await platform.functions.delete(ref('echo'), { withApiGateways })
    expect(await platform.apiGateways.list({ namespace: 'nuclio' })).toEqual([])
    await expect(platform.functions.get(ref('echo'))).rejects.toMatchObject({ status: 404 })
  })

  it('is down when it is disabled once the gateway is out of the way', async () => {
    await platform.apiGateways.delete(ref('shop'))
    await platform.functions.update(echo({ disable: true, build: { mode: 'neverBuild' } }), {
      waitForEnd: true,
    })
    await platform.apiGateways.create(gatewayConfig('shop'), true)
    await untilGatewayIsReady()
    expect(await ask(platform.apiGateways.listener().port, 'shop.localhost')).toMatchObject({
      status: 502,
      body: 'API gateway shop leads to the function echo, which does not run: it is disabled\n',
    })
  })

  it('leaves with its project, and its gateway with it', async () => {
    await platform.projects.create({ metadata: ref('p'), spec: {} })
    const labels = { 'nuclio.io/project-name': 'p' }
    await platform.apiGateways.create({ ...gatewayConfig('other'), metadata: { name: 'other', labels } })
    const refusal = { status: 412, message: 'Project contains api gateways' }
    await expect(platform.projects.delete(ref('p'), 'restricted')).rejects.toMatchObject(refusal)
    await platform.projects.delete(ref('p'), 'cascading')
    const left = await platform.apiGateways.list({ namespace: 'nuclio' })
    expect(left.map(({ metadata }) => metadata.name)).toEqual(['shop'])
  })
})

describe('the port of the gateways', () => {
  it('is the next one when it may be, and else is asked for in words', async () => {
    const other = createServer()
    await listen(other, '127.0.0.1', 0)
    const { port } = other.address() as AddressInfo
    await platform.close()
    await expect(start(port)).rejects.toThrow(
      `127.0.0.1:${port}, where the API gateways listen, is taken by another program. Choose another GATEWAY_PORT`,
    )
    platform = await start(port, true)
    expect(platform.apiGateways.listener().port).toBeGreaterThan(port)
    expect(platform.info.frontendSpec().defaultHTTPIngressHostTemplate).toBe(
      `{{ .ResourceName }}.localhost:${platform.apiGateways.listener().port}`,
    )
    await closeServer(other, 0)
  })
})
