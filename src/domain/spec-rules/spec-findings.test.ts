import { describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { refusedCases } from './cases'
import { bodyOf, goodConfig } from './cases/refused-case'
import { firstRefusal, specFindings } from './spec-findings'

describe('specFindings', () => {
  it.each(refusedCases.map((each) => [each.what, each] as const))(
    'predicts the answer to %s',
    (_what, { status, message, path, surroundings, ...rest }) => {
      const config = bodyOf(rest)
      const [first, ...more] = specFindings(config, surroundings)
      expect(first).toMatchObject({ status, message, path })
      expect(more.map((each) => each.message)).toEqual([])
      expect(firstRefusal(config, surroundings ?? {})).toEqual(first)
    },
  )

  it('knows where the words of each answer come from', () => {
    const counts = { recorded: 0, documented: 0, ours: 0 }
    for (const { source } of refusedCases) counts[source] += 1
    // A case that is added or found out about changes these.
    expect(counts).toEqual({ recorded: 37, documented: 41, ours: 23 })
  })

  it('has a case for every finding that a rule can make', () => {
    const rules = import.meta.glob<string>(['./*.ts', '!./*.test.ts'], {
      query: '?raw',
      eager: true,
      import: 'default',
    })
    const named = Object.values(rules).flatMap((text) =>
      [...text.matchAll(/finding\(\s*'([^']+)'/g)].map(([, rule]) => rule),
    )
    const found = refusedCases.flatMap((each) =>
      specFindings(bodyOf(each), each.surroundings).map(({ rule }) => rule),
    )
    expect(named.length).toBeGreaterThan(40)
    // What is no configuration at all, and what a source says, is asked of the server with bodies of their own.
    const elsewhere = ['spec/required', 'source/configuration']
    expect(new Set(named.filter((rule) => !found.includes(rule ?? '')))).toEqual(new Set(elsewhere))
  })

  it('has nothing against a good function, whatever is known', () => {
    const surroundings = {
      act: 'update',
      requestName: 'good',
      platformKind: 'kube',
      existing: { state: 'ready', resourceVersion: '7' },
      projects: new Set(['default']),
      priorityClasses: ['low'],
      ingresses: [{ host: 'a.example', path: '/' }],
    } as const
    const config = { ...goodConfig, metadata: { ...goodConfig.metadata, resourceVersion: '7' } }
    expect(specFindings(config, surroundings)).toEqual([])
    expect(specFindings({ metadata: { name: 'a' }, spec: goodConfig.spec })).toEqual([])
  })

  it('takes the samples of the documents', () => {
    const spec = {
      runtime: 'golang',
      handler: '',
      image: 'localhost:5000/nuclio/processor-echo:ba5v992vlcq000a2b640',
      runRegistry: 'localhost:5000',
      build: {
        path: 'https://example.com/helloworld.go',
        registry: '192.168.64.7:5000',
        baseImageRegistry: 'localhost:5000/',
        onbuildImage: 'quay.io/nuclio/handler-builder-golang-onbuild:{{ .Label }}-{{ .Arch }}-alpine',
      },
    }
    expect(specFindings({ metadata: { name: 'a' }, spec })).toEqual([])
  })

  it('finds everything, in the order of the server', () => {
    const config: FunctionConfig = {
      metadata: { name: 'Upper', labels: { 'nuclio.io/project-name': 'none' } },
      spec: {
        image: 'Bad!',
        runtime: '',
        minReplicas: 3,
        maxReplicas: 1,
        volumes: [{ volume: {}, volumeMount: {} }],
      },
    }
    expect(specFindings(config, { projects: new Set() }).map(({ rule }) => rule)).toEqual([
      'name/form',
      'images/reference',
      'replicas/order',
      'project/exists',
      'volumes/mount-name',
      'volumes/name',
      'runtime/required',
    ])
  })

  it('passes over what is of a wrong type, wherever it is', () => {
    const places = [
      ['metadata', 'labels'],
      ['metadata', 'annotations'],
      ['metadata', 'name'],
      ...Object.keys({ ...goodConfig.spec, triggers: 0, volumes: 0, resources: 0, nodeSelector: 0 }).map(
        (key) => ['spec', key],
      ),
      ...['sidecars', 'initContainers', 'autoScaleMetrics', 'minReplicas', 'eventTimeout'].map((key) => [
        'spec',
        key,
      ]),
      ['spec', 'image'],
      ['spec', 'priorityClassName'],
    ] as const
    for (const [part, key] of places) {
      for (const wrong of [7, 'text', true, [], [7, null, 'x'], { a: 7 }, { a: null }, { a: [] }, null]) {
        const config = structuredClone(goodConfig) as unknown as Record<string, Record<string, unknown>>
        const parent = config[part ?? '']
        if (parent) parent[key ?? ''] = wrong
        expect(() => specFindings(config as unknown as FunctionConfig, {})).not.toThrow()
      }
    }
    for (const wrong of [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { metadata: 7 },
      { metadata: { name: 'a' }, spec: [] },
    ])
      expect(() => specFindings(wrong as never)).not.toThrow()
  })

  it('wants a name first, and a spec', () => {
    expect(firstRefusal({ spec: {} } as never, {})?.message).toBe(
      'Function name must be provided in metadata',
    )
    expect(firstRefusal({ metadata: { name: 'a' } } as never, {})?.message).toBe(
      'Function spec must be provided',
    )
  })
})
