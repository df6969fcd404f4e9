import { describe, expect, it } from 'vitest'
import { renderTemplate } from './render-template'

const template = `metadata:
  name: {{ .Name }}
spec:
  runtime: python:3.11
  handler: "main:handler"
  minReplicas: {{ .Min }}
`

describe('renderTemplate', () => {
  it('fills in values and reads the YAML', () => {
    expect(renderTemplate({ template, values: { Name: 'abc', Min: 2 } })).toEqual({
      metadata: { name: 'abc' },
      spec: { runtime: 'python:3.11', handler: 'main:handler', minReplicas: 2 },
    })
  })

  it('knows quoted texts, comments and trimming', () => {
    const rich = `metadata: {name: {{.Name}}}
{{- /* the braces
       below are meant for the function */}}
spec:
  description: '{{ "{{ .Kept }}" }} {{ \`raw\` }}'
  disable: {{ .Off -}}
  \n`
    expect(renderTemplate({ template: rich, values: { Name: 'n', Off: true } })).toEqual({
      metadata: { name: 'n' },
      spec: { description: '{{ .Kept }} raw', disable: true },
    })
  })

  it('quotes a value where the template asks for it, whatever is in it', () => {
    const quoted = 'spec: {description: {{ printf "%q" .Text }}, minReplicas: {{ .Min }}}'
    const Text = 'a "quote": {{ .Min }}, #, \\ and\na line'
    expect(renderTemplate({ template: quoted, values: { Text, Min: 1 } })).toEqual({
      spec: { description: Text, minReplicas: 1 },
    })
  })

  it('takes an empty template for an empty function', () => {
    expect(renderTemplate({ template: '', values: {} })).toEqual({})
    expect(renderTemplate({})).toEqual({})
  })

  it('leaves out what does not belong to a function', () => {
    const whole = 'apiVersion: nuclio.io/v1\nkind: NuclioFunction\nspec: {runtime: shell}\n'
    expect(renderTemplate({ template: whole })).toEqual({ spec: { runtime: 'shell' } })
    expect(renderTemplate({ template: 'metadata:\nspec: {runtime: shell}\n' })).toEqual({
      spec: { runtime: 'shell' },
    })
  })

  it.each([
    [
      'a missing value',
      template,
      { Name: 'a' },
      'there is no value for "Min" (line 6, column 16 of the template)',
    ],
    [
      'no values at all',
      template,
      undefined,
      'there is no value for "Name" (line 2, column 9 of the template)',
    ],
    ['what objects inherit', 'a: {{ .constructor }}', {}, 'there is no value for "constructor"'],
    [
      'an unclosed action',
      'metadata:\n  name: {{ .Name',
      { Name: 'a' },
      '(line 2, column 9 of the template)',
    ],
    ['inner fields', 'a: {{ .A.B }}', { A: 1 }, '"{{ .A.B }}" is not supported'],
    ['other actions', '{{ if .A }}a{{ end }}', { A: 1 }, '"{{ if .A }}" is not supported'],
    ['a quote that stays open', 'a: {{ "b }}', {}, '"{{" is never closed by "}}" (line 1, column 4'],
    ['a text with more behind it', 'a: {{ "b" .C }}', {}, '"b" .C is not a quoted text'],
    ['broken YAML', 'metadata: [not: a map\n', {}, 'of the rendered template)'],
    ['a list', '- a\n', {}, 'is not a map with metadata and spec'],
    ['a text', 'a', {}, 'is not a map with metadata and spec'],
    ['metadata that is a list', 'metadata: []', {}, 'metadata is not a map'],
    ['a spec that is a text', 'spec: x', {}, 'spec is not a map'],
    ['an unknown alias', 'spec: {a: *b}', {}, 'Failed to get functionConfig from template'],
    [
      'aliases that grow without end',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nspec: {d: [*c,*c,*c,*c,*c,*c,*c,*c]}`,
      {},
      'Failed to get functionConfig from template',
    ],
  ])('refuses %s and says where', (_, bad, values, message) => {
    let thrown: unknown
    try {
      renderTemplate({ template: bad, values })
    } catch (error) {
      thrown = error
    }
    expect(thrown).toMatchObject({ status: 400, message: expect.stringContaining(message) })
  })
})
