import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { openStore } from '../store/store'
import type { Store } from '../store/store'
import type { Named } from './platform'
import { createProjects } from './projects'
import type { ProjectResource } from './projects'

let directory: string
let store: Store
let projects: ProjectResource
/** Names of functions of project `full`. */
let contained: string[]
let deleted: Named[]

const functions = {
  async list({ namespace, project }: { namespace: string; project?: string }): Promise<NuclioFunction[]> {
    if (namespace !== 'nuclio' || project !== 'full') return []
    return contained.map((name) => ({ metadata: { name, namespace }, spec: {}, status: {} }))
  },
  async delete(ref: Named) {
    deleted.push(ref)
    contained = contained.filter((name) => name !== ref.name)
  },
}

/** Names of gateways of project `full`. */
let inFront: string[]

const gateways = {
  async list({ project }: { project?: string }) {
    return project === 'full' ? inFront.map((name) => ({ metadata: { name }, spec: {} })) : []
  },
  async deleteOfProject(ref: Named) {
    if (ref.name === 'full') inFront = []
  },
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'projects-'))
  store = await openStore(directory)
  contained = ['one', 'two']
  deleted = []
  inFront = ['api']
  projects = await createProjects({
    store: store.projects,
    namespaces: ['nuclio', 'other'],
    functions,
    gateways,
  })
})
afterEach(async () => {
  await store.close()
  await rm(directory, { recursive: true, force: true })
})

function config(name: string | undefined, spec = {}, metadata = {}) {
  return { metadata: { name, namespace: 'nuclio', ...metadata }, spec }
}

describe('projects', () => {
  it('has a default project in every namespace, which keeps what was written into it', async () => {
    expect((await projects.list({ namespace: 'nuclio' })).map((p) => p.metadata.name)).toEqual(['default'])
    expect((await projects.list({ namespace: 'other' })).map((p) => p.metadata.name)).toEqual(['default'])
    await projects.update(config('default', { description: 'ours' }))
    const again = await createProjects({ store: store.projects, namespaces: ['nuclio'], functions, gateways })
    expect((await again.get({ namespace: 'nuclio', name: 'default' })).spec.description).toBe('ours')
  })

  it('does not exist any more for whoever asks while its deletion begins', async () => {
    const ref = { namespace: 'nuclio', name: 'p1' }
    await projects.create(config('p1'))
    const exists = projects.exists(ref)
    const deleted = projects.delete(ref, 'restricted')
    expect(await exists).toBe(false)
    await deleted
    expect(await projects.exists(ref)).toBe(false)
  })

  it('stores what it is given and when', async () => {
    const before = Date.now()
    const created = await projects.create(
      config(
        'p1',
        { description: 'd', owner: 'me' },
        { labels: { team: 'a' }, annotations: { note: 'x' }, resourceVersion: '7' },
      ),
    )
    expect(created).toEqual({
      metadata: { name: 'p1', namespace: 'nuclio', labels: { team: 'a' }, annotations: { note: 'x' } },
      spec: { description: 'd', owner: 'me' },
      status: { updatedAt: expect.any(String) },
    })
    expect(Date.parse(created.status?.updatedAt ?? '')).toBeGreaterThanOrEqual(before)
    expect(await projects.get({ namespace: 'nuclio', name: 'p1' })).toEqual(created)
  })

  it('makes up a name, and takes the first namespace, when none is given', async () => {
    const { metadata } = await projects.create({ metadata: {}, spec: {} })
    expect(metadata.name).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(metadata.namespace).toBe('nuclio')
  })

  it('refuses a name that is taken and keeps the first project', async () => {
    await projects.create(config('p1', { description: 'first' }))
    await expect(projects.create(config('p1'))).rejects.toMatchObject({ status: 409 })
    expect((await projects.get({ namespace: 'nuclio', name: 'p1' })).spec.description).toBe('first')
  })

  it.each([
    [config('Bad_Name'), /^Project name must adhere to Kubernetes naming conventions\. Errors: a lowercase/],
    [config('p', {}, { labels: { 'bad key!': '' } }), /^Invalid key: bad key!, /],
    [config('p', {}, { annotations: { 'bad key!': '' } }), /^Invalid annotation key: bad key!, /],
    [config('p', { defaultFunctionNodeSelector: { k: 'bad value!' } }), /^Invalid value: bad value!, /],
    [config('p', {}, { namespace: 'nowhere' }), /^Namespace "nowhere" does not exist/],
  ])('refuses %j', async (bad, message) => {
    const refusal = { status: 400, message: expect.stringMatching(message) }
    await expect(projects.create(bad)).rejects.toMatchObject(refusal)
    await expect(projects.update(bad)).rejects.toMatchObject(refusal)
  })

  it('replaces labels, annotations and spec on update', async () => {
    await projects.create(config('p1', { description: 'd' }, { labels: { a: '1' } }))
    await projects.update(config('p1', { owner: 'o' }))
    expect(await projects.get({ namespace: 'nuclio', name: 'p1' })).toMatchObject({
      metadata: { name: 'p1', namespace: 'nuclio' },
      spec: { owner: 'o' },
    })
    expect((await projects.get({ namespace: 'nuclio', name: 'p1' })).metadata.labels).toBeUndefined()
  })

  it('answers 404 for what is missing', async () => {
    const ref = { namespace: 'nuclio', name: 'nope' }
    await expect(projects.get(ref)).rejects.toMatchObject({ status: 404, message: 'Project not found' })
    await expect(projects.update(config('nope'))).rejects.toMatchObject({ status: 404 })
    await expect(projects.delete(ref, 'restricted')).rejects.toMatchObject({ status: 404 })
    await expect(projects.delete(ref, 'cascading')).rejects.toMatchObject({ status: 404 })
    expect(await projects.list({ namespace: 'nowhere' })).toEqual([])
    expect(await projects.list({ namespace: 'nuclio', name: 'nope' })).toEqual([])
  })
})

