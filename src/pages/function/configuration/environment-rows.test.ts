import { describe, expect, it } from 'vitest'
import type { EnvironmentVariable } from '@/api/generated/schema'
import {
  coveredValue,
  environmentText,
  kindOfVariable,
  pastedVariables,
  variableProblem,
  withEnvironmentText,
  withPasted,
  withReference,
  withSourceKind,
  withSourceReference,
  withVariableKind,
} from './environment-rows'

const variables: EnvironmentVariable[] = [
  { name: 'A', value: '1' },
  { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k', optional: true } } },
  { name: 'DB_PASSWORD', value: 'hunter2' },
  { name: 'EMPTY' },
]

describe('variables', () => {
  it('know where their value comes from', () => {
    expect(variables.map(kindOfVariable)).toEqual(['value', 'secret', 'value', 'value'])
    expect(kindOfVariable({ name: 'x', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } })).toBe(
      'field',
    )
    expect(kindOfVariable({ name: 'x', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } })).toBe(
      'resource',
    )
    expect(kindOfVariable({ name: 'x', valueFrom: { fileKeyRef: {} } as never })).toBe('other')
  })

  it('keep the rest of a reference when a part of it is changed', () => {
    const changed = withReference(variables[1] ?? { name: '' }, 'secret', { key: 'other' })
    expect(changed.valueFrom).toEqual({ secretKeyRef: { name: 's', key: 'other', optional: true } })
    expect(withReference(changed, 'secret', { optional: undefined }).valueFrom).toEqual({
      secretKeyRef: { name: 's', key: 'other' },
    })
    expect(withVariableKind(changed, 'configMap')).toEqual({
      name: 'KEY',
      valueFrom: { configMapKeyRef: {} },
    })
  })

  it('say when a name is bad or comes again', () => {
    const names = ['A', '1A', 'B C', '', 'A'].map((name) => ({ name, value: 'x' }))
    expect(names.map((_, index) => variableProblem(names, index))).toEqual([
      '“A” stands here again below, and that counts',
      'Begin with a letter or _',
      'Leave out “ ”; letters, digits, _ - and . are allowed',
      'Enter a name',
      undefined,
    ])
  })
})

describe('variables as text', () => {
  it('leave references out, and cover what looks like a secret until it is asked for', () => {
    expect(environmentText(variables, false)).toBe(`A=1\nDB_PASSWORD=${coveredValue}\nEMPTY=\n`)
    expect(environmentText(variables, true)).toBe('A=1\nDB_PASSWORD=hunter2\nEMPTY=\n')
  })

  it('are the same after nothing was changed, covered or not', () => {
    for (const revealed of [true, false])
      expect(withEnvironmentText(variables, environmentText(variables, revealed))).toEqual({
        variables,
        problems: [],
      })
  })

  it('keep references in their places', () => {
    const { variables: edited } = withEnvironmentText(variables, 'B=2\nA=5\nC=3\nD=4')
    expect(edited).toEqual([
      { name: 'B', value: '2' },
      variables[1],
      { name: 'A', value: '5' },
      { name: 'C', value: '3' },
      { name: 'D', value: '4' },
    ])
    expect(withEnvironmentText(variables, '').variables).toEqual([variables[1]])
  })
})

describe('pasted text', () => {
  it('is taken as variables when it is some', () => {
    expect(pastedVariables('A=5\nB=2')).toHaveLength(2)
    expect(pastedVariables('PLAIN_NAME')).toBeUndefined()
    expect(pastedVariables('some text = with\nlines')).toBeUndefined()
  })

  it('sets those that are there and adds the others', () => {
    expect(
      withPasted(
        [...variables, { name: '', value: '' }],
        [
          { name: 'A', value: '5' },
          { name: 'KEY', value: 'plain' },
          { name: 'B', value: '2' },
        ],
      ),
    ).toEqual([
      { name: 'A', value: '5' },
      { name: 'KEY', value: 'plain' },
      variables[2],
      variables[3],
      { name: 'B', value: '2' },
    ])
  })
})

describe('whole secrets and config maps', () => {
  it('turn into each other and keep what they have', () => {
    const source = { prefix: 'P_', secretRef: { name: 's', optional: true } }
    expect(withSourceKind(source, 'configMap')).toEqual({
      prefix: 'P_',
      configMapRef: { name: 's', optional: true },
    })
    expect(withSourceReference(source, { name: 't' })).toEqual({
      prefix: 'P_',
      secretRef: { name: 't', optional: true },
    })
  })
})
