import { describe, expect, it } from 'vitest'
import type { FunctionSpec } from '@/api/generated/schema'
import { configFromTemplate } from './template-config'
import {
  filterTemplates,
  purposeOf,
  readChoices,
  templateFacets,
  templateRow,
  toggledChoices,
} from './template-rows'

const made = (title: string, spec: FunctionSpec) =>
  templateRow({ name: `${title}:x`, key: title, title, spec, values: [] })

const parametric = (title: string, template: string) =>
  templateRow({
    name: title,
    key: title,
    title,
    template,
    values: [{ name: 'Every', kind: 'string', attributes: { defaultValue: '1m' } }],
  })

const cron = { kind: 'cron' }
const rows = [
  made('echo', {
    description: 'Says it again. And more.',
    runtime: 'python:3.11',
    build: { functionSourceCode: btoa('shout = True') },
  }),
  made('job', { runtime: 'nodejs', triggers: { c: cron }, disableDefaultHTTPTrigger: true }),
  made('both', { runtime: 'python:3.9', triggers: { c: cron, h: { kind: 'http' } } }),
  parametric(
    'asks',
    'spec:\n  runtime: shell\n  triggers:\n    t:\n      kind: cron\n      attributes: {interval: {{ printf "%q" .Every }}}\n',
  ),
]
const none = { search: '', runtimes: [], triggers: [] }
const titles = (filter: Partial<typeof none> | object) =>
  filterTemplates(rows, { ...none, ...filter }).map(({ title }) => title)

describe('the gallery', () => {
  it('reads runtime and triggers, also of a template with places to fill in', () => {
    expect(rows.map(({ family, triggers }) => [family, triggers])).toEqual([
      ['python', ['http']],
      ['nodejs', ['cron']],
      ['python', ['cron', 'http']],
      ['shell', ['http', 'cron']],
    ])
  })

  it('reads what it can of a template that only the server understands', () => {
    const strange = parametric(
      'strange',
      'spec:\n  runtime: "golang"\n  triggers:\n{{ range .All }}\n    t{{ . }}: [\n      kind: kafka\n{{ end }}\n',
    )
    expect(strange).toMatchObject({ family: 'golang', triggers: ['http', 'kafka'] })
    expect(parametric('empty', '')).toMatchObject({ family: '', triggers: ['http'] })
  })

  it('says in a line what a template is for', () => {
    expect(purposeOf(made('a', { description: 'Says it again. And more.' }))).toBe('Says it again')
    expect(purposeOf(made('a', { description: 'no sentence' }))).toBe('no sentence')
  })

  it('is searched by every word, in names, descriptions, runtimes, triggers and sources', () => {
    expect(titles({ search: ' SAYS python ' })).toEqual(['echo'])
    expect(titles({ search: 'shout' })).toEqual(['echo'])
    expect(titles({ search: 'cron' })).toEqual(['job', 'both', 'asks'])
    expect(titles({ search: 'says cron' })).toEqual([])
  })

  it('is narrowed to any choice of a facet, and to both facets', () => {
    expect(titles({ runtimes: ['python', 'shell'] })).toEqual(['echo', 'both', 'asks'])
    expect(titles({ runtimes: ['python'], triggers: ['cron'] })).toEqual(['both'])
  })

  it('counts what a choice would leave beside the other facet', () => {
    const { runtimes, triggers } = templateFacets(rows, {
      ...none,
      runtimes: ['python'],
      triggers: ['cron', 'mqtt'],
    })
    expect(runtimes.map(({ value, count }) => [value, count])).toEqual([
      ['nodejs', 1],
      ['python', 1],
      ['shell', 1],
    ])
    expect(Object.fromEntries(triggers.map(({ value, count }) => [value, count]))).toEqual({
      cron: 1,
      http: 2,
      mqtt: 0,
    })
    expect(runtimes.find(({ value }) => value === 'python')?.label).toBe('Python')
  })

  it('keeps its choices in a text', () => {
    expect(toggledChoices('', 'a')).toBe('a')
    expect(toggledChoices('a,b', 'a')).toBe('b')
    expect(readChoices(toggledChoices('a', 'b'))).toEqual(['a', 'b'])
    expect(readChoices(',')).toEqual([])
  })
})

describe('a function of a template', () => {
  it('keeps what the template says, under the name and in the project that were chosen', () => {
    const metadata = { name: 'of-the-template', namespace: 'other', labels: { team: 'a' } }
    const spec = { runtime: 'shell', build: { functionSourceCode: 'Zm9v', commands: ['true'] } }
    expect(
      configFromTemplate({ metadata, spec }, { namespace: 'nuclio', project: 'shop', name: 'mine' }),
    ).toEqual({
      metadata: {
        name: 'mine',
        namespace: 'nuclio',
        labels: { team: 'a', 'nuclio.io/project-name': 'shop' },
      },
      spec: { ...spec, build: { ...spec.build, codeEntryType: 'sourceCode' } },
    })
  })
})
