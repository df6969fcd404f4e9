import { describe, expect, it } from 'vitest'
import { enrichedMetadata, enrichedSpec } from './enrichment'

describe('enrichedSpec', () => {
  it('writes the defaults of Nuclio back', () => {
    const given = {
      runtime: 'python',
      handler: 'main:handler',
      description: '',
      build: { functionSourceCode: 'eA==' },
    }
    expect(enrichedSpec(given)).toEqual({
      runtime: 'python:3.11',
      handler: 'main:handler',
      resources: { requests: { cpu: '25m', memory: '1Mi' } },
      triggers: { 'default-http': { class: '', kind: 'http', name: 'default-http', numWorkers: 1 } },
      build: { functionSourceCode: 'eA==', codeEntryType: 'sourceCode' },
      platform: {},
      securityContext: {},
      disableDefaultHTTPTrigger: false,
      eventTimeout: '',
    })
    expect(given.runtime).toBe('python')
  })

  it('is stable: what was enriched stays as it is', () => {
    const once = enrichedSpec({
      runtime: 'shell',
      minReplicas: 2,
      triggers: { a: { kind: 'http', maxWorkers: 3 } },
    })
    expect(once).toMatchObject({
      minReplicas: 2,
      maxReplicas: 2,
      triggers: { a: { name: 'a', numWorkers: 3 } },
    })
    expect(enrichedSpec(once)).toEqual(once)
  })

  it('fills in what streams have besides', () => {
    const { triggers } = enrichedSpec({ triggers: { a: { kind: 'kafka-cluster' } } })
    expect(triggers?.a).toMatchObject({ workerTerminationTimeout: '10s', explicitAckMode: 'disable' })
  })

  it('lets what is of a wrong type be', () => {
    const wrong = { triggers: { a: 'b' }, build: 7, resources: { requests: [] } } as never
    expect(enrichedSpec(wrong)).toMatchObject({ triggers: { a: 'b' }, build: 7, resources: { requests: [] } })
    expect(enrichedSpec({ triggers: [], resources: 'x' } as never)).toMatchObject({
      triggers: [],
      resources: 'x',
    })
  })

  it('writes amounts in their usual form wherever they stand, and shares the rest', () => {
    const volumes = [
      { volume: { name: 'a', emptyDir: { sizeLimit: '1024Mi' } } },
      { volume: { name: 'b', emptyDir: { sizeLimit: '1Gi' } } },
    ]
    const enriched = enrichedSpec({
      resources: { limits: { cpu: 0.5 } },
      volumes,
      sidecars: [{ name: 's', resources: { requests: { memory: '65536Ki' } } }],
    })
    expect(enriched.resources).toEqual({ requests: { cpu: '25m', memory: '1Mi' }, limits: { cpu: '500m' } })
    expect(enriched.volumes?.map(({ volume }) => volume?.emptyDir?.sizeLimit)).toEqual(['1Gi', '1Gi'])
    expect(enriched.volumes?.[1]).toBe(volumes[1])
    expect(enriched.sidecars?.[0]?.resources?.requests).toEqual({ memory: '64Mi' })
  })

  it('adds no http trigger when the spec says so', () => {
    expect(enrichedSpec({ disableDefaultHTTPTrigger: true }).triggers).toEqual({})
  })
})

describe('enrichedMetadata', () => {
  it('fills in the project and spends the annotations of an import', () => {
    expect(
      enrichedMetadata(
        { name: 'a', resourceVersion: '7', annotations: { 'skip-build': 'true', mine: '1' } },
        'nuclio',
      ),
    ).toEqual({
      name: 'a',
      namespace: 'nuclio',
      labels: { 'nuclio.io/project-name': 'default' },
      annotations: { mine: '1' },
    })
  })
})
