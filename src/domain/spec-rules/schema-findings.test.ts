import { describe, expect, it } from 'vitest'
import { validateFunctionConfig } from '@/api/generated/function-validator'
import { bodyOf } from './cases/refused-case'
import { filledFromSource } from './inline-configuration'
import { answerTo, configFindings, schemaFindings } from './schema-findings'

const judges = { types: validateFunctionConfig, fill: filledFromSource }

const findings = (spec: Record<string, unknown>) =>
  configFindings(bodyOf({ spec }), {}, judges).map(({ path, message }) => [path.join('.'), message])

describe('schemaFindings', () => {
  it('names the field of each fault', () => {
    expect(findings({ env: { A: '1' }, minReplicas: 'one' })).toEqual([
      ['spec.env', 'spec.env must be an array'],
      ['spec.minReplicas', 'spec.minReplicas must be an integer'],
    ])
    expect(findings({ env: [{ value: 'x' }] })).toEqual([['spec.env.0.name', 'spec.env[0].name is required']])
    expect(findings({ resources: { limits: { cpu: true } } })).toEqual([
      ['spec.resources.limits.cpu', 'spec.resources.limits.cpu must be a string or a number'],
    ])
    expect(findings({ imagePullPolicy: 'Sometimes' })).toEqual([
      ['spec.imagePullPolicy', 'spec.imagePullPolicy must be one of Always, IfNotPresent, Never'],
    ])
  })

  it('says of a trigger only what counts for its kind', () => {
    expect(
      findings({
        triggers: {
          h: { kind: 'http', attributes: { port: 'x' } },
          'a/b': { kind: 'nats', numWorkers: '1' },
        },
      }),
    ).toEqual([
      ['spec.triggers.h.attributes.port', 'spec.triggers.h.attributes.port must be an integer'],
      ['spec.triggers.a/b.numWorkers', 'spec.triggers["a/b"].numWorkers must be an integer'],
    ])
    expect(findings({ triggers: { t: {} } })).toEqual([
      ['spec.triggers.t.kind', 'spec.triggers.t.kind is required'],
    ])
  })

  it('is silent for what is null, as Nuclio is', () => {
    const triggers = { a: { kind: 'http', numWorkers: null, attributes: null } }
    expect(findings({ replicas: null, env: null, triggers })).toEqual([])
  })

  it('is silent for what fits', () => {
    expect(schemaFindings(bodyOf({}), validateFunctionConfig)).toEqual([])
  })
})

describe('configFindings', () => {
  it('puts a missing name before types, and types before rules', () => {
    const config = bodyOf({ metadata: { name: '' }, spec: { image: 'Bad!', disable: 'yes' } })
    expect(configFindings(config, {}, judges).map(({ rule }) => rule)).toEqual([
      'name/required',
      'contract/type',
      'images/reference',
    ])
    const nothing = configFindings({} as never, {}, judges)
    expect(nothing[0]?.message).toBe('Function name must be provided in metadata')
  })

  it('leaves out what a rule says of a wrong type', () => {
    const config = bodyOf({ spec: { triggers: { a: { kind: 'cron', attributes: { schedule: 5 } } } } })
    expect(configFindings(config, {}, judges).map(({ rule }) => rule)).toEqual(['contract/type'])
  })
})

describe('the configuration in a source', () => {
  const withSource = (source: string) =>
    configFindings(bodyOf({ spec: { build: { functionSourceCode: btoa(source) } } }), {}, judges).map(
      ({ message }) => message,
    )

  it('is judged with the rest', () => {
    expect(
      withSource('// @nuclio.configure\n// function.yaml:\n//   spec:\n//     minReplicas: 0\n'),
    ).toEqual(['Max replicas must be greater than zero'])
    expect(
      withSource('// @nuclio.configure\n// function.yaml:\n//   spec:\n//     minReplicas: many\n'),
    ).toEqual(["With the configuration in the function's source: spec.minReplicas must be an integer"])
  })

  it('that cannot be read is a finding', () => {
    expect(withSource('# @nuclio.configure\n# spec: 5\n')).toEqual([
      'The @nuclio.configure comment in the function\'s source cannot be read: it has no map "function.yaml"',
    ])
  })
})

describe('answerTo', () => {
  it('is the first finding, or the sentence of all types', () => {
    const answer = (spec: object) => answerTo(configFindings(bodyOf({ spec }), {}, judges))
    expect(answer({})).toBeUndefined()
    expect(answer({ image: 'Bad!', handler: 'a:b:c' })).toMatchObject({
      message: 'Invalid Spec.Image passed',
    })
    expect(answer({ env: 1, disable: 'x', image: 'Bad!' })).toEqual({
      status: 400,
      message: 'spec.disable must be a boolean; spec.env must be an array',
    })
  })
})
