import { createHmac } from 'node:crypto'

import { afterAll, beforeAll, expect, it } from 'vitest'

import type {
  FunctionSpec,
  FunctionTemplate,
  ParametricTemplate,
  RenderedFunction,
} from '@/api/generated/schema'
import { runsOnEmbedded } from '@/domain/runtimes'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'
import { responseProblems } from './contract'

let server: DashboardServer
let platform: PlatformClient
let templates: Map<string, FunctionTemplate | ParametricTemplate>

beforeAll(async () => {
  server = await DashboardServer.start()
  platform = new PlatformClient(server.url)
  await platform.createProject('made')
  const answer = await fetch(`${server.url}/api/function_templates`)
  const text = await answer.text()
  expect(responseProblems('GET', '/api/function_templates', answer.status, 'application/json', text)).toEqual(
    [],
  )
  const entries = Object.entries(JSON.parse(text) as Record<string, FunctionTemplate | ParametricTemplate>)
  templates = new Map(entries.map(([name, template]) => [name.split(':')[0] ?? '', template]))
})
afterAll(() => server?.dispose())

interface Call {
  method?: string
  path?: string
  body?: string
  headers?: Record<string, string>
}

/** What a function answers: status, and the body as JSON where it is some. */
async function call(name: string, { method = 'GET', path = '/', body, headers }: Call = {}) {
  const answer = await fetch(`${server.url}/api/function_invocations`, {
    method,
    body,
    headers: { ...headers, 'x-nuclio-function-name': name, 'x-nuclio-path': path },
  })
  const text = await answer.text()
  let content: unknown = text
  try {
    content = JSON.parse(text)
  } catch {
    // A text is as good an answer.
  }
  return { status: answer.status, content }
}

const json = { 'content-type': 'application/json' }
const post = (content: unknown, path = '/'): Call => ({
  method: 'POST',
  path,
  body: JSON.stringify(content),
  headers: json,
})

interface Case {
  /** What is filled in beside what the values start with. */
  values?: Record<string, unknown>
  answers: (name: string) => Promise<unknown>
}

