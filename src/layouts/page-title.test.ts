import { describe, expect, it } from 'vitest'
import { pageTitle } from './page-title'

const match = (params: Record<string, string>, handle?: unknown) => ({ params, handle })

describe('pageTitle', () => {
  it('begins with the function on its pages', () => {
    const params = { project: 'shop', function: 'echo' }
    expect(pageTitle([match(params), match(params, { crumb: 'Code' })])).toBe('echo · code · shop')
  })

  it('names page and project', () => {
    const params = { project: 'shop' }
    expect(pageTitle([match(params), match(params, { crumb: 'Functions' }), match(params)])).toBe(
      'Functions · shop',
    )
    expect(pageTitle([match({}, { crumb: 'Projects' })])).toBe('Projects')
    expect(pageTitle([match({ project: 'shop', gateway: 'api' }, { crumb: 'API gateway' })])).toBe(
      'api · API gateway · shop',
    )
  })

  it('is empty where no route has a name', () => {
    expect(pageTitle([match({}, { crumb: 3 }), match({})])).toBe('')
  })
})
