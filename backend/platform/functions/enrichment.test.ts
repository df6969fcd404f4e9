import { describe, expect, it } from 'vitest'
import { enrichedMetadata, enrichedSpec } from './enrichment'
import { canonicalQuantity } from './quantities'

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

describe('canonicalQuantity', () => {
  it.each([
    ['0.5', '500m'],
    [2, '2'],
    ['1000m', '1'],
    ['250m', '250m'],
    ['1024Mi', '1Gi'],
    ['65536Ki', '64Mi'],
    ['1500M', '1500M'],
    ['1e3', '1k'],
    ['none', 'none'],
  ])('writes %s as %s', (given, canonical) => {
    expect(canonicalQuantity(given)).toBe(canonical)
  })
})
