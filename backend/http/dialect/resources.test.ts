import { describe, expect, it } from 'vitest'
import { callOf, fakePlatform, refused, seen } from './fake-platform'
import { createFunctionEvent, deleteFunctionEvent, updateFunctionEvent } from './function-events'
import { listTemplates, renderTemplate } from './function-templates'
import { getFrontendSpec, listExternalAddresses } from './platform-info'
import { createProject, deleteProject, listProjects, updateProject } from './projects'
import { getShardLags } from './v3io-streams'

const done = () => new Response(null, { status: 204 })
const panicked = { status: 500, type: 'application/json', body: '' }

describe('projects', () => {
  const project = { metadata: { name: 'p', namespace: 'nuclio' }, spec: { description: 'x' } }
  const post = callOf('POST', '/api/projects', project)

  it('come back when created, with a status', async () => {
    const { ask } = fakePlatform({
      'POST /api/projects': () => new Response(null, { status: 201 }),
      'GET /api/projects/p': () => Response.json(project),
    })
    expect(await seen(await createProject(post, ask))).toEqual({
      status: 201,
      type: 'application/json',
      body: { ...project, status: {} },
    })
  })

  it('need a name', async () => {
    const answer = await createProject(
      callOf('POST', '/api/projects', { metadata: {}, spec: {} }),
      fakePlatform({}).ask,
    )
    expect(await seen(answer)).toMatchObject({
      status: 400,
      body: { error: 'Project name must be provided in metadata' },
    })
  })

  it('are overwritten in silence', async () => {
    const { ask, asked } = fakePlatform({
      'POST /api/projects': () => refused(409, 'exists'),
      'PUT /api/projects/p': done,
      'GET /api/projects/p': () => Response.json(project),
    })
    expect((await createProject(post, ask)).status).toBe(201)
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'PUT', 'GET'])
    expect(asked[1]?.body).toEqual(project)
  })

  it('answer every readable update with 204', async () => {
    const put = callOf('PUT', '/api/projects/p', project)
    const refusing = fakePlatform({ 'PUT /api/projects/p': () => refused(400, 'Invalid label') })
    expect(await seen(await updateProject(put, refusing.ask))).toEqual({
      status: 204,
      type: 'application/json',
      body: '',
    })
    const missing = fakePlatform({ 'POST /api/projects': () => new Response(null, { status: 201 }) })
    expect((await updateProject(put, missing.ask)).status).toBe(204)
    expect(missing.asked.map(({ method }) => method)).toEqual(['PUT', 'POST'])
    const otherName = callOf('PUT', '/api/projects/q', project)
    const strict = fakePlatform({ 'PUT /api/projects/q': () => refused(400, 'different') })
    expect((await updateProject(otherName, strict.ask)).status).toBe(400)
  })

  it('that are missing are "Not Found", or pass the check', async () => {
    const remove = (headers = {}) => callOf('DELETE', '/api/projects', { metadata: { name: 'p' } }, headers)
    const { ask } = fakePlatform({})
    expect(await seen(await deleteProject(remove(), ask))).toMatchObject({
      status: 404,
      body: { error: 'Not Found' },
    })
    expect((await deleteProject(remove({ 'x-nuclio-delete-project-strategy': 'check' }), ask)).status).toBe(
      204,
    )
    const full = fakePlatform({ 'DELETE /api/projects': () => refused(412, 'Project contains functions') })
    expect((await deleteProject(remove(), full.ask)).status).toBe(412)
  })

  it('are listed with a status', async () => {
    const { ask } = fakePlatform({ 'GET /api/projects': () => Response.json({ p: project }) })
    const answer = await seen(await listProjects(callOf('GET', '/api/projects'), ask))
    expect(answer.body).toEqual({ p: { ...project, status: {} } })
  })

  it('are imported with null for no failures; a bare project panics', async () => {
    const bare = await createProject(
      callOf('POST', '/api/projects?import=true', project),
      fakePlatform({}).ask,
    )
    expect(await seen(bare)).toEqual(panicked)
    const result = { createdAmount: 1, failedAmount: 0, failedFunctions: [] }
    const { ask } = fakePlatform({
      'POST /api/projects': () => Response.json({ functionImportResult: result }, { status: 201 }),
    })
    const answer = await createProject(callOf('POST', '/api/projects?import=true', { project }), ask)
    expect(await seen(answer)).toMatchObject({
      status: 201,
      body: { functionImportResult: { createdAmount: 1, failedFunctions: null } },
    })
  })
})

