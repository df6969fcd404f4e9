import { describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import {
  functionYaml,
  placeOf,
  readFunctionDocument,
  writtenPart,
  type FunctionDocument,
} from './function-document'
import { rewritten } from './function-document-edit'

const config: FunctionConfig = {
  metadata: { name: 'echo', namespace: 'nuclio', resourceVersion: '7', labels: { a: 'b' } },
  spec: {
    runtime: 'python:3.11',
    handler: 'main:handler',
    env: [
      { name: 'A', value: 'yes' },
      { name: 'B', value: '012' },
    ],
    build: { functionSourceCode: 'QQ=='.repeat(80), timestamp: 7 },
  },
}

const read = (text: string): FunctionDocument => {
  const { ok, faults } = readFunctionDocument(text)
  if (!ok) throw new Error(JSON.stringify(faults))
  return ok
}
const faults = (text: string) =>
  (readFunctionDocument(text).faults ?? []).map(({ line, column, message }) => [line, column, message])
const changed = (text: string, change: (config: FunctionConfig) => void): string => {
  const at = read(text)
  const next = structuredClone(at.written) as unknown as FunctionConfig
  change(next)
  const result = rewritten(at, next)
  expect(read(result).written).toEqual(writtenPart(next))
  return result
}

describe('the function.yaml of a configuration', () => {
  it('begins as the command line writes it, and leaves out what belongs to the server', () => {
    const text = functionYaml(config)
    expect(text).toMatch(/^apiVersion: nuclio.io\/v1\nkind: NuclioFunction\nmetadata:\n {2}name: echo\n/)
    expect(text).not.toMatch(/namespace|resourceVersion|timestamp/)
  })

  it('keeps long lines whole and quotes what older readers take for another type', () => {
    const text = functionYaml(config)
    expect(text).toContain(`functionSourceCode: ${'QQ=='.repeat(80)}\n`)
    expect(text).toContain('value: "yes"')
    expect(text).toContain('value: "012"')
  })

  it('says the same when it is read again', () => {
    expect(read(functionYaml(config)).written).toEqual(writtenPart(config))
  })
})

describe('reading a function.yaml', () => {
  it('tells of a broken text what is wrong with it, and nothing of the parser', () => {
    const text =
      'kind: NuclioFunction\n  : : [\nspec:\n  triggers:\n    cron:\n      class: ""\n      kind: cron\n'
    expect(faults(text)).toEqual([
      [2, 5, 'Nested mappings are not allowed in compact mappings.'],
      [3, 1, 'Flow sequence in block collection must be sufficiently indented and end with a ].'],
    ])
  })

  it('takes JSON too, and says what it leaves out', () => {
    const at = read('{"metadata": {"name": "a", "namespace": "other"}, "spec": {}, "status": {}, "more": 1}')
    expect(at.written).toEqual({ metadata: { name: 'a' }, spec: {} })
    expect(at.namespace).toBe('other')
    expect(at.leftOut).toEqual(['status', 'more'])
  })

  it('counts a key with nothing behind it as left out', () => {
    expect(read('metadata: {name: a}\nspec:\n  env:\n  replicas: ~\n').written.spec).toEqual({})
  })

  it('resolves anchors and merged keys', () => {
    const text =
      'x: &base {kind: cron}\nmetadata: {name: a}\nspec:\n  triggers:\n    t: {<<: *base, name: t}\n'
    expect(read(text).written.spec).toEqual({ triggers: { t: { kind: 'cron', name: 't' } } })
  })

  it.each([
    ['', 'There is nothing in it yet. A function has “metadata” and “spec”.', [1, 1]],
    ['# only words\n', 'There is nothing in it yet. A function has “metadata” and “spec”.', [1, 1]],
    ['- 1\n', 'A function is written as keys and values, with “metadata” and “spec”.', [1, 1]],
    ['metadata: {name: a}\n', '“spec” is missing.', [1, 1]],
    ['\nproject: {}\n', 'This is not a function: a function has “metadata” and “spec”.', [2, 1]],
    ['metadata: {name: a}\nspec: []\n', '“spec” must hold keys and values.', [2, 1]],
    [
      'kind: Deployment\nmetadata: {name: a}\nspec: {}\n',
      'This describes something else: its kind is “Deployment”, not “NuclioFunction”.',
      [1, 1],
    ],
    [
      'metadata: {name: a}\nspec: {}\n---\nmetadata: {name: b}\nspec: {}\n',
      'There are 2 documents in it, split by “---”. A function is one document.',
      [3, 1],
    ],
  ])('refuses %j in words', (text, message, [line, column]) => {
    expect(faults(text)).toEqual([[line, column, message]])
  })

  it('says where a text stops being YAML', () => {
    const [[line, column, message] = []] = faults('metadata:\n  name: "a\nspec: {}\n')
    expect(line).toBeGreaterThan(1)
    expect(column).toBeGreaterThan(0)
    expect(message).toMatch(/quote/i)
    expect(faults('metadata: {name: *nobody}\nspec: {}\n')[0]?.[2]).toMatch(/nobody/)
  })
})

describe('places in a document', () => {
  const text =
    'metadata: {name: a}\nspec:\n  env:\n    - name: A\n      value: x\n  triggers:\n    t:\n      kind: cron\n'
  const at = read(text)
  const placed = (...path: string[]) => text.slice(...placeOf(at, path))

  it('finds values, the keys of what is large, and the key above what is missing', () => {
    expect(placed('spec', 'env', '0', 'value')).toBe('x')
    expect(placed('spec', 'triggers', 't')).toBe('t')
    expect(placed('spec', 'triggers', 't', 'kind')).toBe('cron')
    expect(placed('spec', 'triggers', 't', 'attributes', 'schedule')).toBe('t')
    expect(placed('spec', 'handler')).toBe('spec')
  })
})

describe('a changed configuration in the text of a document', () => {
  const text = `# about this function
apiVersion: nuclio.io/v1
metadata:
    name:   echo   # its name
spec:
    replicas: 0x10
    env:
    # the first
    - { name: A, value: 'one' } # one
    # the second
    - name: B
      value: two

    description: |
        Several
        lines
`

  it('touches nothing but the value', () => {
    expect(changed(text, ({ spec }) => (spec.replicas = 3))).toBe(text.replace('0x10', '3'))
    const renamed = changed(
      text,
      ({ spec }) =>
        (spec.env = [
          { name: 'A', value: 'one, [two]' },
          { name: 'B', value: '' },
        ]),
    )
    expect(renamed).toBe(text.replace("'one'", "'one, [two]'").replace('two\n\n', '""\n\n'))
  })

  it('keeps comments when keys come and go', () => {
    const result = changed(text, ({ spec }) => {
      delete spec.replicas
      spec.handler = 'main:handler'
      spec.env = [{ name: 'C', value: 'new' }, ...(spec.env ?? []).slice(1)]
    })
    expect(result).toContain('# about this function')
    expect(result).toContain('# its name')
    expect(result).toContain('# the second\n')
    expect(result).toContain('description: |\n')
    expect(result).not.toContain('replicas')
  })

  it('keeps the comment of an item that moves', () => {
    const result = changed(text, ({ spec }) => void spec.env?.reverse())
    expect(result.indexOf('# the second')).toBeLessThan(result.indexOf('# one'))
  })

  it('says what is wanted where anchors would change more than one place', () => {
    const shared = 'metadata: {name: a}\nspec:\n  env:\n    - &one {name: A, value: "1"}\n    - *one\n'
    changed(shared, ({ spec }) => {
      const first = spec.env?.[0]
      if (first) first.value = '2'
    })
    const merged =
      'x: &base {kind: cron, disabled: true}\nmetadata: {name: a}\nspec:\n  triggers:\n    t: {<<: *base, name: t}\n'
    changed(merged, ({ spec }) => delete spec.triggers?.['t']?.disabled)
    const result = changed(merged, ({ spec }) => Object.assign(spec.triggers?.['t'] ?? {}, { name: 'u' }))
    expect(result).toContain('<<: *base')
  })

  it('leaves alone what belongs to the server, and fields of the same name elsewhere', () => {
    const owned =
      'metadata: {name: a, namespace: other}\nspec:\n  triggers:\n    t: {kind: eventhub, attributes: {namespace: x}}\n'
    expect(
      changed(owned, ({ spec }) => (spec.triggers = { t: { kind: 'eventhub', attributes: {} } })),
    ).toContain('namespace: other')
  })
})
