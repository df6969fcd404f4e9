import { describe, expect, it } from 'vitest'
import { jsonDifference } from './json-difference'
import { formatJsonPath, parseJsonPath } from './json-path'

/** Differences as `kind place`, with the place before where it is another one. */
function told(from: unknown, to: unknown, ignore: string[] = []): string[] {
  const paths = ignore.map((text) => {
    const result = parseJsonPath(text)
    if ('problem' in result) throw new Error(result.problem)
    return result.path
  })
  const { differences, count, rough } = jsonDifference(from, to, { ignore: paths })
  expect(count).toBe(differences.length)
  expect(rough).toEqual([])
  return differences.map(({ kind, place, fromPlace }) => {
    const [now, before] = [formatJsonPath(place), fromPlace && formatJsonPath(fromPlace)]
    return before === undefined || before === now ? `${kind} ${now}` : `${kind} ${before} → ${now}`
  })
}

const json = (text: string): unknown => JSON.parse(text)

describe('values', () => {
  it.each<[string, unknown, unknown, string[]]>([
    ['the same', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ['another order of keys', { a: 1, b: { c: 1, d: 2 } }, { b: { d: 2, c: 1 }, a: 1 }, []],
    ['another spelling of a number', json('[1.0, 1e2, -0]'), json('[1, 100, 0]'), []],
    ['changed', { a: 1, b: 'x' }, { a: 2, b: 'y' }, ['changed $.a', 'changed $.b']],
    ['at the root', 1, 2, ['changed $']],
    [
      'of another type',
      { a: 1, b: null, c: [] },
      { a: '1', b: false, c: {} },
      ['type-changed $.a', 'type-changed $.b', 'type-changed $.c'],
    ],
    [
      'added and removed',
      { a: 1, c: 1 },
      { b: undefined, c: 1, d: null },
      ['removed $.a', 'added $.b', 'added $.d'],
    ],
    ['an object gone as one', { a: { b: { c: 1 } } }, { a: {} }, ['removed $.a.b']],
    [
      'keys that every object has',
      json('{"toString":1}'),
      json('{"__proto__":{"a":1}}'),
      ['removed $.toString', 'added $.__proto__'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected)
  })

  it('come with what they were and are', () => {
    expect(jsonDifference({ a: 1, b: 2 }, { a: 3, c: 4 }).differences).toEqual([
      { kind: 'changed', place: ['a'], fromPlace: ['a'], from: 1, to: 3 },
      { kind: 'removed', place: ['b'], fromPlace: ['b'], from: 2 },
      { kind: 'added', place: ['c'], to: 4 },
    ])
  })
})

describe('items', () => {
  it.each<[string, unknown, unknown, string[]]>([
    ['put in front', [1, 2, 3], [0, 1, 2, 3], ['added $[0]']],
    ['taken from the middle', [1, 2, 3], [1, 3], ['removed $[1]']],
    ['moved to the end', [1, 2, 3, 4], [2, 3, 4, 1], ['moved $[0] → $[3]']],
    ['moved to the front', ['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'], ['moved $[3] → $[0]']],
    ['replaced in place', [1, 2, 3], [1, 9, 3], ['changed $[1]']],
    ['replaced by another type', [1, 2, 3], [1, null, 3], ['type-changed $[1]']],
    ['one more of the same', ['a', 'b', 'a'], ['a', 'b', 'a', 'a'], ['added $[3]']],
    ['one less of the same', [0, 1, 0, 0, 1], [0, 1, 0, 1], ['removed $[3]']],
    ['a rise of repeating ones', ['a', 'b', 'a'], ['b', 'a'], ['removed $[0]']],
    ['objects with another order of keys', [{ a: 1, b: 2 }, 5], [5, { b: 2, a: 1 }], ['moved $[1] → $[0]']],
    [
      'changed by identity, though little is alike',
      [
        { id: 1, a: 1, b: 2, c: 3 },
        { id: 2, a: 0 },
      ],
      [
        { id: 1, a: 4, b: 5, c: 6 },
        { id: 2, a: 0 },
      ],
      ['changed $[0].a', 'changed $[0].b', 'changed $[0].c'],
    ],
    [
      'moved and changed',
      [
        { id: 1, v: 1 },
        { id: 2, v: 2 },
        { id: 3, v: 3 },
      ],
      [
        { id: 2, v: 2 },
        { id: 3, v: 3 },
        { id: 1, v: 9 },
      ],
      ['moved $[0] → $[2]', 'changed $[0].v → $[2].v'],
    ],
    [
      'replaced by another identity',
      [{ id: 1, v: 1, w: 1 }],
      [{ id: 2, v: 2, w: 2 }],
      ['removed $[0]', 'added $[0]'],
    ],
    [
      'with a new id but the rest as it was',
      [{ id: 'x', v: 1, w: 1 }],
      [{ id: 'y', v: 1, w: 1 }],
      ['changed $[0].id'],
    ],
    [
      'with new ids and their old names',
      [
        { id: 1, name: 'a', v: 1 },
        { id: 2, name: 'b', v: 2 },
      ],
      [
        { id: 8, name: 'a', v: 1 },
        { id: 9, name: 'b', v: 5 },
      ],
      ['changed $[0].id', 'changed $[1].id', 'changed $[1].v'],
    ],
    [
      'identified by the name in metadata',
      [
        { metadata: { name: 'a' }, v: 1 },
        { metadata: { name: 'b' }, v: 1 },
        { metadata: { name: 'c' }, v: 1 },
      ],
      [
        { metadata: { name: 'c' }, v: 1 },
        { metadata: { name: 'a' }, v: 2 },
        { metadata: { name: 'b' }, v: 1 },
      ],
      ['moved $[2] → $[0]', 'changed $[0].v → $[1].v'],
    ],
    [
      'alike without identity, moved',
      [{ a: 1, b: 2, c: 3 }, { a: 4, b: 5, c: 6 }, 7],
      [7, { a: 4, b: 5, c: 6 }, { a: 1, b: 2, c: 9 }],
      ['moved $[2] → $[0]', 'moved $[1]', 'changed $[0].c → $[2].c'],
    ],
    [
      'the most alike of several',
      [
        { a: 1, b: 1, c: 1 },
        { a: 1, b: 1, c: 2 },
      ],
      [
        { a: 1, b: 1, c: 2, d: 0 },
        { a: 1, b: 1, c: 1, d: 0 },
      ],
      ['moved $[1] → $[0]', 'added $[0].d', 'added $[1].d'],
    ],
    ['with one value only', [{ v: 1 }, { v: 2 }], [{ v: 1 }, { v: 3 }], ['changed $[1].v']],
    [
      'of which some share an id',
      [
        { id: 1, v: 1 },
        { id: 1, v: 2 },
        { id: 3, v: 3 },
      ],
      [
        { id: 1, v: 1 },
        { id: 1, v: 4 },
        { id: 3, v: 3 },
      ],
      ['changed $[1].v'],
    ],
    [
      'lists in lists',
      [
        [1, 2],
        [3, 4],
      ],
      [
        [3, 4, 5],
        [1, 2],
      ],
      ['moved $[1] → $[0]', 'added $[0][2]'],
    ],
    ['of an empty list', { a: [] }, { a: [1] }, ['added $.a[0]']],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected)
  })

  it('in reverse are all moved but one', () => {
    const list = Array.from({ length: 20 }, (_, id) => ({ id, text: `item ${id}` }))
    const found = told(list, list.toReversed())
    expect(found).toHaveLength(19)
    expect(found.every((one) => one.startsWith('moved'))).toBe(true)
  })
})

describe('noise', () => {
  it.each<[string, unknown, unknown, string[], string[]]>([
    ['at a key', { a: 1, at: 5 }, { a: 1, at: 6 }, ['$.at'], []],
    ['of a whole value', { a: 1 }, [2], ['$'], []],
    ['that is on one side only', { a: 1, at: 5 }, { a: 1 }, ['$.at'], []],
    [
      'inside of items, that moved',
      [
        { v: 1, at: 1 },
        { v: 2, at: 2 },
        { v: 3, at: 3 },
      ],
      [
        { v: 2, at: 4 },
        { v: 3, at: 5 },
        { v: 1, at: 6 },
      ],
      ['$[*].at'],
      ['moved $[0] → $[2]'],
    ],
    [
      'of identities',
      [
        { id: 1, v: 1, w: 1 },
        { id: 2, v: 2, w: 2 },
      ],
      [
        { id: 3, v: 1, w: 1 },
        { id: 4, v: 2, w: 5 },
      ],
      ['$[*].id'],
      ['changed $[1].w'],
    ],
    [
      'of identities that seem to be others',
      [
        { id: 1, v: 'a' },
        { id: 2, v: 'b' },
        { id: 3, v: 'c' },
      ],
      [
        { id: 2, v: 'a' },
        { id: 3, v: 'b' },
        { id: 1, v: 'c' },
      ],
      ['$[*].id'],
      [],
    ],
    ['of one item', [1, 2, 3], [4, 2, 5], ['$[0]'], ['changed $[2]']],
    ['counted from the end', [1, 2, 3], [1, 2, 8, 9], ['$[-1]'], ['added $[2]']],
    ['of all items', { a: [1, 2], b: 1 }, { a: [3], b: 2 }, ['$.a[*]'], ['changed $.b']],
    ['of all members', { a: { x: 1 }, b: 1 }, { a: { y: 1 }, b: 2 }, ['$.a.*'], ['changed $.b']],
    [
      'deep in both',
      { a: [{ b: [{ c: 1, d: 1 }] }] },
      { a: [{ b: [{ c: 2, d: 2 }] }] },
      ['$.a[*].b[*].c', '$.*[0].x'],
      ['changed $.a[0].b[0].d'],
    ],
    ['that names a key like an index', { 0: 1 }, { 0: 2 }, ['$[0]'], ["changed $['0']"]],
  ])('%s', (_, from, to, ignore, expected) => {
    expect(told(from, to, ignore)).toEqual(expected)
  })

  it('leaves places as they are in the whole values', () => {
    expect(told(['noise', 1, 2], ['other', 2, 3], ['$[0]'])).toEqual(['removed $[1]', 'added $[2]'])
  })
})

describe('large values', () => {
  const rows = (count: number, row: (i: number) => unknown): unknown[] =>
    Array.from({ length: count }, (_, i) => row(i))
  const count = 100_000

  it('are compared exactly by identity', () => {
    const from = rows(count, (id) => ({ id, name: `row ${id}`, value: id % 7 }))
    const to = from.toSpliced(50_000, 1).toSpliced(10, 0, { id: -1, name: 'new', value: 0 })
    expect(told(from, [...to.slice(5), ...to.slice(0, 5)])).toHaveLength(7)
  })

  it('are compared exactly by content', () => {
    const from = rows(count, (i) => [i, `row ${i}`])
    const [first, ...others] = from
    expect(told(from, [...others, first])).toEqual([`moved $[0] → $[${count - 1}]`])
  })

  it('that repeat little and differ everywhere are told roughly, and said so', () => {
    const {
      rough,
      differences,
      count: all,
    } = jsonDifference(
      rows(count, (i) => ({ value: i, at: i % 5, b: i % 3 })),
      rows(count, (i) => ({ value: i + count, at: (i + 2) % 5, b: i % 3 })),
    )
    expect(rough).toEqual([[]])
    expect(differences).toHaveLength(10_000)
    expect(all).toBe(2 * count)
  })

  it('of few repeating values are told roughly, and said so', () => {
    const bits = (seed: number) => {
      let state = seed
      return rows(count, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 31)
    }
    const { rough, count: all } = jsonDifference(bits(1), bits(2))
    expect(rough).toEqual([[]])
    expect(all).toBeGreaterThan(0)
  })

  it('nested beyond any sense are compared as wholes', () => {
    const deep = (inside: string) => JSON.parse('['.repeat(50_000) + inside + ']'.repeat(50_000)) as unknown
    expect(jsonDifference(deep('1'), deep('1'))).toEqual({ differences: [], count: 0, rough: [[]] })
    expect(jsonDifference(deep('1'), deep('2'))).toMatchObject({ count: 1, rough: [[]] })
  })
})
