import { describe, expect, it } from 'vitest'
import { readYaml, yamlOf } from './yaml-text'

describe('a part of a form as YAML', () => {
  it('is read back as it was', () => {
    const value = [{ name: 'a', image: 'b', ports: [{ containerPort: 9000 }], text: 'x\ny: z\n' }]
    expect(readYaml(yamlOf(value), 'list')).toEqual({ value })
    expect(yamlOf(undefined)).toBe('')
    expect(readYaml('# nothing\n', 'object')).toEqual({ value: undefined })
  })

  it('says where it is broken', () => {
    expect(readYaml('a: 1\nb: [1,\n', 'object')).toMatchObject({ problem: { line: 3 } })
    expect(readYaml('a: 1\na: 2\n', 'object')).toMatchObject({ problem: { line: 2 } })
    expect(readYaml('a: *x', 'object')).toHaveProperty('problem')
  })

  it('says when it is of another shape', () => {
    expect(readYaml('a: 1', 'list')).toHaveProperty('problem')
    expect(readYaml('- a', 'object')).toHaveProperty('problem')
    expect(readYaml('text', 'object')).toHaveProperty('problem')
  })
})
