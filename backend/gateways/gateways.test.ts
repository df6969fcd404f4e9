import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gatewayConfig, speaking, testGateways } from './testing'

let test: ReturnType<typeof testGateways>
beforeEach(async () => {
  test = testGateways()
  test.functions.set('echo', speaking('echo'))
  await test.gateways.start()
})
afterEach(() => test.gateways.close())

const ref = (name: string, namespace = 'nuclio') => ({ namespace, name })
const upstreams = (...shares: [name: string, percentage?: number][]) =>
  shares.map(([name, percentage]) => ({ kind: 'nucliofunction', nucliofunction: { name }, percentage }))

/** The gateway once it has been set up, well or not. */
async function settled(name: string) {
  for (;;) {
    const gateway = await test.gateways.get(ref(name))
    if (gateway.status?.state !== 'waitingForProvisioning') return gateway
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('a gateway', () => {
  it('is there at once, and ready a moment later', async () => {
    await test.gateways.create(gatewayConfig('shop', { description: 'd' }))
    expect(await test.gateways.get(ref('shop'))).toEqual({
      metadata: {
        name: 'shop',
        namespace: 'nuclio',
        labels: { 'nuclio.io/project-name': 'default' },
        creationTimestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      },
      spec: { ...gatewayConfig('shop').spec, description: 'd' },
      status: { name: 'shop', state: 'waitingForProvisioning' },
    })
    expect((await settled('shop')).status).toEqual({ name: 'shop', state: 'ready' })
    expect(await test.gateways.export(ref('shop'))).toEqual({
      metadata: { name: 'shop', labels: { 'nuclio.io/project-name': 'default' } },
      spec: { ...gatewayConfig('shop').spec, description: 'd' },
    })
  })

  it('takes its name from the spec and its host from the pattern', async () => {
    const { spec } = gatewayConfig('shop')
    await test.gateways.create({ metadata: { namespace: 'nuclio' }, spec: { ...spec, host: '' } })
    const { port } = test.gateways.listener()
    expect((await settled('shop')).spec).toMatchObject({ name: 'shop', host: `shop.localhost:${port}` })
  })

  it('says what it lacks, and works once it has it', async () => {
    await test.gateways.create(gatewayConfig('shop', { authenticationMode: 'basic' }))
    expect((await settled('shop')).status).toEqual({
      name: 'shop',
      state: 'error',
      last_error: 'Basic authentication needs a username',
    })
    const authentication = { basicAuth: { username: 'ann', password: 'secret' } }
    const config = gatewayConfig('shop', { authenticationMode: 'basic', authentication })
    await test.gateways.update('shop', config)
    expect((await settled('shop')).status).toEqual({ name: 'shop', state: 'ready' })
  })

  it('is kept from a function that is not there, at once when asked so', async () => {
    const config = gatewayConfig('shop', { upstreams: upstreams(['gone']) })
    const refusal = { status: 412, message: 'Function gone does not exist' }
    await expect(test.gateways.create(config, true)).rejects.toMatchObject(refusal)
    await test.gateways.create(config)
    expect((await settled('shop')).status).toMatchObject({ state: 'error', last_error: refusal.message })
    await expect(test.gateways.update('shop', config, true)).rejects.toMatchObject(refusal)
  })

  it('keeps its project, its time of creation, and a password that is only referred to', async () => {
    const authentication = { basicAuth: { username: 'ann', password: 'secret' } }
    const config = gatewayConfig('shop', { authenticationMode: 'basic', authentication })
    await test.gateways.create(config)
    const before = await settled('shop')
    const reference = {
      basicAuth: { username: 'bob', password: '$ref:/spec/authentication/basicauth/password' },
    }
    await test.gateways.update('shop', { spec: { ...config.spec, authentication: reference } })
    const after = await settled('shop')
    expect(after.metadata).toEqual(before.metadata)
    expect(after.spec.authentication?.basicAuth).toEqual({ username: 'bob', password: 'secret' })
    const moved = { ...config, metadata: { name: 'shop', labels: { 'nuclio.io/project-name': 'p' } } }
    await expect(test.gateways.update('shop', moved)).rejects.toMatchObject({ status: 400 })
  })

  it('has its name, and its host and path, for itself', async () => {
    await test.gateways.create(gatewayConfig('shop', { path: '/v1' }))
    await expect(test.gateways.create(gatewayConfig('shop'))).rejects.toMatchObject({
      status: 409,
      message: 'Api gateway shop already exists',
    })
    const inUse = { status: 412, message: 'Ingress host and path are already in use' }
    const same = { host: 'SHOP.localhost:1', path: 'v1/' }
    await expect(test.gateways.create(gatewayConfig('other', same))).rejects.toMatchObject(inUse)
    const elsewhere = gatewayConfig('other', same)
    elsewhere.metadata = { name: 'other', namespace: 'other' }
    await expect(test.gateways.create(elsewhere)).rejects.toMatchObject(inUse)
    await test.gateways.update('shop', gatewayConfig('shop', { path: '/v1', description: 'the same place' }))
    const attributes = { ingresses: { 0: { host: 'web.localhost', paths: ['/'] } } }
    test.listed.push({
      metadata: { name: 'web' },
      spec: { triggers: { http: { kind: 'http', attributes } } },
      status: {},
    })
    const web = gatewayConfig('web', { host: 'web.localhost' })
    await expect(test.gateways.create(web)).rejects.toMatchObject(inUse)
  })

  it('is not found when it is not there, nor created by an update', async () => {
    const missing = { status: 404, message: 'Api-Gateway not found' }
    await expect(test.gateways.get(ref('nope'))).rejects.toMatchObject(missing)
    await expect(test.gateways.delete(ref('nope'))).rejects.toMatchObject(missing)
    await expect(test.gateways.update('nope', gatewayConfig('nope'))).rejects.toMatchObject(missing)
    const nowhere = { ...gatewayConfig('a'), metadata: { namespace: 'nowhere' } }
    await expect(test.gateways.create(nowhere)).rejects.toMatchObject({ status: 400 })
  })

  it('leaves nothing when it could not be stored', async () => {
    test.store.put = () => Promise.reject(new Error('The disk is full'))
    await expect(test.gateways.create(gatewayConfig('shop'))).rejects.toThrow('The disk is full')
    expect(await test.gateways.list({ namespace: 'nuclio' })).toEqual([])
  })
})

describe('the gateways', () => {
  beforeEach(async () => {
    test.functions.set('next', speaking('next'))
    const labels = { 'nuclio.io/project-name': 'p' }
    await test.gateways.create({ ...gatewayConfig('b'), metadata: { name: 'b', labels } })
    await test.gateways.create(gatewayConfig('a', { upstreams: upstreams(['echo'], ['next', 10]) }))
  })

  const names = async (filter = {}) =>
    (await test.gateways.list({ namespace: 'nuclio', ...filter })).map(({ metadata }) => metadata.name)

  it('are listed by name, by project and by function', async () => {
    expect(await names()).toEqual(['a', 'b'])
    expect(await names({ project: 'p' })).toEqual(['b'])
    expect(await names({ project: 'default' })).toEqual(['a'])
    expect(await names({ functionName: 'next' })).toEqual(['a'])
    expect(await names({ namespace: 'other' })).toEqual([])
    expect(test.gateways.namesOf(ref('echo'))).toEqual(['a', 'b'])
    expect(test.gateways.namesOf(ref('echo', 'other'))).toEqual([])
    expect(test.gateways.places('nuclio')).toEqual([
      { host: 'b.localhost', path: '/' },
      { host: 'a.localhost', path: '/' },
    ])
  })

  it('go with their function, unless another one would lose its gateway', async () => {
    await expect(test.gateways.deleteOf(ref('echo'))).rejects.toMatchObject({
      status: 412,
      message: 'Failed to delete function - it is used in canary api gateway - a',
    })
    expect(await names()).toEqual(['a', 'b'])
    await test.gateways.update('a', gatewayConfig('a'))
    await test.gateways.deleteOf(ref('echo'))
    expect(await names()).toEqual([])
    expect([...test.store.records]).toEqual([])
  })

  it('go with their project', async () => {
    await test.gateways.deleteOfProject(ref('p'))
    expect(await names()).toEqual(['a'])
  })

  it('come back with the next server, hosts naming the port that it has then', async () => {
    const { port } = test.gateways.listener()
    await test.gateways.update('a', gatewayConfig('a', { host: `a.localhost:${port}` }))
    await test.gateways.update('b', gatewayConfig('b', { host: 'b.localhost:1' })).catch(() => undefined)
    await settled('a')
    const next = testGateways({ store: test.store })
    next.functions.set('echo', speaking('echo'))
    await next.gateways.start()
    const [a, b] = await next.gateways.list({ namespace: 'nuclio' })
    expect(next.gateways.listener().port).not.toBe(port)
    expect(a).toMatchObject({
      spec: { host: `a.localhost:${next.gateways.listener().port}` },
      status: { state: 'ready' },
    })
    expect(b?.spec.host).toBe('b.localhost')
    await next.gateways.close()
  })
})
