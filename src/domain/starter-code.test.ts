import { describe, expect, it } from 'vitest'
import { runtimes } from './runtimes'
import { starterCode } from './starter-code'

describe('starterCode', () => {
  it.each(runtimes.map((runtime) => [runtime.id, runtime] as const))(
    'of %s holds its handler',
    (id, runtime) => {
      const code = starterCode(id)
      expect(code.endsWith('\n')).toBe(true)
      const entry = runtime.handler.split(':')[1]
      if (entry) expect(code).toContain(entry)
    },
  )

  it('is empty for a runtime nobody knows', () => {
    expect(starterCode('cobol')).toBe('')
  })
})
