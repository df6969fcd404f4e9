import { answerByRoute, emptyJson, json, run } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  createProject,
  deleteProject,
  exportProject,
  importProject,
  projectKeys,
  projectQuery,
  projectsQuery,
  updateProject,
} from './projects'

const ref = { namespace: 'nuclio', project: 'shop' }
const shop = { metadata: { name: 'shop', namespace: 'nuclio' }, spec: { description: 'sells' } }

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

describe('reading projects', () => {
  it('lists them by name, and names the namespace', async () => {
    const requests = answerByRoute({
      'GET /api/projects': () =>
        json({ web: { metadata: {} }, shop, api: { metadata: { name: 'api' }, status: {} } }),
    })
    const projects = await queryClient.query(projectsQuery('nuclio'))
    expect(projects.map(({ metadata }) => metadata.name)).toEqual(['api', 'shop', 'web'])
    expect(projects.every(({ spec }) => typeof spec === 'object')).toBe(true)
    expect(requests[0]?.headers.get('x-nuclio-project-namespace')).toBe('nuclio')
  })

  it('takes null for an empty list', async () => {
    answerByRoute({ 'GET /api/projects': () => json(null) })
    expect(await queryClient.query(projectsQuery('nuclio'))).toEqual([])
  })

  it('reads one', async () => {
    answerByRoute({ 'GET /api/projects/shop': () => json(shop) })
    expect(await queryClient.query(projectQuery(ref))).toEqual(shop)
  })

  it('keeps namespaces apart', () => {
    expect(projectsQuery('a').queryKey).not.toEqual(projectsQuery('b').queryKey)
    expect(projectQuery(ref).queryKey).not.toEqual(projectQuery({ ...ref, namespace: 'b' }).queryKey)
  })
})

describe('creating a project', () => {
  it('resolves with what the server answers', async () => {
    const requests = answerByRoute({ 'POST /api/projects': () => json({ ...shop, status: {} }, 201) })
    queryClient.setQueryData(projectKeys.list('nuclio'), [])
    expect(await run(queryClient, createProject(queryClient), shop)).toMatchObject(shop)
    expect(await requests[0]?.json()).toEqual(shop)
    expect(queryClient.getQueryState(projectKeys.list('nuclio'))?.isInvalidated).toBe(true)
  })

  it.each([201, 202])('reads it back when a %i has no body', async (status) => {
    answerByRoute({
      'POST /api/projects': () => emptyJson(status),
      'GET /api/projects/shop': () => json(shop),
    })
    expect(await run(queryClient, createProject(queryClient), shop)).toEqual(shop)
  })

  it('cannot tell the name that a silent server made up', async () => {
    answerByRoute({ 'POST /api/projects': () => emptyJson(201) })
    const unnamed = { metadata: { namespace: 'nuclio' } }
    expect(await run(queryClient, createProject(queryClient), unnamed)).toBeUndefined()
  })

  it('rejects when the name is taken', async () => {
    answerByRoute({ 'POST /api/projects': () => json({ error: 'exists' }, 409) })
    await expect(run(queryClient, createProject(queryClient), shop)).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})

describe('updating a project', () => {
  it('resolves with what was kept', async () => {
    answerByRoute({
      'PUT /api/projects/shop': () => emptyJson(204),
      'GET /api/projects/shop': () =>
        json({ ...shop, metadata: { ...shop.metadata, labels: { b: '2', a: '1' } } }),
    })
    const config = { ...shop, metadata: { ...shop.metadata, labels: { a: '1', b: '2' } } }
    expect(await run(queryClient, updateProject(queryClient), config)).toMatchObject(config)
  })

  it('rejects when the server says yes and keeps nothing', async () => {
    answerByRoute({
      'PUT /api/projects/shop': () => emptyJson(204),
      'GET /api/projects/shop': () => json(shop),
    })
    const config = { metadata: { ...shop.metadata, labels: { 'a b': 'c' } }, spec: { description: 'other' } }
    await expect(run(queryClient, updateProject(queryClient), config)).rejects.toMatchObject({
      kind: 'invalid',
      message: 'The server did not keep the description and the labels of project shop',
    })
  })

  it('takes an empty description for none', async () => {
    const plain = { metadata: shop.metadata, spec: {} }
    answerByRoute({
      'PUT /api/projects/shop': () => emptyJson(204),
      'GET /api/projects/shop': () => json(plain),
    })
    const config = { metadata: { ...shop.metadata, labels: {} }, spec: { description: '' } }
    expect(await run(queryClient, updateProject(queryClient), config)).toEqual(plain)
  })
})

describe('deleting a project', () => {
  it('names it in the body, and refuses what is in it unless told otherwise', async () => {
    const requests = answerByRoute({ 'DELETE /api/projects': () => new Response(null, { status: 204 }) })
    queryClient.setQueryData(['functions', 'list', { namespace: 'nuclio', project: 'shop' }], [])
    await run(queryClient, deleteProject(queryClient), { ref })
    await run(queryClient, deleteProject(queryClient), { ref, strategy: 'cascading' })
    expect(await requests[0]?.json()).toEqual({ metadata: { name: 'shop', namespace: 'nuclio' } })
    expect(requests.map(({ headers }) => headers.get('x-nuclio-delete-project-strategy'))).toEqual([
      'restricted',
      'cascading',
    ])
    expect(
      queryClient.getQueryState(['functions', 'list', { namespace: 'nuclio', project: 'shop' }])
        ?.isInvalidated,
    ).toBe(true)
  })

  it('says that it is not empty', async () => {
    answerByRoute({ 'DELETE /api/projects': () => json({ error: 'Project contains functions' }, 412) })
    await expect(run(queryClient, deleteProject(queryClient), { ref })).rejects.toMatchObject({
      kind: 'precondition',
      message: 'Project contains functions',
    })
  })
})

describe('moving a project', () => {
  const bundle = {
    project: { metadata: { name: 'shop' }, spec: {} },
    functions: { f: { metadata: { name: 'f' }, spec: {} } },
    functionEvents: { e: { metadata: { name: 'e' }, spec: {} } },
    apiGateways: null,
  }

  it('exports it, whatever the server has for no gateways', async () => {
    const requests = answerByRoute({ 'GET /api/projects/shop': () => json(bundle) })
    expect(await exportProject(ref)).toEqual({ ...bundle, apiGateways: {} })
    expect(requests[0]?.url).toContain('export=true')
  })

  it('imports it with the namespace everywhere, and answers lists', async () => {
    const requests = answerByRoute({
      'POST /api/projects': () =>
        json(
          {
            functionImportResult: { createdAmount: 1, failedAmount: 0, failedFunctions: null },
            functionEventImportResult: { createdAmount: 1, failedAmount: 0 },
            apiGatewayImportResult: { createdAmount: 0, failedAmount: 0, failedAPIGateways: null },
          },
          201,
        ),
    })
    const result = await run(queryClient, importProject(queryClient), { namespace: 'other', bundle })
    expect(result.functionImportResult.failedFunctions).toEqual([])
    expect(result.functionEventImportResult.failedFunctionEvents).toEqual([])
    expect(result.apiGatewayImportResult.failedAPIGateways).toEqual([])
    expect(requests[0]?.url).toContain('import=true')
    expect(await requests[0]?.json()).toEqual({
      project: { metadata: { name: 'shop', namespace: 'other' }, spec: {} },
      functions: { f: { metadata: { name: 'f', namespace: 'other' }, spec: {} } },
      functionEvents: { e: { metadata: { name: 'e', namespace: 'other' }, spec: {} } },
      apiGateways: {},
    })
  })
})
