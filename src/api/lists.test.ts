import { describe, expect, it } from 'vitest'
import { listOf, namedMetadata } from './lists'

interface Item {
  metadata: { name?: string }
}
const full = (wire: Item, key: string) => ({ ...wire, metadata: namedMetadata(wire.metadata, key) })

describe('listOf', () => {
  it('turns a map into a list by name', () => {
    const names = listOf({ b: { metadata: { name: 'b' } }, a: { metadata: { name: 'a' } } }, full).map(
      ({ metadata }) => metadata.name,
    )
    expect(names).toEqual(['a', 'b'])
  })

  it('takes null and nothing as empty', () => {
    expect(listOf<Item, Item & { metadata: { name: string } }>(null, full)).toEqual([])
    expect(listOf<Item, Item & { metadata: { name: string } }>(undefined, full)).toEqual([])
    expect(listOf({}, full)).toEqual([])
  })

  it('names what has no name by its key, and leaves out what is nothing', () => {
    const wire = { echo: { metadata: {} }, gone: null } as unknown as Record<string, Item>
    expect(listOf(wire, full)).toEqual([{ metadata: { name: 'echo' } }])
  })
})
