import { describe, expect, it } from 'vitest'
import { noiseText, noNoise, pathsOf, readNoise } from './noise'

describe('marks of noise', () => {
  it('come back as they were kept', () => {
    const noise = { headers: ['date'], paths: ['$.at', '$.items[*].id', 'no path'] }
    expect(readNoise(noiseText(noise) ?? null)).toEqual(noise)
    expect(pathsOf(noise)).toEqual([['at'], ['items', { any: true }, 'id']])
  })

  it('are none where nothing that can be read was kept', () => {
    for (const text of [null, '', '[]', '{"headers":"date"}']) expect(readNoise(text)).toEqual(noNoise)
    expect(noiseText(noNoise)).toBeUndefined()
  })
})
