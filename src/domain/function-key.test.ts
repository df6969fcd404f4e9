import { describe, expect, it } from 'vitest'
import { functionKey, namesInKeys } from './function-key'

const ref = { namespace: 'nuclio', project: 'shop', name: 'resize' }

describe('the keys of what belongs to a function', () => {
  it('differ in every part', () => {
    const keys = [
      functionKey('edits', 'a', ref),
      functionKey('yaml', 'a', ref),
      functionKey('edits', 'b', ref),
      functionKey('edits', 'a', { ...ref, namespace: 'other' }),
      functionKey('edits', 'a', { ...ref, project: 'other' }),
      functionKey('edits', 'a', { ...ref, name: 'other' }),
      functionKey('edits', 'a', { ...ref, project: 'shop","resize' }),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('tell the functions of one project on one server', () => {
    const keys = [
      functionKey('edits', 'http://a', ref),
      functionKey('edits', 'http://a', { ...ref, name: 'say "hi"' }),
      functionKey('yaml', 'http://a', { ...ref, name: 'text' }),
      functionKey('edits', 'http://b', { ...ref, name: 'elsewhere' }),
      functionKey('edits', 'http://a', { ...ref, project: 'shop2', name: 'neighbour' }),
      'something else',
    ]
    expect(namesInKeys(keys, 'edits', 'http://a', ref)).toEqual(new Set(['resize', 'say "hi"']))
    expect(namesInKeys(keys, 'edits', 'http://c', ref)).toEqual(new Set())
  })
})
