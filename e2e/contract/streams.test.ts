import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'
import { requestProblems, responseProblems } from './contract'

let server: DashboardServer
let platform: PlatformClient

const stream = { containerName: 'shop', streamPath: '/in/orders' }
const project = { 'x-nuclio-project-name': 'shop' }
const embedded = '/api/embedded/streams'
const lagsPath = '/api/v3io_streams/get_shard_lags'

beforeAll(async () => {
  server = await DashboardServer.start()
  platform = new PlatformClient(server.url)
  await platform.createProject('shop')
  const { status } = await platform.deploy({
    name: 'reader',
    project: 'shop',
    runtime: 'nodejs',
    source: "exports.handler = (context) => context.callback('')",
    spec: {
      triggers: {
        orders: {
          kind: 'v3ioStream',
          attributes: {
            ...stream,
            consumerGroup: 'g',
            seekTo: 'earliest',
            sequenceNumberCommitInterval: '20ms',
          },
        },
        old: { kind: 'v3ioStream', disabled: true, url: 'http://v3io:8081/shop/in/orders@g' },
      },
    },
  })
  expect(status.state, status.message).toBe('ready')
})
afterAll(() => server?.dispose())

/** One call, whose body and answer are as openapi.yaml describes them. */
async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = project) {
  const answer = await fetch(server.url + path, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  expect(responseProblems(method, path, answer.status, type, text)).toEqual([])
  return { status: answer.status, json: text === '' ? undefined : (JSON.parse(text) as unknown) }
}

const refused = (status: number, error: string | RegExp) => ({
  status,
  json: expect.objectContaining({
    error: typeof error === 'string' ? error : expect.stringMatching(error),
  }),
})

describe('the documented calls about streams', () => {
  it('list what the functions of a project read', async () => {
    expect(await call('GET', '/api/v3io_streams')).toEqual({
      status: 200,
      json: {
        'reader@orders': { ...stream, consumerGroup: 'g' },
        'reader@old': { containerName: null, streamPath: null, consumerGroup: null },
      },
    })
    const other = { 'x-nuclio-project-name': 'no-such-project' }
    expect(await call('GET', '/api/v3io_streams', undefined, other)).toEqual({ status: 200, json: {} })
  })

  it('tell lags as texts by shard, and as bare numbers where Nuclio 1.14 does', async () => {
    const request = { ...stream, consumerGroup: 'g' }
    expect(requestProblems('POST', lagsPath, request)).toEqual([])
    await call('POST', `${embedded}/records`, {
      ...stream,
      records: Array.from({ length: 3 }, () => ({ data: 'x', shardId: 2 })),
    })
    const done = { committed: '3', current: '3', lag: '0' }
    await expect
      .poll(async () => (await call('POST', lagsPath, request)).json)
      .toMatchObject({ 'shop/in/orders': { g: { 'shard-id-2': done } } })
    const untouched = { committed: '0', current: '0', lag: '0' }
    const all = (await call('POST', lagsPath, { ...request, streamPath: 'in/orders/' })).json
    expect(all).toMatchObject({
      'shop/in/orders': { g: { 'shard-id-0': untouched, 'shard-id-7': untouched } },
    })
    expect((await call('POST', lagsPath, { ...request, consumerGroup: 'nobody' })).json).toMatchObject({
      'shop/in/orders': { nobody: { 'shard-id-2': { committed: '0', current: '3', lag: '3' } } },
    })

    await platform.control('POST', 'dialect', { dialect: 'nuclio' })
    const numbers = (await call('POST', lagsPath, request)).json
    const missing = await call('POST', lagsPath, { ...request, streamPath: 'elsewhere' })
    await platform.control('POST', 'dialect', { dialect: 'documented' })
    expect(numbers).toMatchObject({ 'shop/in/orders': { g: { 2: { committed: 3, current: 3, lag: 0 } } } })
    expect(missing).toEqual(refused(500, 'A data plane access key is required'))
  })

  it('refuse what they cannot answer', async () => {
    const request = { ...stream, consumerGroup: 'g' }
    expect(await call('GET', '/api/v3io_streams', undefined, {})).toEqual(
      refused(400, 'Project name must not be empty'),
    )
    expect(await call('POST', lagsPath, request, {})).toEqual(refused(400, 'Project name must not be empty'))
    expect(await call('POST', lagsPath, { ...request, streamPath: '' })).toEqual(
      refused(400, 'Stream path must be provided in request body'),
    )
    expect(await call('POST', lagsPath, stream)).toEqual(refused(400, /^Stream lags for multiple consumer/))
    expect(await call('POST', lagsPath, { ...request, streamPath: 'elsewhere' })).toEqual(
      refused(404, 'Stream shop/elsewhere does not exist on this platform'),
    )
  })
})

describe('the calls of the embedded platform alone', () => {
  const own = { containerName: 'own', streamPath: 'a' }

  it('create, list and delete streams', async () => {
    expect(requestProblems('POST', embedded, { ...own, shardCount: 3 })).toEqual([])
    const made = { containerName: 'own', streamPath: '/a', shardCount: 3, recordsKept: 0 }
    expect(await call('POST', embedded, { ...own, shardCount: 3 })).toEqual({ status: 201, json: made })
    expect(await call('POST', embedded, own)).toEqual(refused(409, 'Stream own/a already exists'))
    expect(await call('POST', embedded, { ...own, streamPath: 'b', shardCount: 0 })).toEqual(
      refused(400, /shardCount/),
    )
    expect(await call('POST', embedded, { ...own, containerName: '../x' })).toEqual(refused(400, /container/))
    expect((await call('GET', embedded)).json).toMatchObject({ 'own/a': made })
    expect((await call('DELETE', embedded, own)).status).toBe(204)
    expect(await call('DELETE', embedded, own)).toEqual(refused(404, /^Stream own\/a does not exist/))
  })

  it('put records where they are told to', async () => {
    await call('POST', embedded, { ...own, shardCount: 2 })
    const records = [
      { data: 'a', shardId: 1 },
      { data: 'Yg==', encoding: 'base64', partitionKey: 'k' },
      { data: 'c', partitionKey: 'k' },
    ]
    const path = `${embedded}/records`
    expect(requestProblems('POST', path, { ...own, records })).toEqual([])
    const { json } = await call('POST', path, { ...own, records })
    const places = (json as { records: { shardId: number; sequenceNumber: number }[] }).records
    expect(places[0]).toEqual({ shardId: 1, sequenceNumber: 1 })
    expect(places[2]?.shardId).toBe(places[1]?.shardId)
    expect(await call('POST', path, { ...own, records: [{ data: 'a', shardId: 2 }] })).toEqual(
      refused(400, 'Stream own/a has 2 shards, and no 2'),
    )
    expect(await call('POST', path, { ...own, records: [] })).toEqual(refused(400, /records/))
  })

  it('keep a producer at work until it is stopped', async () => {
    const path = `${embedded}/producer`
    const order = { ...own, rate: 50, seconds: 3600, keys: 10 }
    expect(requestProblems('POST', path, order)).toEqual([])
    expect(await call('POST', path, order)).toMatchObject({ status: 200, json: { rate: 50 } })
    const producer = async () =>
      ((await call('GET', embedded)).json as Record<string, { producer?: { sent: number } }>)['own/a']
        ?.producer
    await expect.poll(async () => (await producer())?.sent ?? 0).toBeGreaterThan(3)
    expect((await call('DELETE', path, own)).status).toBe(204)
    expect(await producer()).toBeUndefined()
    expect(await call('POST', path, { ...own, rate: 5 })).toEqual(
      refused(400, 'A producer needs a count, or a rate and seconds'),
    )
    expect(await call('POST', path, { ...own, rate: 20_000, seconds: 1 })).toEqual(refused(400, /rate/))
    expect(await call('POST', path, { ...order, streamPath: 'none' })).toEqual(refused(404, /does not exist/))
  })
})
