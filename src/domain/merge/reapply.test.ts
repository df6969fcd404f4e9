import { describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { encodeSource } from '@/domain/function-config'
import { reapplied } from './reapply'

const env = ['spec', 'env']
const variable = (name: string, value = '1') => ({ name, value })
const config = (spec: FunctionConfig['spec']): FunctionConfig => ({ metadata: { name: 'echo' }, spec })

describe('changes made on another state', () => {
  it('are made as they were where nothing else happened', () => {
    const change = { path: env, from: [variable('A')], to: undefined }
    expect(reapplied(config({ env: [variable('A')] }), [change])).toEqual(config({}))
  })

  it('leave alone what came into the same list meanwhile', () => {
    const undo = { path: env, from: [variable('A'), variable('M')], to: [variable('A')] }
    const now = config({ env: [variable('A'), variable('T'), variable('M')] })
    expect(reapplied(now, [undo]).spec.env).toEqual([variable('A'), variable('T')])
  })

  it('leave alone other lines of the source', () => {
    const path = ['spec', 'build', 'functionSourceCode']
    const undo = { path, from: encodeSource('a\nB\nc\n'), to: encodeSource('a\nb\nc\n') }
    const now = config({ build: { functionSourceCode: encodeSource('t\na\nB\nc\n') } })
    expect(reapplied(now, [undo]).spec.build?.functionSourceCode).toBe(encodeSource('t\na\nb\nc\n'))
  })

  it('stand over another change of the very same', () => {
    const undo = { path: env, from: [variable('A', 'mine')], to: [variable('A', 'old')] }
    expect(reapplied(config({ env: [variable('A', 'theirs')] }), [undo]).spec.env).toEqual([
      variable('A', 'old'),
    ])
  })
})
