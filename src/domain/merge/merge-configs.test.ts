import { describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { decodeSource, encodeSource } from '@/domain/function-config'
import { setAt, valueAt, type Path } from '@/lib/tree'
import { decide } from './decide'
import { mergeConfigs, type Clash } from './merge-configs'

const lines = ['import os', '', 'def handler(context, event):', '    a = 1', '    b = 2', '    return a', '']

const base = {
  metadata: {
    name: 'echo',
    namespace: 'nuclio',
    labels: { team: 'a' },
    resourceVersion: '7',
    later: { kept: 1 },
  },
  spec: {
    description: 'old',
    handler: 'main:handler',
    runtime: 'python:3.11',
    env: [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ],
    resources: { requests: { cpu: '25m', memory: '1Mi' } },
    build: {
      functionSourceCode: encodeSource(lines.join('\n')),
      codeEntryType: 'sourceCode',
      commands: ['one', 'two', 'three'],
    },
    triggers: {
      http: { kind: 'http', name: 'http', class: '', numWorkers: 1, attributes: { port: 0 } },
      tick: { kind: 'cron', name: 'tick', class: '', attributes: { interval: '1m' } },
    },
    volumes: [
      {
        volume: { name: 'data', hostPath: { path: '/a' } },
        volumeMount: { name: 'data', mountPath: '/data' },
      },
    ],
    futureField: { deep: [1, 2] },
  },
} as unknown as FunctionConfig

const at = (...keys: string[]): Path => keys
const spec = (...keys: string[]): Path => ['spec', ...keys]
const edits = (...changes: [Path, unknown][]): FunctionConfig =>
  changes.reduce((config, [path, value]) => setAt(config, path, value), base)
const source = (change: (lines: string[]) => string[]): [Path, unknown] => [
  spec('build', 'functionSourceCode'),
  encodeSource(change([...lines]).join('\n')),
]
const sourceOf = (config: FunctionConfig) => decodeSource(config.spec.build?.functionSourceCode)?.split('\n')
const brief = (clashes: Clash[]) =>
  clashes.map(({ path, base: old, mine, theirs }) => [path.slice(1).join('.'), old, mine, theirs])

describe('different places', () => {
  it.each<[string, [Path, unknown][], [Path, unknown][]]>([
    ['fields', [[spec('handler'), 'a:b']], [[spec('description'), 'new']]],
    [
      'fields of one trigger',
      [[spec('triggers', 'http', 'numWorkers'), 4]],
      [[spec('triggers', 'http', 'attributes', 'port'), 9]],
    ],
    ['triggers', [[spec('triggers', 'tick'), undefined]], [[spec('triggers', 'new'), { kind: 'nats' }]]],
    ['unknown fields', [[spec('futureField', 'mine'), 1]], [[at('metadata', 'later', 'theirs'), { x: 2 }]]],
    [
      'parts of a volume',
      [[spec('volumes', '0', 'volumeMount', 'readOnly'), true]],
      [[spec('volumes', '0', 'volume', 'hostPath', 'path'), '/b']],
    ],
    ['maps that were not there', [[spec('nodeSelector', 'a'), '1']], [[spec('nodeSelector', 'b'), '2']]],
  ])('%s merge without a question', (_, mine, theirs) => {
    const { merged, clashes } = mergeConfigs(base, edits(...mine), edits(...theirs))
    expect(clashes).toEqual([])
    expect(merged).toEqual(edits(...mine, ...theirs))
  })

  it('are variables, by their names', () => {
    const mine = edits([
      spec('env'),
      [
        { name: 'A', value: 'mine' },
        { name: 'B', value: '2' },
        { name: 'M', value: '' },
      ],
    ])
    const theirs = edits([
      spec('env'),
      [
        { name: 'T', value: 't' },
        { name: 'A', value: '1' },
      ],
    ])
    const { merged, clashes, theirs: changed } = mergeConfigs(base, mine, theirs)
    expect(clashes).toEqual([])
    expect(merged.spec.env).toEqual([
      { name: 'T', value: 't' },
      { name: 'A', value: 'mine' },
      { name: 'M', value: '' },
    ])
    expect(changed.map(({ path }) => path.join('.'))).toEqual(['spec.env.T', 'spec.env.B'])
  })

  it('are commands, by item, and both keep what they put in at one place', () => {
    const commands = spec('build', 'commands')
    const merge = (mine: string[], theirs: string[]) =>
      mergeConfigs(base, edits([commands, mine]), edits([commands, theirs]))
    expect(merge(['one', 'TWO', 'three'], ['one', 'two', 'THREE']).merged.spec.build?.commands).toEqual([
      'one',
      'TWO',
      'THREE',
    ])
    expect(merge(['one', 'three'], ['zero', 'one', 'two', 'three']).merged.spec.build?.commands).toEqual([
      'zero',
      'one',
      'three',
    ])
    const both = merge(['one', 'two', 'three', 'mine'], ['one', 'two', 'three', 'theirs'])
    expect(both.merged.spec.build?.commands).toEqual(['one', 'two', 'three', 'theirs', 'mine'])
    expect(both.clashes).toEqual([])
    expect(merge(['one'], ['one', 'two', 'three', 'x']).merged.spec.build?.commands).toEqual(['one', 'x'])
  })

  it('are lines of the source', () => {
    const mine = edits(source((all) => all.with(3, '    a = "mine"')))
    const theirs = edits(source((all) => all.toSpliced(0, 1, 'import os, sys').with(4, '    b = "theirs"')))
    const { merged, clashes } = mergeConfigs(base, mine, theirs)
    expect(clashes).toEqual([])
    expect(sourceOf(merged)).toEqual([
      'import os, sys',
      '',
      lines[2],
      '    a = "mine"',
      '    b = "theirs"',
      lines[5],
      '',
    ])
  })
})

describe('one place', () => {
  it.each<[string, Path, unknown, unknown]>([
    ['a text', spec('description'), 'mine', 'theirs'],
    ['a number', spec('triggers', 'http', 'numWorkers'), 2, 3],
    ['an unknown field', spec('futureField', 'more'), 1, 2],
    ['a removed field that the other changed', spec('handler'), undefined, 'x:y'],
    [
      'a changed trigger that the other removed',
      spec('triggers', 'tick'),
      { kind: 'cron', name: 'tick', class: '', attributes: { interval: '5m' } },
      undefined,
    ],
    ['a trigger of one name by both', spec('triggers', 'in'), { kind: 'cron' }, { kind: 'kafka' }],
  ])('%s is a question, and mine stands until it is answered', (_, path, own, other) => {
    const merge = mergeConfigs(base, edits([path, own]), edits([path, other]))
    expect(merge.clashes).toEqual([
      { id: JSON.stringify(path), path, base: valueAt(base, path), mine: own, theirs: other },
    ])
    expect(merge.merged).toEqual(edits([path, own]))
    const [clash] = merge.clashes
    if (!clash) return
    expect(decide(merge, [{ clash, choice: 'mine' }]).merged).toEqual(edits([path, own]))
    expect(decide(merge, [{ clash, choice: 'theirs' }]).merged).toEqual(edits([path, other]))
    expect(decide(merge, [{ clash, choice: { value: 'third' } }])).toEqual({
      merged: edits([path, 'third']),
      base: edits([path, other]),
    })
  })

  it('is a variable as a whole', () => {
    const ref = { name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }
    const mine = edits([spec('env', '0'), ref])
    const theirs = edits([spec('env', '0', 'value'), '9'])
    const merge = mergeConfigs(base, mine, theirs)
    expect(brief(merge.clashes)).toEqual([
      ['env.A', { name: 'A', value: '1' }, ref, { name: 'A', value: '9' }],
    ])
    const [clash] = merge.clashes
    if (clash) expect(decide(merge, [{ clash, choice: 'theirs' }]).merged).toEqual(theirs)
  })

  it('is told of as a whole, too', () => {
    const theirs = edits([spec('env', '0', 'value'), '9'])
    expect(mergeConfigs(base, edits([spec('handler'), 'a:b']), theirs).theirs).toEqual([
      { path: spec('env', 'A'), from: { name: 'A', value: '1' }, to: { name: 'A', value: '9' } },
    ])
  })

  it('is brought back where its whole list was removed', () => {
    const merge = mergeConfigs(base, edits([spec('env'), undefined]), edits([spec('env', '0', 'value'), '9']))
    expect(brief(merge.clashes)).toEqual([
      ['env.A', { name: 'A', value: '1' }, undefined, { name: 'A', value: '9' }],
    ])
    const [clash] = merge.clashes
    if (clash)
      expect(decide(merge, [{ clash, choice: 'theirs' }]).merged.spec.env).toEqual([
        { name: 'A', value: '9' },
      ])
  })

  it('is the same change on both sides: no question', () => {
    const both = edits(
      [spec('handler'), 'a:b'],
      [spec('env', '1'), undefined],
      source((all) => ['x', ...all]),
    )
    const merge = mergeConfigs(base, both, both)
    expect(merge).toMatchObject({ clashes: [], merged: both, base: both, mine: [] })
  })

  it('may be written in another way by the server', () => {
    const mine = edits(
      [spec('resources', 'requests', 'cpu'), '0.5'],
      [spec('triggers', 'in'), { kind: 'http', maxWorkers: 1 }],
    )
    const theirs = edits(
      [spec('resources', 'requests', 'cpu'), '500m'],
      [spec('triggers', 'in'), { kind: 'http', maxWorkers: 1, class: '', name: 'in', numWorkers: 1 }],
    )
    expect(mergeConfigs(base, mine, theirs)).toMatchObject({ clashes: [], merged: theirs })
  })

  it('is each item of a list that both replaced', () => {
    const commands = spec('build', 'commands')
    const merge = mergeConfigs(
      base,
      edits([commands, ['one', 'M', 'three']]),
      edits([commands, ['ONE', 'T', 'three', 'x']]),
    )
    expect(brief(merge.clashes)).toEqual([['build.commands', ['two'], ['M'], ['T']]])
    expect(merge.merged.spec.build?.commands).toEqual(['ONE', 'M', 'three', 'x'])
    const [clash] = merge.clashes
    if (clash)
      expect(decide(merge, [{ clash, choice: { value: ['M', 'T'] } }]).merged.spec.build?.commands).toEqual([
        'ONE',
        'M',
        'T',
        'three',
        'x',
      ])
  })
})

describe('the source', () => {
  it('asks for each stretch that both changed, and they are settled in any order', () => {
    const mine = edits(source((all) => all.with(0, 'import m').with(5, '    return m')))
    const theirs = edits(
      source((all) => all.with(0, 'import t').with(3, '    a = 3').with(5, '    return t')),
    )
    const merge = mergeConfigs(base, mine, theirs)
    expect(brief(merge.clashes).map(([, ...values]) => values)).toEqual([
      [['import os'], ['import m'], ['import t']],
      [['    return a'], ['    return m'], ['    return t']],
    ])
    const [first, last] = merge.clashes
    if (!first || !last) return
    const settled = decide(merge, [
      { clash: first, choice: { value: ['import m', 'import t'] } },
      { clash: last, choice: 'theirs' },
    ])
    expect(sourceOf(settled.merged)).toEqual([
      'import m',
      'import t',
      '',
      lines[2],
      '    a = 3',
      lines[4],
      '    return t',
      '',
    ])
    expect(settled.base).toEqual(theirs)
    const one = decide(merge, [{ clash: last, choice: 'mine' }])
    const again = mergeConfigs(one.base, one.merged, theirs)
    expect(brief(again.clashes)).toEqual([brief(merge.clashes)[0]])
  })

  it('asks where both put lines in at one place, and where one rewrote what the other removed', () => {
    const put = (text: string) => edits(source((all) => all.toSpliced(2, 0, text)))
    expect(brief(mergeConfigs(base, put('m'), put('t')).clashes)).toEqual([
      ['build.functionSourceCode', [], ['m'], ['t']],
    ])
    const removed = edits(source((all) => all.toSpliced(3, 2)))
    const rewritten = edits(source((all) => all.with(4, '    b = 3')))
    expect(mergeConfigs(base, removed, rewritten).clashes).toHaveLength(1)
    const more = edits(source((all) => all.toSpliced(4, 2)))
    expect(sourceOf(mergeConfigs(base, removed, more).merged)).toEqual([...lines.slice(0, 3), ''])
  })

  it('is one value where it is no text', () => {
    const path = spec('build', 'functionSourceCode')
    expect(mergeConfigs(base, edits([path, '/w==']), edits([path, '/v==']))).toMatchObject({
      clashes: [{ path, mine: '/w==', theirs: '/v==' }],
    })
    expect(
      mergeConfigs(base, edits([path, undefined]), edits([path, encodeSource('x')])).clashes,
    ).toHaveLength(1)
  })
})

describe('what the server writes', () => {
  it('is taken, and is nobody’s change', () => {
    const mine = edits([spec('handler'), 'a:b'])
    const theirs = edits(
      [at('metadata', 'resourceVersion'), '8'],
      [spec('image'), 'built'],
      [spec('build', 'timestamp'), 5],
    )
    const merge = mergeConfigs(base, mine, theirs)
    expect(merge).toMatchObject({ clashes: [], theirs: [], base: theirs })
    expect(merge.merged).toEqual(setAt(theirs, spec('handler'), 'a:b'))
  })

  it('does not take an edit away', () => {
    const mine = edits([spec('build', 'offline'), true])
    const theirs = edits([spec('build', 'offline'), false], [spec('description'), 'new'])
    const { merged, clashes } = mergeConfigs(base, mine, theirs)
    expect(clashes).toEqual([])
    expect(merged.spec.build?.offline).toBe(true)
  })

  it('is a person’s choice where nothing is built', () => {
    const image = edits([spec('build'), {}], [spec('image'), 'a'])
    const [mine, theirs] = [setAt(image, spec('image'), 'm'), setAt(image, spec('image'), 't')]
    expect(mergeConfigs(image, mine, theirs).clashes).toHaveLength(1)
  })
})

it('leaves one http trigger where the server made one of its own', () => {
  const http = spec('triggers', 'http')
  const mine = edits([http, undefined], [spec('triggers', 'mine'), { kind: 'http', name: 'mine' }])
  const implied = { class: '', kind: 'http', name: 'default-http', numWorkers: 1 }
  const theirs = edits([http, undefined], [spec('triggers', 'default-http'), implied])
  const { merged, clashes } = mergeConfigs(base, mine, theirs)
  expect(clashes).toEqual([])
  expect(Object.keys(merged.spec.triggers ?? {})).toEqual(['tick', 'mine'])
})

it('survives values of wrong types', () => {
  const mine = edits([spec('env'), 'text'], [spec('triggers'), 7], [spec('resources'), []])
  const theirs = edits([spec('env', '0', 'value'), '5'], [spec('triggers', 'x'), { kind: 'cron' }])
  const { merged, clashes } = mergeConfigs(base, mine, theirs)
  expect(merged).toEqual(mine)
  expect(clashes.map(({ path }) => path.join('.'))).toEqual(['spec.env', 'spec.triggers'])
})
