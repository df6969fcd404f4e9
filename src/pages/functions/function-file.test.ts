import { describe, expect, it } from 'vitest'
import { functionFromFile } from './function-file'

const at = { namespace: 'nuclio', project: 'shop' }

describe('functionFromFile', () => {
  it('binds the function to the project and forgets where it came from', () => {
    const config = functionFromFile(
      {
        metadata: {
          name: 'echo',
          namespace: 'elsewhere',
          resourceVersion: '7',
          labels: { 'nuclio.io/project-name': 'other', team: 'a' },
          annotations: { 'skip-deploy': 'true' },
        },
        spec: { runtime: 'nodejs' },
      },
      at,
    )
    expect(JSON.parse(JSON.stringify(config))).toEqual({
      metadata: {
        name: 'echo',
        namespace: 'nuclio',
        labels: { 'nuclio.io/project-name': 'shop', team: 'a' },
        annotations: {},
      },
      spec: { runtime: 'nodejs' },
    })
  })

  it.each([
    [null, 'not a function'],
    [[], 'not a function'],
    [{ project: {} }, 'not a function'],
    [{ metadata: {}, spec: {} }, 'name'],
    [{ metadata: { name: 'a/b' }, spec: {} }, 'Leave out “/”'],
  ])('refuses %j', (parsed, words) => {
    expect(() => functionFromFile(parsed, at)).toThrow(words)
  })
})
