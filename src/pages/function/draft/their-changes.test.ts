import { describe, expect, it } from 'vitest'
import { encodeSource } from '@/domain/function-config'
import { sourcePath } from './draft'
import { takenInWords } from './their-changes'

describe('what was taken over, in words', () => {
  const env = (name: string, value: string) => ({ name, value })

  it('counts lines and items', () => {
    const commands = ['spec', 'build', 'commands']
    expect(takenInWords({ path: sourcePath, from: ['a', 'b'], to: ['c'] })).toMatch(/: 2 lines replaced$/)
    expect(takenInWords({ path: commands, from: [], to: ['c'] })).toMatch(/: one item added$/)
    expect(takenInWords({ path: commands, from: ['c'], to: [] })).toMatch(/: one item removed$/)
    const whole = { path: sourcePath, from: encodeSource('a'), to: encodeSource('b') }
    expect(takenInWords(whole)).toMatch(/line/)
  })

  it('says values, and never a secret', () => {
    const changed = (name: string) =>
      takenInWords({ path: ['spec', 'env', name], from: env(name, 'old'), to: env(name, 'hunter22') })
    expect(changed('LEVEL')).toContain('old → hunter22')
    expect(changed('API_TOKEN')).not.toContain('hunter22')
    expect(takenInWords({ path: ['spec', 'env', 'A'], from: undefined, to: env('A', 'x') })).toBe(
      'environment: A added',
    )
  })
})
