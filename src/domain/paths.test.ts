import { beforeEach, describe, expect, it } from 'vitest'
import { paths, setDefaultNamespace } from './paths'

describe('paths', () => {
  beforeEach(() => setDefaultNamespace('nuclio'))

  it('builds every address', () => {
    const at = { namespace: 'nuclio', project: 'shop', name: 'echo', stream: 'echo@orders' }
    const { functionTab, ...others } = paths
    expect(functionTab(at, 'yaml')).toBe('/projects/shop/functions/echo/yaml')
    expect(Object.fromEntries(Object.entries(others).map(([key, make]) => [key, make(at)]))).toEqual({
      projects: '/projects',
      project: '/projects/shop',
      functions: '/projects/shop/functions',
      events: '/projects/shop/events',
      apiGateways: '/projects/shop/api-gateways',
      apiGateway: '/projects/shop/api-gateways/echo',
      createApiGateway: '/projects/shop/create-api-gateway',
      streams: '/projects/shop/streams',
      stream: '/projects/shop/streams/echo%40orders',
      createFunction: '/projects/shop/create-function',
      templates: '/projects/shop/create-function/templates',
      function: '/projects/shop/functions/echo',
      functionCode: '/projects/shop/functions/echo/code',
    })
  })

  it('keeps a namespace that is not the default', () => {
    expect(paths.functionCode({ namespace: 'other', project: 'shop', name: 'echo' })).toBe(
      '/projects/shop/functions/echo/code?ns=other',
    )
    expect(paths.projects({ namespace: 'other' })).toBe('/projects?ns=other')
  })

  it('has the templates by themselves, too', () => {
    expect(paths.templates({ namespace: 'nuclio' }, { template: 'echo', q: '' })).toBe(
      '/templates?template=echo',
    )
  })

  it('encodes names that other clients may have stored', () => {
    expect(paths.functions({ project: 'a/b c' })).toBe('/projects/a%2Fb%20c/functions')
  })

  it('adds search parameters and leaves empty ones out', () => {
    expect(paths.functions({ namespace: 'other', project: 'shop' }, { state: 'error', q: '' })).toBe(
      '/projects/shop/functions?ns=other&state=error',
    )
  })
})
