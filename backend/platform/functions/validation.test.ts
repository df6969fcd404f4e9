import { describe, expect, it } from 'vitest'
import type { FunctionSpec } from '@/api/generated/schema'
import { enrichedSpec } from './enrichment'
import { furtherSpecRefusal, identityRefusal, specRefusal } from './validation'

const source = { functionSourceCode: 'eA==' }
const good: FunctionSpec = { runtime: 'python:3.11', handler: 'main:handler', build: source }

describe('identityRefusal', () => {
  it.each([
    ['', 400, 'Function name must be provided in metadata'],
    ['dashboard', 412, 'Function name dashboard is reserved and cannot be used.'],
    ['a/b', 400, /^Function name doesn't conform to k8s naming convention/],
    ['Upper', 400, /^Function name doesn't conform/],
    ['-dash', 400, /^Function name doesn't conform/],
    ['a'.repeat(64), 400, /^Function name doesn't conform/],
  ])('refuses the name %j', (name, status, message) => {
    const refusal = identityRefusal({ metadata: { name }, spec: good })
    expect(refusal).toMatchObject({ status, message: expect.stringMatching(message) })
  })

  it('wants metadata and spec, and lets a good name pass', () => {
    expect(identityRefusal({ spec: good } as never)?.message).toBe(
      'Function name must be provided in metadata',
    )
    expect(identityRefusal({ metadata: { name: 'ok' } } as never)?.message).toBe(
      'Function spec must be provided',
    )
    expect(identityRefusal({ metadata: { name: 'ok-1' }, spec: good })).toBeUndefined()
  })
})

describe('specRefusal', () => {
  const refused = (spec: Partial<FunctionSpec>) => {
    const full = enrichedSpec({ ...good, ...spec })
    return (specRefusal(full) ?? furtherSpecRefusal(full))?.message
  }

  it('lets a usual function pass, and the samples of the documents', () => {
    expect(refused({})).toBeUndefined()
    expect(
      refused({
        runtime: 'golang',
        handler: '',
        image: 'localhost:5000/nuclio/processor-echo:ba5v992vlcq000a2b640',
        runRegistry: 'localhost:5000',
        build: { path: 'https://example.com/helloworld.go', registry: '192.168.64.7:5000' },
      }),
    ).toBeUndefined()
    expect(refused({ runtime: 'golang', image: 'localhost:5000/', build: { path: 'x.go' } })).toBeUndefined()
  })

  it.each<[string, Partial<FunctionSpec>, string | RegExp]>([
    ['an image', { image: 'Bad Image!!' }, 'Invalid Spec.Image passed'],
    ['a key', { triggers: { a: { kind: 'http', name: 'zzz' } } }, 'Trigger key and name mismatch (a != zzz)'],
    ['an empty key', { triggers: { '': { kind: 'cron' } } }, 'Trigger key can not be empty'],
    [
      'two http triggers',
      { triggers: { a: { kind: 'http' }, b: { kind: 'http' } } },
      "There's more than one http trigger (unsupported)",
    ],
    [
      'workers',
      { triggers: { a: { kind: 'http', numWorkers: 200_000 } } },
      'NumWorkers value for a trigger (200000) exceeds the limit of 100000',
    ],
    [
      'ingresses',
      { triggers: { a: { kind: 'http', attributes: { ingresses: 1 } } } },
      "Malformed structure for ingresses in trigger 'a' (expects a map)",
    ],
    [
      'a batch',
      { triggers: { a: { kind: 'http', batch: { mode: 'enable', batchSize: 0 } } } },
      'Batch size should be 1 or higher',
    ],
    ['min 0 alone', { minReplicas: 0 }, 'Max replicas must be greater than zero'],
    [
      'min over max',
      { minReplicas: 3, maxReplicas: 1 },
      'Min replicas must be less than or equal to max replicas',
    ],
    ['a node selector', { nodeSelector: { a: 'b c' } }, /^Invalid value: b c/],
    ['a quantity', { resources: { limits: { cpu: 'lots' } } }, /^spec.resources.limits.cpu: "lots"/],
    ['a handler', { handler: 'a:b:c' }, 'Invalid handler name a:b:c'],
    ['no code', { build: {} }, /^Function must have either spec.build.path/],
    ['no runtime', { runtime: '' }, 'Runtime must be explicitly defined when using Function Source Code'],
    ['base64', { build: { functionSourceCode: '%%%' } }, /illegal base64 data at input byte 0/],
    ['git', { build: { codeEntryType: 'git', path: 'http://x/y.git' } }, /^No git reference was specified/],
    ['a timeout', { eventTimeout: 'soon' }, /^spec.eventTimeout: invalid duration "soon"/],
    [
      'a volume',
      { volumes: [{ volume: { name: 'v' }, volumeMount: { name: '', mountPath: '/d' } }] },
      'Volume mount name is missing',
    ],
    [
      'zero without http',
      { minReplicas: 0, maxReplicas: 1, disableDefaultHTTPTrigger: true },
      /^Function can not be scaling to zero without http trigger/,
    ],
    ['a service type', { serviceType: 'LoadBalancer' } as never, 'Unsupported service type LoadBalancer'],
    ['a sidecar', { sidecars: [{ name: 'x' }] }, 'Container image must be provided for container x'],
  ])('refuses %s', (_what, spec, message) => {
    expect(refused(spec)).toEqual(
      expect.stringMatching(typeof message === 'string' ? escaped(message) : message),
    )
  })
})

function escaped(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
}
