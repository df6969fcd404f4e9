import { expect, it } from 'vitest'
import { buildSummary, imagePrefix, otherAttributes } from './build-summary'

it('says what is set of a build', () => {
  expect(buildSummary({})).toBe('as usual')
  expect(
    buildSummary({ build: { commands: ['a'], dependencies: ['b', 'c'], registry: 'r' }, runRegistry: 'x' }),
  ).toBe('1 command · 2 dependencies · 2 registries')
  expect(buildSummary({ build: { baseImage: 'python:3.11', noCache: true } })).toBe(
    'on python:3.11 · no cache',
  )
  // Someone may have written anything in the YAML.
  expect(buildSummary({ build: { commands: 'true' as unknown as string[] } })).toBe('as usual')
})

it('fills the pattern of image names', () => {
  const ref = { project: 'shop', name: 'echo' }
  expect(imagePrefix('{{ .ProjectName }}-{{.FunctionName}}-', ref)).toBe('shop-echo-')
  expect(imagePrefix('', ref)).toBeUndefined()
  expect(imagePrefix('{{ .Something }}-', ref)).toBeUndefined()
})

it('names options that have no field', () => {
  expect(
    otherAttributes({
      runtimeAttributes: { arguments: '-x', tuning: 1 },
      build: { runtimeAttributes: { repositories: [], mirror: true } },
    }),
  ).toEqual(['build.runtimeAttributes.mirror', 'runtimeAttributes.tuning'])
})
