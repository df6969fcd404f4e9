import { describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { encodeSource } from '@/domain/function-config'
import { setAt, valueAt, type Path } from '@/lib/tree'
import { consequenceOf, specChanges } from './spec-changes'
import { normalised } from './normalised'

const source = (lines: string[]) => encodeSource(lines.join('\n'))
const text = Array.from({ length: 40 }, (_, i) => `line ${i}`)

const server = {
  metadata: {
    name: 'echo',
    namespace: 'nuclio',
    resourceVersion: '7',
    labels: { 'nuclio.io/project-name': 'shop', team: 'a' },
  },
  spec: {
    description: 'Says it again',
    runtime: 'nodejs',
    handler: 'main:handler',
    image: 'nuclio/processor-echo:latest',
    resources: { requests: { cpu: '500m', memory: '1Mi' } },
    minReplicas: 1,
    maxReplicas: 4,
    env: [
      { name: 'TIMEOUT', value: '30' },
      { name: 'DB_PASSWORD', value: 'hunter22' },
      { name: 'MODE', value: 'fast' },
    ],
    volumes: [
      { volume: { name: 'data', hostPath: { path: '/a' } }, volumeMount: { name: 'data', mountPath: '/d' } },
    ],
    triggers: {
      'default-http': { class: '', kind: 'http', name: 'default-http', numWorkers: 1 },
      queue: {
        class: '',
        kind: 'rabbit-mq',
        name: 'queue',
        url: 'amqp://guest:open@host',
        password: '$ref:/x',
      },
    },
    build: {
      functionSourceCode: source(text),
      codeEntryType: 'sourceCode',
      commands: ['npm i a', 'npm i b'],
      timestamp: 1,
      noBaseImagesPull: true,
    },
    platform: {},
    securityContext: {},
    disableDefaultHTTPTrigger: false,
    eventTimeout: '',
  },
} as unknown as FunctionConfig

const edited = (...edits: [path: string, value: unknown][]): FunctionConfig =>
  edits.reduce((config, [path, value]) => setAt(config, path.split('/'), value), server)

const env = (server.spec as { env: { name: string; value?: string }[] }).env

describe('what differs', () => {
  it.each<[string, string, unknown, string, string]>([
    [
      'a value',
      'spec/env',
      [{ name: 'TIMEOUT', value: '60' }, ...env.slice(1)],
      'environment: TIMEOUT 30 → 60',
      'restart',
    ],
    ['a new variable', 'spec/env', [...env, { name: 'X', value: '1' }], 'environment: X added', 'restart'],
    ['a variable less', 'spec/env', env.slice(0, 2), 'environment: MODE removed', 'restart'],
    ['another order', 'spec/env', [...env].reverse(), 'environment: another order', 'restart'],
    [
      'a secret',
      'spec/env',
      [env[0], { name: 'DB_PASSWORD', value: 'other' }, env[2]],
      'environment: DB_PASSWORD changed (•••• → ••••)',
      'restart',
    ],
    [
      'a replaced reference',
      'spec/triggers/queue/password',
      'open',
      'trigger queue: password changed (kept secret → ••••)',
      'restart',
    ],
    [
      'an address with a password',
      'spec/triggers/queue/url',
      'amqp://u:secret@h',
      'trigger queue: url amqp://••••@host → amqp://••••@h',
      'restart',
    ],
    [
      'a trigger',
      'spec/triggers/nightly',
      { kind: 'cron', attributes: { interval: '1h' } },
      'trigger nightly added',
      'restart',
    ],
    ['a trigger less', 'spec/triggers/queue', undefined, 'trigger queue removed', 'restart'],
    ['workers', 'spec/triggers/default-http/numWorkers', 4, 'trigger default-http: workers 1 → 4', 'restart'],
    [
      'an ingress',
      'spec/triggers/default-http/attributes',
      { ingresses: { 0: { host: 'a.b', paths: ['/'] } } },
      'trigger default-http: ingress 0 added',
      'ingress',
    ],
    [
      'annotations of the ingress',
      'spec/triggers/default-http/annotations',
      { a: 'b' },
      'trigger default-http: ingress annotation a set to b',
      'ingress',
    ],
    ['commands', 'spec/build/commands', ['npm i a'], 'build commands changed', 'rebuild'],
    [
      'the source',
      'spec/build/functionSourceCode',
      source([...text.slice(0, 3), ...Array.from({ length: 12 }, (_, i) => `new ${i}`), ...text.slice(15)]),
      'source: 12 lines changed',
      'rebuild',
    ],
    [
      'one line of the source',
      'spec/build/functionSourceCode',
      source([...text, 'more']),
      'source: 1 line changed',
      'rebuild',
    ],
    ['the runtime', 'spec/runtime', 'python:3.11', 'runtime nodejs → python:3.11', 'rebuild'],
    ['the handler', 'spec/handler', 'main:other', 'handler main:handler → main:other', 'rebuild'],
    ['a base image', 'spec/build/baseImage', 'alpine:3', 'base image set to alpine:3', 'rebuild'],
    ['a build without cache', 'spec/build/noCache', true, 'build without cache: on', 'rebuild'],
    ['the description', 'spec/description', 'Other', 'description Says it again → Other', 'nothing'],
    ['no description', 'spec/description', undefined, 'description removed (was Says it again)', 'nothing'],
    ['a label', 'metadata/labels/team', 'b', 'label team a → b', 'nothing'],
    ['an annotation', 'metadata/annotations', { 'a/b': 'c' }, 'annotation a/b set to c', 'restart'],
    ['a quantity', 'spec/resources/requests/cpu', '1', 'requested cpu 500m → 1', 'restart'],
    ['limits', 'spec/resources/limits', { memory: '1Gi' }, 'limit of memory set to 1Gi', 'restart'],
    ['replicas', 'spec/minReplicas', 2, 'minimum of replicas 1 → 2', 'restart'],
    ['disabled', 'spec/disable', true, 'disabled: on', 'restart'],
    ['a volume', 'spec/volumes', [], 'volume data at /d removed', 'restart'],
    ['something unknown', 'spec/brandNew', { a: 1 }, 'brandNew added', 'restart'],
  ])('%s', (_, path, value, words, consequence) => {
    const draft = edited([path, value])
    const changes = specChanges(server, draft)
    expect(changes.map((change) => change.words)).toEqual([words])
    expect(changes[0]?.consequence).toBe(consequence)
    // And it can be taken back.
    const { takeBack } = changes[0] ?? { takeBack: { path: [] as Path, value: undefined } }
    expect(specChanges(server, setAt(draft, takeBack.path, takeBack.value))).toEqual([])
  })

  it.each<[string, string, unknown]>([
    ['another way to write a quantity', 'spec/resources/requests/cpu', '0.5'],
    ['a number for a quantity', 'spec/resources/requests/cpu', 0.5],
    ['a default left out', 'spec/triggers/default-http', undefined],
    ['what the server writes into a trigger', 'spec/triggers/queue/name', undefined],
    ['what the server sets', 'spec/build/timestamp', 99],
    ['the image of a build', 'spec/image', undefined],
    ['an empty value', 'spec/serviceAccount', ''],
    ['an empty map', 'spec/nodeSelector', {}],
    ['an empty list', 'spec/tolerations', []],
    ['off', 'spec/disable', false],
    ['the version', 'metadata/resourceVersion', undefined],
    ['annotations for one request', 'metadata/annotations', { 'skip-deploy': 'true' }],
    [
      'the order of keys',
      'spec/build',
      Object.fromEntries(Object.entries(server.spec.build ?? {}).reverse()),
    ],
  ])('is not %s', (_, path, value) => {
    expect(specChanges(server, edited([path, value]))).toEqual([])
  })

  it('is an ingress change for hosts and paths of an HTTP trigger only', () => {
    const ingresses = { 0: { host: 'a.b', paths: ['/'] } }
    const before = edited(['spec/triggers/default-http/attributes', { ingresses }])
    const host = ['spec', 'triggers', 'default-http', 'attributes', 'ingresses', '0', 'host']
    const [change] = specChanges(before, setAt(before, host, 'c.d'))
    expect(change).toMatchObject({
      words: 'trigger default-http: ingress 0 host a.b → c.d',
      consequence: 'ingress',
    })
    const other = setAt(before, ['spec', 'triggers', 'queue', 'annotations'], { a: 'b' })
    expect(consequenceOf(specChanges(before, other))).toBe('restart')
  })

  it('counts an image that is not built here as a choice', () => {
    const image = {
      ...server,
      spec: { runtime: 'nodejs', image: 'shop/echo:1', build: { codeEntryType: 'image' } },
    } as FunctionConfig
    const [change] = specChanges(image, setAt(image, ['spec', 'image'], 'shop/echo:2'))
    expect(change).toMatchObject({ words: 'image shop/echo:1 → shop/echo:2', consequence: 'restart' })
  })

  it('has no line for what follows from another field', () => {
    const plain = edited(['spec/minReplicas', undefined], ['spec/maxReplicas', undefined])
    const words = specChanges(plain, setAt(plain, ['spec', 'maxReplicas'], 3)).map((change) => change.words)
    expect(words).toEqual(['maximum of replicas set to 3'])
  })

  it('takes one variable back and leaves the others', () => {
    const draft = edited([
      'spec/env',
      [{ name: 'TIMEOUT', value: '60' }, { name: 'NEW', value: '1' }, env[2]],
    ])
    const gone = specChanges(server, draft).find(({ words }) => words.includes('DB_PASSWORD'))
    const after = gone && setAt(draft, gone.takeBack.path, gone.takeBack.value)
    expect(valueAt(after, ['spec', 'env'])).toEqual([
      { name: 'TIMEOUT', value: '60' },
      env[1],
      { name: 'NEW', value: '1' },
      env[2],
    ])
  })

  it('is as strong as its strongest part', () => {
    expect(consequenceOf([])).toBe('nothing')
    const draft = edited(['spec/description', 'x'], ['spec/eventTimeout', '5s'])
    expect(consequenceOf(specChanges(server, draft))).toBe('restart')
    expect(consequenceOf(specChanges(server, setAt(draft, ['spec', 'handler'], 'a:b')))).toBe('rebuild')
  })

  it('bears parts of a wrong type', () => {
    for (const value of ['text', 7, [1], null, { a: [] }])
      for (const path of [
        'spec/env',
        'spec/triggers',
        'spec/build',
        'spec/resources',
        'metadata/labels',
        'spec/volumes',
      ])
        expect(() => specChanges(server, edited([path, value]))).not.toThrow()
    expect(normalised({ metadata: { name: 'a' }, spec: {} })).toBeDefined()
  })
})
