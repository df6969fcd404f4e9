import { describe, expect, it } from 'vitest'
import { bindingCodec, bindingProblem } from './binding-rows'

describe('data bindings', () => {
  it('are the same map after they were a list', () => {
    const map = { a: { class: 'v3io', url: 'u' }, b: { kind: 'k', attributes: { x: 1 } } }
    const list = bindingCodec.list(map)
    expect(bindingCodec.value(list as never)).toEqual(map)
    expect(bindingCodec.value(undefined)).toBeUndefined()
    expect(bindingCodec.list(undefined)).toBeUndefined()
  })

  it('keep the first of two with one name, and say so', () => {
    const rows = [
      { key: 'a', binding: { url: '1' } },
      { key: 'a', binding: { url: '2' } },
      { key: '', binding: { url: '3' } },
      { key: '', binding: {} },
    ]
    expect(bindingCodec.value(rows.slice(0, 2))).toEqual({ a: { url: '1' } })
    expect(rows.map((_, index) => bindingProblem(rows, index))).toEqual([
      undefined,
      '“a” stands here twice; only the first counts',
      'Enter a name',
      undefined,
    ])
  })
})