describe('deletion of a project', () => {
  const full = { namespace: 'nuclio', name: 'full' }
  beforeEach(() => projects.create(config('full')))

  it('is refused for the default project, whatever the strategy', async () => {
    for (const strategy of ['restricted', 'check', 'cascading'] as const) {
      await expect(projects.delete({ namespace: 'nuclio', name: 'default' }, strategy)).rejects.toMatchObject(
        {
          status: 412,
          message: 'Cannot delete the default project',
        },
      )
    }
  })

  it.each(['restricted', 'check'] as const)(
    'is refused while it contains functions (%s)',
    async (strategy) => {
      const refusal = { status: 412, message: 'Project contains functions' }
      await expect(projects.delete(full, strategy)).rejects.toMatchObject(refusal)
      expect(await projects.exists(full)).toBe(true)
      expect(deleted).toEqual([])
    },
  )

  it.each(['restricted', 'check'] as const)('is refused while gateways are left (%s)', async (strategy) => {
    contained = []
    const refusal = { status: 412, message: 'Project contains api gateways' }
    await expect(projects.delete(full, strategy)).rejects.toMatchObject(refusal)
    expect(inFront).toEqual(['api'])
  })

  it('takes its functions and gateways with it when cascading', async () => {
    await projects.delete(full, 'cascading')
    expect(deleted.map(({ name }) => name)).toEqual(['one', 'two'])
    expect(inFront).toEqual([])
    await expect(projects.get(full)).rejects.toMatchObject({ status: 404 })
  })

  it('only checks with the strategy check', async () => {
    contained = []
    inFront = []
    await projects.delete(full, 'check')
    expect(await projects.exists(full)).toBe(true)
    await projects.delete(full, 'restricted')
    expect(await projects.exists(full)).toBe(false)
  })

  it('closes the project to new functions before it looks what is in it', async () => {
    const deletion = projects.delete(full, 'cascading')
    expect(await projects.exists(full)).toBe(false)
    await expect(projects.delete(full, 'cascading')).rejects.toMatchObject({ status: 409 })
    await deletion
  })

  it('opens it again when a function cannot be deleted', async () => {
    const stubborn = await createProjects({
      store: store.projects,
      namespaces: ['nuclio'],
      functions: { ...functions, delete: () => Promise.reject(new Error('stuck')) },
      gateways,
    })
    await expect(stubborn.delete(full, 'cascading')).rejects.toThrow('stuck')
    expect(await stubborn.exists(full)).toBe(true)
  })
})
