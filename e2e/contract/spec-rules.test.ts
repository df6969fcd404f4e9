import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { validateFunctionConfig } from '@/api/generated/function-validator'
import type { FunctionConfig } from '@/api/generated/schema'
import { encodeSource } from '@/domain/function-config'
import { refusedCases } from '@/domain/spec-rules/cases'
import { filledFromSource } from '@/domain/spec-rules/inline-configuration'
import { answerTo, configFindings } from '@/domain/spec-rules/schema-findings'
import { bodyOf, goodConfig, type RefusedCase } from '@/domain/spec-rules/cases/refused-case'

import { PlatformClient } from '../platform'
import { DashboardServer } from '../server'

let server: DashboardServer
let client: PlatformClient

beforeAll(async () => {
  server = await DashboardServer.start()
  client = new PlatformClient(server.url)
})
afterAll(() => server?.dispose())

async function answerOf(method: 'POST' | 'PUT', config: FunctionConfig, name = config.metadata?.name) {
  const path = method === 'POST' ? '' : `/${encodeURIComponent(name || 'nameless')}`
  const answer = await fetch(`${server.url}/api/functions${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(config),
  })
  const text = await answer.text()
  const { error } = (text ? JSON.parse(text) : {}) as { error?: string }
  return { status: answer.status, message: error }
}

const named = (cases: readonly RefusedCase[]) => cases.map((each) => [each.what, each] as const)

describe('a server that is empty', () => {
  const alone = refusedCases.filter((each) => each.alone !== false)

  it.each(named(alone))('refuses %s, new or not, as the rules say', async (_what, refused) => {
    const { status, message } = refused
    expect(await answerOf('POST', bodyOf(refused))).toEqual({ status, message })
    expect(await answerOf('PUT', bodyOf(refused))).toEqual({ status, message })
  })

  /** A source that configures its function with this text. */
  const configuring = (text: string) => {
    const comment = text.split('\n').map((line) => `// ${line}`)
    const source = ['// @nuclio.configure', '//', ...comment, 'exports.handler = () => {}'].join('\n')
    return {
      ...goodConfig,
      spec: { ...goodConfig.spec, build: { functionSourceCode: encodeSource(source) } },
    }
  }
  const { metadata } = goodConfig

  it.each([
    ['nothing', {}],
    ['no metadata', { spec: goodConfig.spec }],
    ['metadata that are null', { metadata: null, spec: goodConfig.spec }],
    ['no name', { metadata: { namespace: 'nuclio' }, spec: goodConfig.spec }],
    ['an empty name and no spec', { metadata: { name: '' } }],
    ['no spec', { metadata }],
    ['a spec that is null', { metadata, spec: null }],
    ['a spec that is a list', { metadata, spec: [] }],
    ['wrong types in several places', { metadata, spec: { minReplicas: '1', env: {}, disable: 'no' } }],
    ['a configuration in its source that cannot be read', configuring('function.yaml:\n  spec: [')],
    ['a configuration in its source that is none', configuring('function.yaml: 5')],
    ['wrong types in its source', configuring('function.yaml:\n  spec: {minReplicas: many}')],
    ['a name in its source that is no label', configuring('function.yaml:\n  metadata: {labels: {a: b c}}')],
    [
      'too many http triggers in its source',
      configuring('function.yaml:\n  spec: {triggers: {a: {kind: http}, b: {kind: http}}}'),
    ],
  ])('refuses a body with %s as the page foretells', async (_what, body) => {
    const config = body as FunctionConfig
    const judges = { types: validateFunctionConfig, fill: filledFromSource }
    const foretold = answerTo(configFindings(config, { act: 'create', existing: null }, judges))
    expect(foretold?.status).toBe(400)
    expect(await answerOf('POST', config)).toEqual({ status: 400, message: foretold?.message })
  })

  it('takes a key that is null for one that is not there', async () => {
    const nulls = { replicas: null, env: null, image: null, resources: { limits: null } }
    const config = bodyOf({ metadata: { annotations: { 'skip-deploy': 'true' } }, spec: nulls })
    await client.send('POST', '/api/functions', config)
    expect((await client.getFunction('good')).spec).not.toHaveProperty('env')
    await client.send('DELETE', '/api/functions', { metadata: config.metadata })
  })

  it('keeps none of them', async () => {
    expect(await (await client.send('GET', '/api/functions')).json()).toEqual({})
  })
})

// What is left needs an operator who lists priority classes: there are none here.
const standing = refusedCases.filter(
  ({ alone, surroundings: { priorityClasses } = {} }) => alone === false && !priorityClasses,
)

describe('a server with functions', () => {
  const stored = { 'skip-build': 'true', 'skip-deploy': 'true' }
  const ignoringState = { 'x-nuclio-delete-function-ignore-state-validation': 'true' }

  /** Makes the server know what the case has around it, and says how to undo it. */
  async function surround({ surroundings = {} }: RefusedCase): Promise<() => Promise<void>> {
    const configs: FunctionConfig[] = []
    const { existing, ingresses } = surroundings
    if (existing?.state === 'building') {
      const commands = ['sleep 30']
      configs.push(bodyOf({ spec: { build: { ...goodConfig.spec.build, commands } } }))
    } else if (existing) configs.push(bodyOf({ metadata: { annotations: stored } }))
    for (const [index, { host, path }] of (ingresses ?? []).entries()) {
      const attributes = { ingresses: { theirs: { host, paths: [path] } } }
      const spec = { triggers: { web: { kind: 'http', attributes } } }
      configs.push(bodyOf({ metadata: { name: `neighbour-${index}`, annotations: stored }, spec }))
    }
    for (const config of configs) await client.send('POST', '/api/functions', config)
    const gateways = (existing?.apiGateways ?? []).map((name) => ({
      metadata: { name },
      spec: {
        authenticationMode: 'none',
        upstreams: [{ kind: 'nucliofunction', nucliofunction: { name: goodConfig.metadata.name } }],
      },
    }))
    for (const gateway of gateways) await client.send('POST', '/api/api_gateways', gateway)
    return async () => {
      for (const { metadata } of gateways) await client.send('DELETE', '/api/api_gateways', { metadata })
      for (const { metadata } of configs)
        await client.send('DELETE', '/api/functions', { metadata }, ignoringState)
    }
  }

  it.each(named(standing))('refuses %s as the rules say', async (_what, refused) => {
    const undo = await surround(refused)
    const { act = 'create', requestName } = refused.surroundings ?? {}
    try {
      const method = act === 'create' ? 'POST' : 'PUT'
      const { status, message } = refused
      expect(await answerOf(method, bodyOf(refused), requestName)).toEqual({ status, message })
    } finally {
      await undo()
    }
  })

  it('has one of each kind', () => {
    expect(standing.map(({ status }) => status).toSorted()).toEqual([400, 400, 409, 409, 412, 412, 412])
  })
})
