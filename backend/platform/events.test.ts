import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FunctionEventConfig } from '@/api/generated/schema'
import { PlatformError } from '../errors'
import { openStore } from '../store/store'
import type { Store } from '../store/store'
import { createEvents } from './events'
import type { EventResource } from './events'
import type { Named } from './platform'

let directory: string
let store: Store
let events: EventResource

const functions = {
  async get({ namespace, name }: Named) {
    if (name !== 'demo' && name !== 'other') throw new PlatformError(404, 'Function not found')
    const labels = { 'nuclio.io/project-name': name === 'demo' ? 'p1' : 'p2' }
    return { metadata: { name, namespace, labels }, spec: {}, status: {} }
  },
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'events-'))
  store = await openStore(directory)
  events = createEvents({ store: store.events, namespaces: ['nuclio'], functions })
})
afterEach(async () => {
  await store.close()
  await rm(directory, { recursive: true, force: true })
})

function config(name: string | undefined, spec = {}, functionName = 'demo'): FunctionEventConfig {
  return {
    metadata: { name, namespace: 'nuclio', labels: { 'nuclio.io/function-name': functionName } },
    spec,
  }
}

describe('function events', () => {
  it('answers the stored object with a name and its defaults', async () => {
    const created = await events.create(config(undefined, { body: 'x' }))
    const name = created.metadata.name ?? ''
    expect(name).toMatch(/^[0-9a-f-]{36}$/)
    expect(created).toEqual({
      metadata: {
        name,
        namespace: 'nuclio',
        labels: { 'nuclio.io/function-name': 'demo', 'nuclio.io/project-name': 'p1' },
      },
      spec: {
        displayName: name,
        triggerKind: 'http',
        body: 'x',
        attributes: { headers: { 'Content-Type': 'text/plain' }, method: 'POST', path: '' },
      },
    })
    expect(await events.get({ namespace: 'nuclio', name })).toEqual(created)
  })

  it('keeps what was given, numbers among the headers too', async () => {
    const spec = {
      displayName: 'My event',
      body: 'some body',
      triggerKind: 'http',
      attributes: { headers: { 'x-header-1': 'a', 'x-header-2': 1 }, method: 'GET', path: '/some/path' },
    }
    expect((await events.create(config('named', spec))).spec).toEqual(spec)
  })

  it('fills in the attributes that are left out', async () => {
    const { spec } = await events.create(config('bare', { attributes: { method: 'GET' } }))
    expect(spec?.attributes).toEqual({ headers: { 'Content-Type': 'text/plain' }, method: 'GET', path: '' })
  })

  it('lists by function and by name', async () => {
    await events.create(config('b'))
    await events.create(config('a'))
    await events.create(config('c', {}, 'other'))
    const names = async (filter: object) =>
      (await events.list({ namespace: 'nuclio', ...filter })).map(({ metadata }) => metadata.name)
    expect(await names({})).toEqual(['a', 'b', 'c'])
    expect(await names({ functionName: 'demo' })).toEqual(['a', 'b'])
    expect(await names({ name: 'c' })).toEqual(['c'])
    expect(await names({ functionName: 'demo', name: 'c' })).toEqual([])
    expect(await names({ namespace: 'other' })).toEqual([])
  })

  it('replaces on update and follows the event to another function', async () => {
    await events.create(config('a', { body: 'x', attributes: { path: '/x' } }))
    await events.update(config('a', {}, 'other'))
    expect(await events.get({ namespace: 'nuclio', name: 'a' })).toMatchObject({
      metadata: { labels: { 'nuclio.io/function-name': 'other', 'nuclio.io/project-name': 'p2' } },
      spec: { displayName: 'a', attributes: { method: 'POST', path: '' } },
    })
    expect(await events.list({ namespace: 'nuclio', functionName: 'demo' })).toEqual([])
  })

  it('goes with its function', async () => {
    await events.create(config('a'))
    await events.create(config('b', {}, 'other'))
    await events.deleteOf({ namespace: 'nuclio', name: 'demo' })
    expect((await events.list({ namespace: 'nuclio' })).map(({ metadata }) => metadata.name)).toEqual(['b'])
  })

  it('refuses a name that is taken', async () => {
    await events.create(config('a', { body: 'first' }))
    await expect(events.create(config('a'))).rejects.toMatchObject({ status: 409 })
    expect((await events.get({ namespace: 'nuclio', name: 'a' })).spec?.body).toBe('first')
  })

  it.each([
    [
      'no function label',
      { metadata: { name: 'a' }, spec: {} },
      /missing label - `nuclio\.io\/function-name`/,
    ],
    ['an unknown function', config('a', {}, 'nope'), /^The Function event parent function does not exist$/],
    ['no spec', { metadata: config('a').metadata }, /^Function event spec must be provided$/],
    ['no metadata', { spec: {} }, /^Function event name must be provided in metadata$/],
    ['an unknown namespace', { metadata: { name: 'a', namespace: 'nowhere' }, spec: {} }, /does not exist/],
  ])('refuses %s with 400', async (_, bad, message) => {
    await expect(events.create(bad as FunctionEventConfig)).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(message),
    })
  })

  it('answers 404 for what is missing, and 400 for an update without a name', async () => {
    const ref = { namespace: 'nuclio', name: 'nope' }
    const missing = { status: 404, message: 'Function event not found' }
    await expect(events.get(ref)).rejects.toMatchObject(missing)
    await expect(events.update(config('nope'))).rejects.toMatchObject(missing)
    await expect(events.delete(ref)).rejects.toMatchObject(missing)
    await expect(events.update(config(undefined))).rejects.toMatchObject({ status: 400 })
  })
})
