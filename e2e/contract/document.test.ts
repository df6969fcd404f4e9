import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'
import { requestProblems, responseProblems } from './contract'
import { has, type Example } from './example'
import { gatewayExamples } from './gateway-examples'

const functions = { 'x-nuclio-function-namespace': 'nuclio' }
const projects = { 'x-nuclio-project-namespace': 'nuclio' }
const events = { 'x-nuclio-function-event-namespace': 'nuclio' }

let server: DashboardServer
let platform: PlatformClient

const golang = {
  metadata: {
    name: 'hello-world',
    namespace: 'nuclio',
    labels: { 'nuclio.io/project-name': 'my-project-1' },
  },
  spec: {
    runtime: 'golang',
    build: {
      path: 'https://example.com/helloworld.go',
      registry: 'registry.example:5000',
      noBaseImagesPull: true,
    },
    runRegistry: 'registry.example:5000',
  },
}

const event = {
  displayName: 'My function event',
  body: 'some body',
  triggerKind: 'http',
  attributes: { headers: { 'x-header-1': 'a', 'x-header-2': 1 }, method: 'GET', path: '/some/path' },
}

/** The function that the document's examples of reading and invoking take for granted. */
const echo = [
  'def handler(context, event):',
  '    context.logger.info("echo")',
  '    headers = {"x-method": event.method, "x-path": event.path, "x-custom": str(event.headers.get("X-Custom"))}',
  '    return context.Response(body=event.body, headers=headers, content_type="text/plain", status_code=202)',
].join('\n')

