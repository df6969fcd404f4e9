import { answerByRoute, emptyJson, json, run } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { functionRow, type FunctionRow } from '@/domain/function-rows'
import { functionKeys } from './function-keys'
import { functionsQuery } from './function-list-query'
import { deleteFunction, deployFunction, exportFunction, functionQuery, patchFunction } from './functions'
import type { FunctionConfig, NuclioFunction } from './generated/schema'

const ref = { namespace: 'nuclio', project: 'shop', name: 'echo' }
const config: FunctionConfig = {
  metadata: { name: 'echo' },
  spec: { runtime: 'python:3.11', handler: 'main:handler', build: { functionSourceCode: 'Zm9v' } },
}

function stored(state: NuclioFunction['status']['state'], spec = config.spec): NuclioFunction {
  return { metadata: { name: 'echo', namespace: 'nuclio' }, spec, status: { state } }
}

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

describe('reading functions', () => {
  it('lists those of a project by name', async () => {
    const requests = answerByRoute({
      'GET /api/functions': () => json({ web: { metadata: {}, spec: {} }, echo: stored('ready') }),
    })
    const functions = await queryClient.query(functionsQuery({ namespace: 'nuclio', project: 'shop' }))
    expect(functions.map(({ name, group }) => [name, group])).toEqual([
      ['echo', 'ready'],
      ['web', 'not-deployed'],
    ])
    expect(requests[0]?.headers.get('x-nuclio-function-namespace')).toBe('nuclio')
    expect(requests[0]?.headers.get('x-nuclio-project-name')).toBe('shop')
  })

  it.each([[null], [{}]])('takes %j for an empty list', async (answer) => {
    const requests = answerByRoute({ 'GET /api/functions': () => json(answer) })
    expect(await queryClient.query(functionsQuery({ namespace: 'nuclio' }))).toEqual([])
    expect(requests[0]?.headers.has('x-nuclio-project-name')).toBe(false)
  })

  it('reads one by its name alone: with a project some servers do not find it', async () => {
    const requests = answerByRoute({ 'GET /api/functions/echo': () => json(stored('ready')) })
    expect(await queryClient.query(functionQuery(ref))).toEqual(stored('ready'))
    expect(requests[0]?.headers.get('x-nuclio-function-namespace')).toBe('nuclio')
    expect(requests[0]?.headers.has('x-nuclio-project-name')).toBe(false)
  })

  it('keeps what it knows of a build when the server leaves the records out for once', async () => {
    const logs = [{ level: 'info' as const, time: 1, message: 'Building' }]
    const answers = [
      { ...stored('building'), status: { state: 'building', logs } },
      stored('building'),
      stored('ready'),
    ]
    answerByRoute({ 'GET /api/functions/echo': () => json(answers.shift()) })
    const read = async () => {
      await queryClient.query({ ...functionQuery(ref), staleTime: 0 })
      return queryClient.getQueryData(functionQuery(ref).queryKey)
    }
    expect((await read())?.status.logs).toEqual(logs)
    expect((await read())?.status.logs).toEqual(logs)
    expect((await read())?.status.logs).toBeUndefined()
  })

  it('has namespace and project in its keys, lists and single ones apart', () => {
    expect(functionsQuery({ namespace: 'a', project: 'p' }).queryKey).toEqual([
      'functions',
      'list',
      { namespace: 'a', project: 'p' },
    ])
    expect(functionQuery(ref).queryKey).toEqual(['functions', 'detail', ref])
  })

  it('asks closely while something is on its way', () => {
    const { refetchInterval } = functionsQuery({ namespace: 'nuclio' })
    const intervalOf = (functions: NuclioFunction[]) => {
      queryClient.setQueryData(functionKeys.list({ namespace: 'nuclio' }), functions.map(functionRow))
      const query = queryClient
        .getQueryCache()
        .find<FunctionRow[]>({ queryKey: functionKeys.lists('nuclio') })
      return typeof refetchInterval === 'function' && query ? refetchInterval(query as never) : undefined
    }
    expect(intervalOf([stored('ready'), stored('error')])).toBe(30_000)
    expect(intervalOf([stored('ready'), stored('building')])).toBeLessThanOrEqual(2_500)
  })
})

