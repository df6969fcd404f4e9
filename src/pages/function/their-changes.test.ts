import { describe, expect, it } from 'vitest'
import { encodeSource } from '@/domain/function-config'
import { handlerPath, runtimePath, sourcePath } from './draft'
import { placesInWords, textAfter } from './their-changes'

describe('changed places in words', () => {
  it.each([
    [[sourcePath], 'the source'],
    [[sourcePath, handlerPath], 'the source and the handler'],
    [[sourcePath, handlerPath, runtimePath], 'the source, the handler and the runtime'],
    [
      [
        ['spec', 'env'],
        ['spec', 'build', 'commands'],
      ],
      'env and build.commands',
    ],
    [
      [sourcePath, handlerPath, runtimePath, ['spec', 'env'], ['spec', 'x']],
      'the source, the handler, the runtime and 2 more',
    ],
  ])('%j', (paths, phrase) => {
    expect(placesInWords(paths)).toBe(phrase)
  })
})

describe('what a place holds now', () => {
  it('is the source as it was written', () => {
    expect(textAfter({ path: sourcePath, from: '', to: encodeSource('print("ä")\n') })).toBe('print("ä")\n')
  })

  it('is the stored text where the source is none', () => {
    expect(textAfter({ path: sourcePath, from: '', to: '/w==' })).toBe('/w==')
  })

  it('is a text as it is, a tree indented, and nothing for what is gone', () => {
    expect(textAfter({ path: handlerPath, from: 'a:b', to: 'c:d' })).toBe('c:d')
    expect(textAfter({ path: ['spec', 'env'], from: [], to: [{ name: 'A' }] })).toContain('\n  {')
    expect(textAfter({ path: ['spec', 'env'], from: [], to: undefined })).toBeUndefined()
  })

  it('never shows a secret of the configuration', () => {
    const to = [{ name: 'API_TOKEN', value: 'hunter22' }]
    expect(textAfter({ path: ['spec', 'env'], from: [], to }, ['hunter22'])).not.toContain('hunter22')
  })
})
