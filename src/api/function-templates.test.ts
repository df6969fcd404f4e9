import { answerByRoute, json } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { functionTemplatesQuery, renderedTemplateQuery } from './function-templates'

const spec = { runtime: 'python', handler: 'main:handler', build: { functionSourceCode: 'Zm9v' } }

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

describe('templates', () => {
  it('come in one shape, whichever of three the server has', async () => {
    answerByRoute({
      'GET /api/function_templates': () =>
        json({
          'reverse:0f3c9d1e-1111-4222-8333-123456789abc': {
            metadata: { name: 'reverse:0f3c9d1e-1111-4222-8333-123456789abc' },
            spec,
          },
          'hello:nodejs': { rendered: { metadata: { name: 'hello:nodejs' }, spec } },
          'echo:5e4d0cc9-8910-62e1-f633-acc09c90918e': { rendered: { metadata: { name: 'echo' }, spec } },
          'hello:python': { rendered: { metadata: { name: 'hello:python' }, spec } },
          'mapper:dc2837om5ctjougeh420': {
            metadata: { name: 'mapper:dc2837om5ctjougeh420' },
            template: 'metadata: {}',
            values: {
              Second: { displayName: 'Second', kind: 'number', order: 2, attributes: { defaultValue: 4 } },
              First: { displayName: 'First', kind: 'choice', order: 1, attributes: { choices: ['a', 'b'] } },
            },
          },
          bare: { metadata: { name: 'bare' }, template: 'spec: {}', values: null },
        }),
    })
    const templates = await queryClient.query(functionTemplatesQuery())
    expect(templates).toEqual([
      { name: 'bare', key: 'bare', title: 'bare', template: 'spec: {}', values: [] },
      { name: 'echo:5e4d0cc9-8910-62e1-f633-acc09c90918e', key: 'echo', title: 'echo', spec, values: [] },
      { name: 'hello:nodejs', key: 'hello:nodejs', title: 'hello · nodejs', spec, values: [] },
      { name: 'hello:python', key: 'hello:python', title: 'hello · python', spec, values: [] },
      {
        name: 'mapper:dc2837om5ctjougeh420',
        key: 'mapper',
        title: 'mapper',
        template: 'metadata: {}',
        values: [
          {
            name: 'First',
            displayName: 'First',
            kind: 'choice',
            order: 1,
            attributes: { choices: ['a', 'b'] },
          },
          {
            name: 'Second',
            displayName: 'Second',
            kind: 'number',
            order: 2,
            attributes: { defaultValue: 4 },
          },
        ],
      },
      {
        name: 'reverse:0f3c9d1e-1111-4222-8333-123456789abc',
        key: 'reverse',
        title: 'reverse',
        spec,
        values: [],
      },
    ])
  })

  it('are none for null, and can be narrowed', async () => {
    const requests = answerByRoute({ 'GET /api/function_templates': () => json(null) })
    expect(await queryClient.query(functionTemplatesQuery('pandas'))).toEqual([])
    expect(requests[0]?.headers.get('x-nuclio-filter-contains')).toBe('pandas')
  })
})

describe('rendering', () => {
  const render = (answer: unknown) => {
    answerByRoute({
      'POST /api/function_templates/render': () =>
        new Response(JSON.stringify(answer), { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
    })
    return queryClient.query(renderedTemplateQuery({ template: 'x', values: { A: 1 } }))
  }

  it('reads JSON that is labelled as text', async () => {
    expect(await render({ metadata: { name: 'x' }, spec })).toEqual({
      metadata: { name: 'x' },
      spec,
      lostAmounts: false,
    })
  })

  it('leaves out amounts that the server spoiled', async () => {
    const spoiled = { ...spec, resources: { limits: { cpu: { Format: 'DecimalSI' } } } }
    expect(await render({ spec: spoiled })).toMatchObject({ spec, lostAmounts: true })
    queryClient.clear()
    const sound = { ...spec, resources: { limits: { cpu: '1' } } }
    expect((await render({ spec: sound })).spec).toEqual(sound)
  })

  it('copes with an empty answer', async () => {
    expect(await render({})).toEqual({
      metadata: { name: '' },
      spec: {},
      lostAmounts: false,
    })
  })
})