describe('deploying a function', () => {
  it('creates with POST, and puts it where the address says', async () => {
    const requests = answerByRoute({ 'POST /api/functions': () => emptyJson(202) })
    queryClient.setQueryData(functionKeys.list({ namespace: 'nuclio', project: 'shop' }), [])
    expect(await run(queryClient, deployFunction(queryClient), { ref, config, create: true })).toEqual({})
    expect(await requests[0]?.json()).toEqual({
      metadata: { name: 'echo', namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'shop' } },
      spec: config.spec,
    })
    expect(
      queryClient.getQueryState(functionKeys.list({ namespace: 'nuclio', project: 'shop' }))?.isInvalidated,
    ).toBe(true)
  })

  it('replaces with PUT', async () => {
    const requests = answerByRoute({ 'PUT /api/functions/echo': () => emptyJson(202) })
    await run(queryClient, deployFunction(queryClient), { ref, config, create: false })
    expect(requests[0]?.headers.has('x-nuclio-creation-state-updated-timeout')).toBe(false)
  })

  it.each([
    ['3', '3'],
    [undefined, undefined],
  ])('sends a version only when the server gave one: %s', async (given, sent) => {
    const requests = answerByRoute({ 'PUT /api/functions/echo': () => emptyJson(202) })
    queryClient.setQueryData(functionQuery(ref).queryKey, {
      ...stored('ready'),
      metadata: { name: 'echo', resourceVersion: given },
    })
    const versioned = { ...config, metadata: { ...config.metadata, resourceVersion: '3' }, status: {} }
    await run(queryClient, deployFunction(queryClient), { ref, config: versioned, create: false })
    const body = (await requests[0]?.json()) as FunctionConfig
    expect(body.metadata.resourceVersion).toBe(sent)
    expect(body.status).toBeUndefined()
  })

  it.each(['git', 'github', 'archive', 's3'])('gives the server time to fetch %s', async (codeEntryType) => {
    const requests = answerByRoute({ 'POST /api/functions': () => emptyJson(202) })
    const fetched = { ...config, spec: { build: { codeEntryType, path: 'https://code.test/x' } } }
    await run(queryClient, deployFunction(queryClient), { ref, config: fetched, create: true })
    expect(requests[0]?.headers.get('x-nuclio-creation-state-updated-timeout')).toBe('5m')
  })

  it.each([400, 500])('takes a function that was stored for created, despite %i', async (status) => {
    answerByRoute({
      'POST /api/functions': () => json({ error: 'Unsupported runtime name: cobol' }, status),
      'GET /api/functions/echo': () => json(stored('error')),
    })
    const result = await run(queryClient, deployFunction(queryClient), { ref, config, create: true })
    expect(result.refusal?.message).toBe('Unsupported runtime name: cobol')
  })

  it('does not take a function that was there before for the new one', async () => {
    answerByRoute({
      'POST /api/functions': () => json({ error: 'Max replicas must be greater than zero' }, 400),
      'GET /api/functions/echo': () => json(stored('error', { build: { functionSourceCode: 'YmFy' } })),
    })
    await expect(
      run(queryClient, deployFunction(queryClient), { ref, config, create: true }),
    ).rejects.toMatchObject({ kind: 'invalid' })
  })

  it.each([
    [409, 'conflict'],
    [412, 'precondition'],
    [400, 'invalid'],
    [500, 'server'],
  ])('rejects a create that left nothing: %i', async (status, kind) => {
    answerByRoute({ 'POST /api/functions': () => json({ error: 'no' }, status) })
    await expect(
      run(queryClient, deployFunction(queryClient), { ref, config, create: true }),
    ).rejects.toMatchObject({ kind })
  })

  it('rejects a stale change', async () => {
    answerByRoute({
      'PUT /api/functions/echo': () => json({ error: 'Function resource version is stale' }, 409),
    })
    await expect(
      run(queryClient, deployFunction(queryClient), { ref, config, create: false }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('further acts', () => {
  it('patches the state', async () => {
    const requests = answerByRoute({ 'PATCH /api/functions/echo': () => new Response(null, { status: 202 }) })
    await run(queryClient, patchFunction(queryClient), { ref, desiredState: 'scaledToZero' })
    expect(await requests[0]?.json()).toEqual({ desiredState: 'scaledToZero' })
    expect(requests[0]?.headers.get('x-nuclio-function-namespace')).toBe('nuclio')
  })

  it('deletes by a body, and forgets the function', async () => {
    const requests = answerByRoute({ 'DELETE /api/functions': () => new Response(null, { status: 204 }) })
    queryClient.setQueryData(functionKeys.detail(ref), stored('ready'))
    await run(queryClient, deleteFunction(queryClient), { ref, resourceVersion: '7' })
    expect(await requests[0]?.json()).toEqual({
      metadata: { name: 'echo', namespace: 'nuclio', resourceVersion: '7' },
    })
    expect(requests[0]?.headers.has('x-nuclio-delete-function-ignore-state-validation')).toBe(false)
    expect(queryClient.getQueryData(functionKeys.detail(ref))).toBeUndefined()
  })

  it('deletes by force', async () => {
    const requests = answerByRoute({ 'DELETE /api/functions': () => new Response(null, { status: 204 }) })
    await run(queryClient, deleteFunction(queryClient), { ref, force: true })
    expect(requests[0]?.headers.get('x-nuclio-delete-function-ignore-state-validation')).toBe('true')
    expect(await requests[0]?.json()).toEqual({ metadata: { name: 'echo', namespace: 'nuclio' } })
  })

  it('exports', async () => {
    const requests = answerByRoute({ 'GET /api/functions/echo': () => json(config) })
    expect(await exportFunction(ref)).toEqual(config)
    expect(requests[0]?.url).toContain('export=true')
  })
})
