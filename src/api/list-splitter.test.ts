import { describe, expect, it } from 'vitest'
import { ListSplitter, type ListEntry } from './list-splitter'

function split(...pieces: string[]): ListEntry[] {
  const splitter = new ListSplitter()
  const entries = pieces.flatMap((piece) => splitter.push(piece))
  splitter.end()
  return entries
}

const list = {
  echo: { spec: { description: 'quotes " and \\ and {[' }, status: {} },
  'od"d\\': { labels: { a: [1, { b: null }], 'c}': '\\"}' }, size: -1.5e3 },
  größe: {},
}

describe('ListSplitter', () => {
  it.each([0, 1, 2])('takes a list apart, indented by %i', (indent) => {
    const entries = split(JSON.stringify(list, null, indent))
    expect(Object.fromEntries(entries.map(({ key, text }) => [key, JSON.parse(text) as unknown]))).toEqual(
      list,
    )
  })

  it.each([1, 2, 3, 7])('wherever the text is cut: pieces of %i', (size) => {
    const text = JSON.stringify(list, null, 1)
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
      text.slice(at * size, (at + 1) * size),
    )
    expect(split(...pieces)).toEqual(split(text))
  })

  it('gives each entry as soon as it is there', () => {
    const splitter = new ListSplitter()
    expect(splitter.push('{"a": {"x": 1}, "b": {')).toEqual([{ key: 'a', text: '{"x": 1}' }])
    expect(splitter.push('}')).toEqual([{ key: 'b', text: '{}' }])
  })

  it.each([[''], ['null'], [' null\n'], ['{}'], ['{ }\n']])('takes %j for an empty list', (text) => {
    expect(split(text)).toEqual([])
  })

  it('leaves out what is no object', () => {
    expect(split('{"a": null, "b": 12, "c": "text }", "d": [{}, "]"], "e": true, "f": {}}')).toEqual([
      { key: 'f', text: '{}' },
    ])
  })

  it.each([
    ['{'],
    ['{"a": {}'],
    ['{"a": {'],
    ['{"a": {},}'],
    ['{"a" {}}'],
    ['{a: {}}'],
    ['[{}]'],
    ['nothing'],
    ['nul'],
    ['404 page not found'],
    ['{} {}'],
  ])('refuses %j', (text) => {
    expect(() => split(text)).toThrow(SyntaxError)
  })
})
