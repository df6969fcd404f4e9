import { describe, expect, it } from 'vitest'
import type { FunctionEventConfig } from '@/api/generated/schema'
import { readEvents, writeEvents } from './event-files'
import { expectationsKey } from './expectation'

const events: FunctionEventConfig[] = [
  {
    metadata: {
      name: 'one',
      namespace: 'nuclio',
      resourceVersion: '7',
      labels: { 'nuclio.io/function-name': 'demo', 'nuclio.io/project-name': 'p1', team: 'a' },
      annotations: { note: 'x' },
    },
    spec: {
      displayName: 'One: a # sign',
      triggerKind: 'http',
      body: 'line 1\nline 2\n  yes\t1\r\n',
      attributes: {
        method: 'GET',
        path: '/a?b=c',
        headers: { 'x-number': 1, 'x-text': '1', 'x-yes': 'yes', 'x-flag': false },
        later: [null, { deep: '0x1' }],
        [expectationsKey]: [{ on: 'json', path: '$', test: 'equals', value: null }],
      },
    },
  },
  { metadata: { name: 'two' }, spec: { displayName: '二', body: '' } },
]

const portable: FunctionEventConfig[] = [
  {
    metadata: {
      name: 'one',
      labels: { 'nuclio.io/function-name': 'demo', team: 'a' },
      annotations: { note: 'x' },
    },
    spec: events[0]?.spec ?? {},
  },
  { metadata: { name: 'two' }, spec: { displayName: '二', body: '' } },
]

const configs = (text: string) => readEvents(text).events?.map(({ config }) => config)
const faults = (text: string) => readEvents(text).faults?.map(({ line, message }) => `${line}: ${message}`)

describe('files of events', () => {
  it.each(['yaml', 'json'] as const)('come back as they were written, as %s', (format) => {
    const text = writeEvents(events, format)
    expect(configs(text)).toEqual(portable)
    expect(text).not.toContain('p1')
    expect(configs(text.replaceAll('\n', '\r\n'))).toHaveLength(2)
  })

  it('may be a list, a map by name, a single event, a project, or several documents', () => {
    const one = { metadata: { name: 'a' }, spec: { body: 'x' } }
    for (const value of [
      [one],
      { a: one },
      one,
      { project: {}, functionEvents: { a: one } },
      { items: [one] },
    ]) {
      expect(configs(JSON.stringify(value))).toEqual([one])
      expect(configs(JSON.stringify(value, null, '\t'))).toEqual([one])
    }
    expect(configs('metadata: {name: a}\nspec: {body: x}\n---\n---\n- spec: {}\n- spec: {}\n')).toEqual([
      one,
      { metadata: {}, spec: {} },
      { metadata: {}, spec: {} },
    ])
  })

  it('take the name from the key of a map where there is no other', () => {
    expect(configs('a:\n  spec: {}\nb:\n  metadata: {name: c}\n  spec: {}')).toEqual([
      { metadata: { name: 'a' }, spec: {} },
      { metadata: { name: 'c' }, spec: {} },
    ])
  })

  it('know anchors and merged keys', () => {
    const text = 'a: &base\n  spec: &s {body: x}\nb:\n  spec:\n    <<: *s\n    displayName: B\nc: *base\n'
    expect(configs(text)).toEqual([
      { metadata: { name: 'a' }, spec: { body: 'x' } },
      { metadata: { name: 'b' }, spec: { body: 'x', displayName: 'B' } },
      { metadata: { name: 'c' }, spec: { body: 'x' } },
    ])
  })

  it('leave out what has nothing behind it, but not in foreign attributes', () => {
    expect(
      configs('- metadata:\n    labels:\n  spec:\n    body:\n    attributes: {headers: , own: }'),
    ).toEqual([{ metadata: {}, spec: { attributes: { own: null } } }])
    expect(configs('- metadata:\n  spec: {attributes: }')).toEqual([{ metadata: {}, spec: {} }])
  })

  it('say in which line an event begins', () => {
    expect(readEvents('# two\n- spec: {}\n- spec: {}\n').events?.map(({ line }) => line)).toEqual([2, 3])
    expect(readEvents('# by name\na:\n  spec: {}\n').events?.[0]?.line).toBe(2)
  })

  it.each([
    ['', ['1: There are no events in it.']],
    ['[]', ['1: There are no events in it.']],
    ['# nothing', ['1: There are no events in it.']],
    ['hello', ['1: These are no events: an event has “spec”, and mostly “metadata”.']],
    ['a: 1', ['1: These are no events: an event has “spec”, and mostly “metadata”.']],
    ['- spec: {}\n- 7', ['2: An event is written as keys and values.']],
    ['- spec: {}\n- metadata: {name: a}', ['2: “spec” is missing.']],
    ['spec: 7', ['1: “spec” must hold keys and values.']],
    ['kind: NuclioFunction\nspec: {}', ['1: This describes something else: its kind is “NuclioFunction”.']],
    ['spec:\n  body: 7', ['2: “body” must be text; put it in quotes.']],
    ['spec:\n  body: {a: 1}', ['2: “body” must be text; put it in quotes.']],
    ['metadata:\n  name: 7\nspec: {}', ['2: The name must be text.']],
    ['metadata:\n  labels: {a: 1}\nspec: {}', ['2: “labels” must hold keys with text.']],
    ['spec:\n  attributes:\n    headers:\n      a: [1]', ['4: The header “a” must be text or a number.']],
    ['spec:\n  attributes:\n    path: 1', ['3: “path” must be text.']],
    [
      'metadata:\n  name: A B\nspec: {}',
      [
        '2: The name cannot be used: Use lower-case letters, digits, hyphens and dots; begin and end with a letter or a digit.',
      ],
    ],
    [
      '- metadata: {name: a}\n  spec: {}\n- metadata: {name: a}\n  spec: {}',
      ['3: There is an event “a” in line 1 already.'],
    ],
    [
      '- spec: {}\n---\nspec: {body: 1}\n---\nspec: 1',
      ['3: “body” must be text; put it in quotes.', '5: “spec” must hold keys and values.'],
    ],
  ])('refuse %j and say where', (text, words) => {
    expect(faults(text)).toEqual(words)
  })

  it('refuse what is no YAML, and show where', () => {
    const { faults: found } = readEvents('- spec: {}\n- spec: {body: "x}\n')
    expect(found?.[0]?.line).toBeGreaterThan(1)
    expect(readEvents('{"a": ').faults).toBeDefined()
    expect(readEvents('spec: *nowhere').faults).toBeDefined()
    expect(readEvents(`${'['.repeat(20_000)}`).faults).toBeDefined()
    expect(faults(`spec: {displayName: ${'x'.repeat(129)}}`)?.[0]).toContain('129')
  })

  it('refuse aliases that multiply', () => {
    const text = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
    for (const [at, by] of ['ba', 'cb', 'dc', 'ed'].map((pair) => [...pair]))
      text.push(`${at ?? ''}: &${at ?? ''} [${Array.from({ length: 10 }, () => `*${by ?? ''}`).join(',')}]`)
    expect(readEvents(text.join('\n')).faults).toBeDefined()
  })
})
