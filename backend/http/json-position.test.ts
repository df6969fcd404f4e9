import { describe, expect, it } from 'vitest'
import { findJsonFault } from './json-position'

describe('findJsonFault', () => {
  it.each([
    ['{\n  "a": 1,\n}', 3, 1, /property name/],
    ['{"a":}', 1, 6, /value/],
    ['{"a" 1}', 1, 6, /colon/],
    ['{"a": 1', 1, 8, /ends here/],
    ['[1, 2', 1, 6, /closing bracket/],
    ['"abc', 1, 1, /not closed/],
    ['"a\nb"', 1, 3, /line break/],
    ['"\\x"', 1, 2, /escape/],
    ['{} {}', 1, 4, /end of the text/],
    ['[01]', 1, 3, /closing bracket/],
    ["{'a': 1}", 1, 2, /double quotes/],
  ])('%j stops at line %i, column %i', (text, line, column, problem) => {
    expect(() => JSON.parse(text) as unknown).toThrow()
    const fault = findJsonFault(text)
    expect(fault).toMatchObject({ line, column })
    expect(fault?.problem).toMatch(problem)
  })

  it.each(['null', ' [1, -2.5e3, "x\\u00e9", true, {"a": {}}] ', '{"a":[]}'])('takes %j', (text) => {
    expect(findJsonFault(text)).toBeUndefined()
  })
})
