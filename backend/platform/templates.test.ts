import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { FunctionSpec, FunctionTemplate, ParametricTemplate } from '@/api/generated/schema'
import { renderTemplate } from './render-template'
import { loadTemplates } from './templates'

const directory = fileURLToPath(new URL('../templates', import.meta.url))

/** The function of a template, whose values are the ones that it starts with. */
function configOf(template: FunctionTemplate | ParametricTemplate): FunctionSpec {
  if (!('template' in template)) return template.spec
  const values = Object.fromEntries(
    Object.entries(template.values ?? {}).map(([name, { attributes }]) => [
      name,
      attributes?.defaultValue ?? '',
    ]),
  )
  return renderTemplate({ template: template.template, values }).spec as FunctionSpec
}

describe('the templates', () => {
  it('each describe a whole function, under a name that stays the same', async () => {
    const templates = await (await loadTemplates(directory)).list()
    const again = await (await loadTemplates(directory)).list()
    expect(again).toEqual(templates)
    for (const template of templates) {
      expect(template.metadata?.name).toMatch(/^[a-z][a-z-]*:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      const spec = configOf(template)
      expect(spec).toMatchObject({
        runtime: expect.any(String),
        handler: expect.any(String),
        description: expect.stringMatching(/\.$/),
      })
      const source = Buffer.from(spec.build?.functionSourceCode ?? '', 'base64').toString()
      // The entry point that the handler names is in the source; a shell handler is the file itself.
      const entry = spec.handler === 'main.sh' ? '#!/bin/sh' : (spec.handler?.split(':').at(-1) ?? '')
      expect(source).toContain(entry)
    }
    const runtimes = new Set(templates.map((template) => configOf(template).runtime))
    expect(runtimes).toEqual(new Set(['python:3.11', 'nodejs', 'shell', 'golang', 'java', 'ruby']))
  })

  it('ask for values of every kind', async () => {
    const templates = await (await loadTemplates(directory)).list()
    const values = templates.flatMap((template) =>
      'template' in template ? Object.values(template.values ?? {}) : [],
    )
    expect(new Set(values.map(({ kind }) => kind))).toEqual(new Set(['string', 'number', 'choice']))
    expect(values.some(({ required }) => !required)).toBe(true)
    expect(values.some(({ attributes }) => attributes?.minValue !== undefined)).toBe(true)
  })

  it('are found by a part of name or configuration, in the right case', async () => {
    const templates = await loadTemplates(directory)
    const titles = async (contains: string) =>
      (await templates.list(contains)).map(({ metadata }) => metadata?.name?.split(':')[0])
    expect(await titles('word-c')).toEqual(['word-count'])
    expect(await titles('golang')).toEqual(['hello-go'])
    expect(await titles('Golang')).toEqual([])
    expect(await titles('user_data')).toEqual(['visit-counter'])
    expect(await titles('v3ioStream')).toEqual(['stream-totals'])
    expect(await titles('Shared secret')).toEqual(['signed-webhook'])
    expect(await titles('')).toEqual(
      (await templates.list()).map(({ metadata }) => metadata?.name?.split(':')[0]),
    )
  })

  it('are not found by the base64 of their source', async () => {
    const templates = await loadTemplates(directory)
    const all = await templates.list()
    for (const template of all) {
      const source = configOf(template).build?.functionSourceCode ?? ''
      expect(source).not.toBe('')
      expect(await templates.list(source.slice(0, 12))).toEqual([])
    }
  })

  it('must have one source each', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'templates-'))
    await mkdir(join(folder, 'broken'))
    await writeFile(join(folder, 'broken', 'function.yaml'), 'spec: {}\n')
    await expect(loadTemplates(folder)).rejects.toThrow('template broken must have exactly one source file')
    await rm(folder, { recursive: true })
  })
})