/** Every template that runs here, and what shows that it does what it says. */
const cases: Record<string, Case> = {
  echo: {
    answers: async (name) =>
      expect(
        await call(name, { method: 'POST', body: 'heard', headers: { 'content-type': 'text/plain' } }),
      ).toEqual({ status: 200, content: 'heard' }),
  },
  'json-routes': {
    answers: async (name) => {
      expect(await call(name, { path: '/greet?name=Ada' })).toEqual({
        status: 200,
        content: { greeting: 'Hello, Ada' },
      })
      expect((await call(name, post({ numbers: [1, 2] }, '/add'))).content).toEqual({ sum: 3 })
      expect((await call(name, { path: '/nowhere' })).status).toBe(404)
    },
  },
  'delayed-answer': {
    answers: async (name) =>
      expect(await call(name, { path: '/?ms=20' })).toMatchObject({ status: 200, content: { asked: 20 } }),
  },
  'visit-counter': {
    answers: async (name) => {
      expect((await call(name)).content).toMatchObject({ visit: 1 })
      expect((await call(name)).content).toMatchObject({ visit: 2 })
    },
  },
  'word-count': {
    answers: async (name) => {
      const { content } = await call(name, { method: 'POST', body: 'To be, or not to be: to see' })
      expect(String(content).replaceAll(/ +/g, ' ')).toMatch(/^ ?3 to\n ?2 be\n ?1 not\n/)
    },
  },
  'cached-lookup': {
    answers: async (name) => {
      expect((await call(name, { path: '/?key=abc' })).content).toMatchObject({ value: 'cba', cached: false })
      expect((await call(name, { path: '/?key=abc' })).content).toMatchObject({ value: 'cba', cached: true })
      expect((await call(name)).status).toBe(400)
    },
  },
  'csv-to-json': {
    answers: async (name) => {
      const csv = 'name,said\r\nAda,"one, ""two""\nthree"\n\nBob,\n'
      expect(await call(name, { method: 'POST', body: csv })).toEqual({
        status: 200,
        content: [
          { name: 'Ada', said: 'one, "two"\nthree' },
          { name: 'Bob', said: '' },
        ],
      })
      expect(await call(name, { method: 'POST', path: '/?separator=;', body: 'a;b\n1;2' })).toMatchObject({
        content: [{ a: '1', b: '2' }],
      })
      expect((await call(name, { method: 'POST', body: 'a\n"b' })).status).toBe(400)
    },
  },
  'fan-out': {
    answers: async (name) => {
      const urls = [`${server.url}/api/versions`, `${server.url}/api/nothing`, 'http://127.0.0.1:1/']
      expect((await call(name, post({ urls }))).content).toMatchObject({
        results: [
          { url: urls[0], status: 200 },
          { url: urls[1], status: 404 },
          { url: urls[2], error: expect.stringContaining('refused') },
        ],
      })
      expect((await call(name, post({ urls: ['file:///etc/hosts'] }))).status).toBe(400)
    },
  },
  'scheduled-job': {
    values: { JobName: 'say "done"', Interval: '1s', RunsKept: 2 },
    answers: async (name) => {
      await expect
        .poll(async () => (await call(name)).content)
        .toMatchObject({ job: 'say "done"', count: expect.any(Number), latest: [{ ok: true }, { ok: true }] })
    },
  },
  'signed-webhook': {
    values: { Secret: 'of all $secrets: "this"', WantedEvents: 'push, tag' },
    answers: async (name) => {
      const body = JSON.stringify({ type: 'push' })
      const signature = createHmac('sha256', 'of all $secrets: "this"').update(body).digest('hex')
      const signed = { 'X-Hub-Signature-256': `sha256=${signature}` }
      const sent = { method: 'POST', body }
      expect(await call(name, { ...sent, headers: { ...json, ...signed } })).toEqual({
        status: 202,
        content: { accepted: true, type: 'push' },
      })
      expect((await call(name, { ...sent, headers: json })).status).toBe(401)
      expect((await call(name, { ...sent, body: `${body} `, headers: { ...json, ...signed } })).status).toBe(
        401,
      )
    },
  },
  'stream-totals': {
    values: { StreamPath: '/made/orders' },
    answers: async (name) => {
      const records = [
        { customer: 'ada', amount: 12.5 },
        { customer: 'bob', amount: 1 },
        { customer: 'ada', amount: 7.5 },
        'no order',
      ].map((record) => ({ shardId: 0, data: JSON.stringify(record) }))
      await platform.send(
        'POST',
        '/api/embedded/streams/records',
        { containerName: 'samples', streamPath: '/made/orders', records },
        { 'x-nuclio-project-name': 'made' },
      )
      await expect
        .poll(async () => (await call(name)).content)
        .toEqual({ totals: { ada: 20, bob: 1 }, unreadable: 1 })
    },
  },
}

/** The function that a template describes, with its values filled in. */
async function specOf(title: string): Promise<FunctionSpec> {
  const template = templates.get(title)
  if (!template) throw new Error(`There is no template ${title}`)
  if (!('template' in template)) return template.spec
  const values = Object.fromEntries(
    Object.entries(template.values ?? {}).map(([name, { attributes }]) => [
      name,
      cases[title]?.values?.[name] ?? attributes?.defaultValue ?? '',
    ]),
  )
  const rendered = await platform.send('POST', '/api/function_templates/render', {
    template: template.template,
    values,
  })
  return ((await rendered.json()) as RenderedFunction).spec as FunctionSpec
}

async function deploy(title: string) {
  const spec = await specOf(title)
  const { status } = await platform.deploy({ name: title, project: 'made', source: '', ...spec, spec })
  return { status, spec }
}

it('ships templates for all that it promises', () => {
  expect(templates.size).toBeGreaterThan(Object.keys(cases).length)
  expect([...templates.keys()]).toEqual(expect.arrayContaining(Object.keys(cases)))
})

it.each(Object.keys(cases))('%s deploys and answers', async (title) => {
  const { status } = await deploy(title)
  expect(status.state, status.message).toBe('ready')
  await cases[title]?.answers(title)
})

it('the others say where they run, before a deploy and after it', async () => {
  const others = [...templates.keys()].filter((title) => !(title in cases))
  expect(others.length).toBeGreaterThan(0)
  for (const title of others) {
    const { status, spec } = await deploy(title)
    expect(runsOnEmbedded(spec.runtime ?? '')).toBe(false)
    expect(spec.description).toContain('Runs on Nuclio with a container engine or on Kubernetes')
    expect(status.state).toBe('error')
    expect(status.message).toContain('It runs nodejs, python, shell')
  }
})
