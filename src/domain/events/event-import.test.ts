import { describe, expect, it } from 'vitest'
import type { FunctionEventConfig } from '@/api/generated/schema'
import { functionOf, importPlan } from './event-import'

const stored = (name: string, owner: string, spec: FunctionEventConfig['spec']): FunctionEventConfig => ({
  metadata: {
    name,
    namespace: 'nuclio',
    labels: { 'nuclio.io/function-name': owner, 'nuclio.io/project-name': 'p1' },
  },
  spec: {
    displayName: name,
    triggerKind: 'http',
    ...spec,
    attributes: { headers: { 'Content-Type': 'text/plain' }, method: 'POST', path: '', ...spec.attributes },
  },
})
const inFile = (config: FunctionEventConfig, line = 1) => ({ config, line })
const demo = { binding: { to: 'demo' }, keepsNames: true }

describe('importPlan', () => {
  const existing = [stored('one', 'demo', { body: 'x' }), stored('other', 'hello', { body: 'x' })]

  it('tells new events from those that replace one, stay, or clash', () => {
    const plan = importPlan(
      [
        inFile({ metadata: { name: 'new' }, spec: {} }, 1),
        inFile({ metadata: {}, spec: { displayName: 'Nameless' } }, 2),
        inFile({ metadata: { name: 'one' }, spec: { body: 'x' } }, 3),
        inFile({ metadata: { name: 'one' }, spec: { body: 'y', attributes: { path: '/p' } } }, 4),
        inFile({ metadata: { name: 'other' }, spec: { body: 'x' } }, 5),
      ],
      existing,
      demo,
    )
    expect(plan.map(({ act, line, displayName }) => [act, line, displayName])).toEqual([
      ['create', 1, 'new'],
      ['create', 2, 'Nameless'],
      ['none', 3, 'one'],
      ['replace', 4, 'one'],
      ['taken', 5, 'other'],
    ])
    expect(plan[3]).toMatchObject({
      replaced: existing[0],
      changes: [
        { path: ['spec', 'body'], from: 'x', to: 'y' },
        { path: ['spec', 'attributes', 'path'], from: '', to: '/p' },
      ],
    })
    expect(plan[4]).toMatchObject({ owner: 'hello' })
  })

  it('binds each event to the function that it is imported into, and keeps other labels', () => {
    const labels = { 'nuclio.io/function-name': 'elsewhere', team: 'a' }
    const file = { metadata: { name: 'x', labels }, spec: { body: 'b' } }
    expect(functionOf(file)).toBe('elsewhere')
    const [step] = importPlan([inFile(file)], existing, demo)
    expect(step?.config).toEqual({
      metadata: { name: 'x', labels: { 'nuclio.io/function-name': 'demo', team: 'a' } },
      spec: { body: 'b' },
    })
  })

  it('leaves every name to the server when asked to', () => {
    const files = [
      inFile({ metadata: { name: 'one' }, spec: {} }),
      inFile({ metadata: { name: 'other' }, spec: {} }),
    ]
    const plan = importPlan(files, existing, { ...demo, keepsNames: false })
    expect(plan.map(({ act, config }) => [act, config.metadata.name])).toEqual([
      ['create', undefined],
      ['create', undefined],
    ])
    expect(plan.map(({ displayName }) => displayName)).toEqual(['one', 'other'])
    expect(plan.map(({ config }) => config.spec.displayName)).toEqual(['one', 'other'])
  })

  it('binds each event as the file says, and those whose function is not there only when told to', () => {
    const of = (name: string, owner?: string) =>
      inFile({
        metadata: { name, ...(owner !== undefined && { labels: { 'nuclio.io/function-name': owner } }) },
        spec: { body: 'x' },
      })
    const files = [of('one', 'demo'), of('other', 'hello'), of('a', 'gone'), of('b'), of('other', 'demo')]
    const asFile = new Set(['demo', 'hello'])
    const acts = (others?: string) =>
      importPlan(files, existing, { binding: { asFile, others }, keepsNames: true }).map((step) => [
        step.act,
        step.functionName,
        functionOf(step.config),
      ])
    expect(acts()).toEqual([
      ['none', 'demo', 'demo'],
      ['none', 'hello', 'hello'],
      ['homeless', 'gone', 'gone'],
      ['homeless', '', undefined],
      ['taken', 'demo', 'demo'],
    ])
    expect(acts('hello').slice(2, 4)).toEqual([
      ['create', 'hello', 'hello'],
      ['create', 'hello', 'hello'],
    ])
  })

  it('sees a label that differs', () => {
    const file = { metadata: { name: 'one', labels: { team: 'a' } }, spec: { body: 'x' } }
    expect(importPlan([inFile(file)], existing, demo)[0]).toMatchObject({
      act: 'replace',
      changes: [{ path: ['labels', 'team'], from: undefined, to: 'a' }],
    })
  })
})