describe('function events', () => {
  const labels = { 'nuclio.io/function-name': 'f' }
  const sent = { metadata: { name: 'e', labels }, spec: { body: 'x' } }
  const stored = {
    metadata: { name: 'e', namespace: 'nuclio', labels: { ...labels, 'nuclio.io/project-name': 'p' } },
    spec: { displayName: 'e', triggerKind: 'http', body: 'x', attributes: { method: 'POST', path: '' } },
  }
  const post = (body: unknown) => callOf('POST', '/api/function_events', body)

  it('come back without the defaults that are stored', async () => {
    const { ask } = fakePlatform({
      'POST /api/function_events': () => Response.json(stored, { status: 201 }),
    })
    expect(await seen(await createFunctionEvent(post(sent), ask))).toEqual({
      status: 201,
      type: 'application/json',
      body: { metadata: stored.metadata, spec: { body: 'x' } },
    })
    const withAttributes = { ...sent, spec: { body: 'x', attributes: {} } }
    expect(await seen(await createFunctionEvent(post(withAttributes), ask))).toMatchObject({
      body: { spec: { attributes: { method: 'POST' } } },
    })
  })

  it('fail with 500 for what the platform refuses, panic without a spec, and overwrite', async () => {
    const refusing = fakePlatform({
      'POST /api/function_events': () =>
        refused(400, 'Function event has a missing label - `nuclio.io/function-name`'),
    })
    expect((await createFunctionEvent(post(sent), refusing.ask)).status).toBe(500)
    expect(await seen(await createFunctionEvent(post({ metadata: {} }), refusing.ask))).toEqual(panicked)
    expect((await createFunctionEvent(post({ spec: {} }), refusing.ask)).status).toBe(400)
    const taken = fakePlatform({
      'POST /api/function_events': () => refused(409, 'exists'),
      'PUT /api/function_events': done,
    })
    expect(await seen(await createFunctionEvent(post(sent), taken.ask))).toMatchObject({
      status: 201,
      body: sent,
    })
  })

  it('that are missing panic on update and are a wordless 404 on delete', async () => {
    const { ask } = fakePlatform({})
    expect(await seen(await updateFunctionEvent(callOf('PUT', '/api/function_events', sent), ask))).toEqual(
      panicked,
    )
    expect(
      await seen(await deleteFunctionEvent(callOf('DELETE', '/api/function_events', sent), ask)),
    ).toEqual({
      status: 404,
      type: 'application/json',
      body: { error: '', errorStackTrace: '' },
    })
  })
})

describe('templates', () => {
  const template = (name: string) => ({ metadata: { name }, spec: { runtime: 'shell', maxReplicas: 4 } })
  const names = ['a:1', 'b:1', 'c:1', 'd:1']

  it('are rendered ones, and some with values to fill in', async () => {
    const list = Object.fromEntries(names.map((name) => [name, template(name)]))
    const { ask } = fakePlatform({ 'GET /api/function_templates': () => Response.json(list) })
    const { body } = await seen(await listTemplates(callOf('GET', '/api/function_templates'), ask))
    expect(body).toMatchObject({
      'a:1': { rendered: template('a:1') },
      'd:1': {
        metadata: { name: 'd:1' },
        template: 'metadata:\n  name: d\nspec:\n  runtime: shell\n  maxReplicas: {{ .MaxReplicas }}\n',
        values: { MaxReplicas: { kind: 'number', attributes: { defaultValue: 1 } } },
      },
    })
    expect(Object.keys((body as Record<string, object>)['a:1'] ?? {})).toEqual(['rendered'])
  })

  it('are rendered as JSON that says it is text', async () => {
    const { ask } = fakePlatform({
      'POST /api/function_templates/render': () => Response.json({ metadata: { name: 'x' } }),
    })
    const answer = await renderTemplate(callOf('POST', '/api/function_templates/render', {}), ask)
    expect(await answer.clone().text()).toMatch(/\n$/)
    expect(await seen(answer)).toEqual({
      status: 200,
      type: 'text/plain; charset=utf-8',
      body: { metadata: { name: 'x' } },
    })
  })
})

describe('streams, addresses and form defaults', () => {
  it('shards are bare numbers', async () => {
    const lags = { 'c/s': { g: { 'shard-id-0': { committed: '3', current: '8', lag: '5' } } } }
    const path = '/api/v3io_streams/get_shard_lags'
    const call = callOf('POST', path, {}, { 'x-nuclio-project-name': 'p' })
    const { ask } = fakePlatform({ [`POST ${path}`]: () => Response.json(lags) })
    expect((await seen(await getShardLags(call, ask))).body).toEqual({
      'c/s': { g: { 0: { committed: 3, current: 8, lag: 5 } } },
    })
    expect(await seen(await getShardLags(call, fakePlatform({}).ask))).toMatchObject({
      status: 500,
      body: { error: 'A data plane access key is required' },
    })
    const nameless = fakePlatform({ [`POST ${path}`]: () => refused(400, 'Project name must not be empty') })
    expect((await getShardLags(callOf('POST', path, {}), nameless.ask)).status).toBe(500)
  })

  it('one address is blank, and empty lists are null', async () => {
    const { ask } = fakePlatform({
      'GET /api/external_ip_addresses': () =>
        Response.json({ externalIPAddresses: { addresses: ['10.0.0.1'] } }),
      'GET /api/frontend_spec': () =>
        Response.json({ namespace: 'nuclio', validFunctionPriorityClassNames: [] }),
    })
    const addresses = await listExternalAddresses(callOf('GET', '/api/external_ip_addresses'), ask)
    expect((await seen(addresses)).body).toEqual({ externalIPAddresses: { addresses: ['10.0.0.1', ''] } })
    const spec = await seen(await getFrontendSpec(callOf('GET', '/api/frontend_spec'), ask))
    expect(spec.body).toEqual({
      namespace: 'nuclio',
      platformKind: 'local',
      allowedAuthenticationModes: null,
      validFunctionPriorityClassNames: null,
      scaleToZero: { mode: 'disabled', inactivityWindowPresets: null, scaleResources: null },
    })
  })
})