/** Every example of the documented API in its order; what one changes, the next may read. */
const examples: Example[] = [
  {
    name: 'list projects',
    method: 'GET',
    path: '/api/projects',
    headers: projects,
    status: 200,
    expect: has('my-project-1'),
  },
  {
    name: 'list projects without a namespace',
    method: 'GET',
    path: '/api/projects',
    status: 200,
    expect: has('my-project-1'),
  },
  {
    name: 'get a project',
    method: 'GET',
    path: '/api/projects/my-project-1',
    headers: projects,
    status: 200,
  },
  {
    name: 'create a project',
    method: 'POST',
    path: '/api/projects',
    body: {
      metadata: { name: 'my-project-2', namespace: 'nuclio' },
      spec: { description: 'Some description' },
    },
    status: 201,
  },
  {
    name: 'create a project without a name',
    method: 'POST',
    path: '/api/projects',
    body: { metadata: { namespace: 'nuclio' }, spec: { description: 'unnamed' } },
    status: 201,
    expect: async () => {
      const answer = await platform.send('GET', '/api/projects')
      expect(
        Object.keys((await answer.json()) as object).some((name) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name)),
      ).toBe(true)
    },
  },
  {
    name: 'update a project',
    method: 'PUT',
    path: '/api/projects/my-project-2',
    body: { metadata: { name: 'my-project-2', namespace: 'nuclio' }, spec: { description: 'changed' } },
    status: 204,
    expect: async () => {
      const answer = await platform.send('GET', '/api/projects/my-project-2')
      expect(await answer.json()).toMatchObject({ spec: { description: 'changed' } })
    },
  },
  {
    name: 'delete a project',
    method: 'DELETE',
    path: '/api/projects',
    body: { metadata: { name: 'my-project-2', namespace: 'nuclio' } },
    status: 204,
  },
  {
    name: 'delete a project with functions',
    method: 'DELETE',
    path: '/api/projects',
    body: { metadata: { name: 'my-project-1', namespace: 'nuclio' } },
    status: 412,
  },

  {
    name: 'list functions',
    method: 'GET',
    path: '/api/functions',
    headers: functions,
    status: 200,
    expect: has('echo'),
  },
  { name: 'list functions without a namespace', method: 'GET', path: '/api/functions', status: 400 },
  {
    name: 'list functions of a project',
    method: 'GET',
    path: '/api/functions',
    headers: { ...functions, 'x-nuclio-project-name': 'my-project-1' },
    status: 200,
    expect: has('echo'),
  },
  { name: 'get a function', method: 'GET', path: '/api/functions/echo', headers: functions, status: 200 },
  {
    name: 'get a function that is missing',
    method: 'GET',
    path: '/api/functions/nowhere',
    headers: functions,
    status: 404,
  },
  {
    name: 'create a function of a runtime that does not run here',
    method: 'POST',
    path: '/api/functions',
    headers: { 'x-nuclio-wait-function-action': 'true', 'x-nuclio-creation-state-updated-timeout': '1m' },
    body: golang,
    status: 202,
    expect: async () => {
      const { status } = await platform.getFunction('hello-world')
      expect(status.state).toBe('error')
      expect(status.message).toMatch(/python/)
    },
  },
  {
    name: 'update a function',
    method: 'PUT',
    path: '/api/functions/hello-world',
    headers: { 'x-nuclio-wait-function-action': 'true' },
    body: { ...golang, status: { state: 'ready' } },
    status: 202,
  },
  ...['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method): Example => {
    const body = method === 'GET' ? undefined : `sent by ${method}`
    return {
      name: `invoke a function with ${method}`,
      method,
      path: '/api/function_invocations',
      headers: {
        ...functions,
        'x-nuclio-function-name': 'echo',
        'x-nuclio-path': '/a/b',
        'x-custom': 'passed',
        'content-type': 'text/plain',
      },
      body,
      status: 202,
      expect: ({ text, headers }) => {
        expect(text).toBe(body ?? '')
        expect(headers.get('x-method')).toBe(method)
        expect(headers.get('x-path')).toBe('/a/b')
        expect(headers.get('x-custom')).toBe('passed')
        expect(JSON.parse(headers.get('x-nuclio-logs') ?? '')).toMatchObject([
          { level: 'info', message: 'echo' },
        ])
      },
    }
  }),
  {
    name: 'invoke no function',
    method: 'POST',
    path: '/api/function_invocations',
    headers: functions,
    status: 400,
  },
  {
    name: 'get replica names',
    method: 'GET',
    path: '/api/functions/echo/replicas',
    headers: functions,
    status: 200,
    expect: ({ json }) => expect(json).toEqual({ names: ['nuclio-nuclio-echo'] }),
  },
  {
    name: 'get a replica’s logs',
    method: 'GET',
    path: '/api/functions/echo/logs/nuclio-nuclio-echo?follow=false&since=1h&tailLines=1',
    headers: functions,
    status: 200,
    expect: ({ text }) => expect(text.trimEnd().split('\n')).toEqual([expect.stringContaining('echo')]),
  },
  {
    name: 'delete a function',
    method: 'DELETE',
    path: '/api/functions',
    headers: { 'x-nuclio-delete-function-ignore-state-validation': 'true' },
    body: { metadata: { name: 'hello-world', namespace: 'nuclio' } },
    status: 204,
  },

  {
    name: 'create a function event',
    method: 'POST',
    path: '/api/function_events',
    body: { metadata: { namespace: 'nuclio', labels: { 'nuclio.io/function-name': 'echo' } }, spec: event },
    status: 201,
    expect: ({ json }) =>
      expect(json).toMatchObject({
        metadata: { name: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        spec: event,
      }),
  },
  {
    name: 'create a named function event',
    method: 'POST',
    path: '/api/function_events',
    body: {
      metadata: { name: 'named-fe1', namespace: 'nuclio', labels: { 'nuclio.io/function-name': 'echo' } },
      spec: event,
    },
    status: 201,
  },
  {
    name: 'list function events',
    method: 'GET',
    path: '/api/function_events',
    headers: events,
    status: 200,
    expect: has('named-fe1'),
  },
  {
    name: 'list the events of a function',
    method: 'GET',
    path: '/api/function_events',
    headers: { ...events, 'x-nuclio-function-name': 'echo' },
    status: 200,
    expect: has('named-fe1'),
  },
  {
    name: 'get a function event',
    method: 'GET',
    path: '/api/function_events/named-fe1',
    headers: events,
    status: 200,
  },
  {
    name: 'update a function event',
    method: 'PUT',
    path: '/api/function_events',
    body: {
      metadata: { name: 'named-fe1', namespace: 'nuclio', labels: { 'nuclio.io/function-name': 'echo' } },
      spec: { ...event, displayName: 'My updated named function event' },
    },
    status: 204,
    expect: async () => {
      const answer = await platform.send('GET', '/api/function_events/named-fe1', undefined, events)
      expect(await answer.json()).toMatchObject({ spec: { displayName: 'My updated named function event' } })
    },
  },
  {
    name: 'delete a function event',
    method: 'DELETE',
    path: '/api/function_events',
    body: { metadata: { name: 'named-fe1', namespace: 'nuclio' } },
    status: 204,
  },

  { name: 'list function templates', method: 'GET', path: '/api/function_templates', status: 200 },
  {
    name: 'list the templates that contain a text',
    method: 'GET',
    path: '/api/function_templates',
    headers: { 'x-nuclio-filter-contains': 'no template says this' },
    status: 200,
    expect: ({ json }) => expect(json).toEqual({}),
  },

  ...gatewayExamples(() => platform),

  {
    name: 'list v3io streams',
    method: 'GET',
    path: '/api/v3io_streams',
    headers: { 'x-nuclio-project-name': 'my-project-1' },
    status: 200,
    expect: ({ json }) => expect(json).toEqual({}),
  },
  { name: 'list v3io streams of no project', method: 'GET', path: '/api/v3io_streams', status: 400 },

  { name: 'get the version', method: 'GET', path: '/api/versions', status: 200 },
  { name: 'get the external addresses', method: 'GET', path: '/api/external_ip_addresses', status: 200 },
  { name: 'get the namespaces', method: 'GET', path: '/api/namespaces', status: 200 },
  { name: 'get the frontend’s settings', method: 'GET', path: '/api/frontend_spec', status: 200 },
]

beforeAll(async () => {
  server = await DashboardServer.start()
  platform = new PlatformClient(server.url)
  await platform.createProject('my-project-1', 'Some description')
  const { status } = await platform.deploy({ name: 'echo', project: 'my-project-1', source: echo })
  expect(status.state, status.message).toBe('ready')
})

afterAll(() => server?.dispose())

describe('the examples of the documented API', () => {
  it.each(examples)('$name', async ({ method, path, headers, body, status, expect: more }) => {
    const raw = typeof body === 'string'
    if (body !== undefined && !raw) expect(requestProblems(method, path, body)).toEqual([])
    const answer = await fetch(server.url + path, {
      method,
      headers: { ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    expect(answer.status, text).toBe(status)
    const contentType = answer.headers.get('content-type') ?? ''
    expect(responseProblems(method, path, status, contentType, text)).toEqual([])
    if (status >= 400) expect(JSON.parse(text)).toMatchObject({ error: expect.stringMatching(/\w/) })
    await more?.({
      json: contentType.includes('json') && text ? JSON.parse(text) : undefined,
      text,
      headers: answer.headers,
    })
  })
})
