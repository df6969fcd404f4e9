import { describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { functionYaml, readFunctionDocument, type FunctionDocument } from '@/domain/function-document'
import { applyChanges, setAt } from '@/lib/tree'
import { freshText, remarksOn, textOfFile, withConfig, withTyped, type YamlText } from './yaml-text'

const config: FunctionConfig = {
  metadata: {
    name: 'echo',
    namespace: 'nuclio',
    resourceVersion: '7',
    labels: { 'nuclio.io/project-name': 'shop', team: 'a' },
  },
  spec: {
    runtime: 'python:3.11',
    handler: 'main:handler',
    build: { timestamp: 7 },
    env: [{ name: 'A', value: '1' }],
  },
}

const type = (before: YamlText, text: string, at = config) => {
  const { now, edits } = withTyped(before, text, at)
  const draft = applyChanges(
    at,
    edits.map(({ path, value }) => ({ path, from: undefined, to: value })),
  )
  return { now, edits, draft }
}
const read = (text: string): FunctionDocument => {
  const { ok, faults } = readFunctionDocument(text)
  if (!ok) throw new Error(JSON.stringify(faults))
  return ok
}
const remarks = (yaml: YamlText) =>
  remarksOn(yaml, config, 'nuclio').map(({ line, message }) => `${line}: ${message}`)

describe('the YAML of a function beside its draft', () => {
  it('changes in the draft what changes in the text, and keeps what the text does not show', () => {
    const fresh = freshText(config)
    const { draft, edits } = type(fresh, fresh.text.replace('main:handler', 'main:other'))
    expect(edits).toEqual([{ path: ['spec', 'handler'], value: 'main:other' }])
    expect(draft).toEqual(setAt(config, ['spec', 'handler'], 'main:other'))
  })

  it('follows the draft without losing comments', () => {
    const { now } = type(freshText(config), `# mine\n${freshText(config).text}`)
    const next = withConfig(now, setAt(config, ['spec', 'replicas'], 2))
    expect(next.text).toBe(`# mine\n${functionYaml(setAt(config, ['spec', 'replicas'], 2))}`)
    expect(withConfig(next, setAt(config, ['spec', 'replicas'], 2))).toBe(next)
  })

  it('leaves the draft alone while it cannot be read, and says where that is', () => {
    const fresh = freshText(config)
    const { now, edits } = type(fresh, fresh.text.replace('handler: main', 'handler: "main'))
    expect(edits).toEqual([])
    expect(now.faults[0]?.line).toBeGreaterThan(5)
    expect(withConfig(now, setAt(config, ['spec', 'replicas'], 2))).toBe(now)
  })

  it('keeps what the forms changed while it was broken', () => {
    const fresh = freshText(config)
    const { now: broken } = type(fresh, `${fresh.text}: [`)
    const byForm = setAt(config, ['spec', 'replicas'], 2)
    const { now, draft } = type(broken, fresh.text.replace('main:handler', 'main:other'), byForm)
    expect(draft).toEqual(setAt(byForm, ['spec', 'handler'], 'main:other'))
    expect(withConfig(now, draft).text).toContain('replicas: 2')
  })

  it('cannot rename or move the function, and says so', () => {
    const fresh = freshText(config)
    const text = fresh.text
      .replace('name: echo', 'name: other\n  namespace: elsewhere')
      .replace('project-name: shop', 'project-name: home')
    const { now, edits } = type(fresh, text)
    expect(edits).toEqual([])
    expect(withConfig(now, config).text).toBe(text)
    expect(remarks(now)).toEqual([
      '4: The name of a function cannot change: this one stays echo. Duplicate it to have it under another name.',
      '5: A function cannot move to another namespace: this one stays in nuclio.',
      '7: A function cannot move to another project: this one stays in shop.',
    ])
  })

  it('says what of the text is not sent', () => {
    const { now } = type(freshText(config), `${freshText(config).text}status: {}\n`)
    expect(remarks(now).at(-1)).toMatch(/“status” is no part of a function/)
  })

  it('takes a document from elsewhere under its own name and project', () => {
    const file = read('# theirs\nmetadata:\n  name: other # name\n  namespace: far\nspec:\n  handler: a:b\n')
    const opened = textOfFile(file, config)
    expect(opened.text).toContain('# theirs')
    expect(opened.text).toContain('name: echo # name')
    expect(opened.text).toContain('nuclio.io/project-name: shop')
    expect(opened.written.spec).toEqual({ handler: 'a:b' })
  })
})
