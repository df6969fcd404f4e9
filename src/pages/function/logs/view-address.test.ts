import { describe, expect, it } from 'vitest'
import { formatFields, formatFlags, parseFields, parseFlags, withField } from './view-address'

describe('the view in the address', () => {
  it('keeps filters of fields, whatever stands in them', () => {
    const fields = [
      { name: 'request', value: 'a=b&c', isExcluded: false },
      { name: 'user', value: '{"id":7}', isExcluded: true },
      { name: 'note', value: '', isExcluded: false },
    ]
    expect(parseFields(formatFields(fields))).toEqual(fields)
  })

  it('leaves out what is no filter', () => {
    expect(parseFields('')).toEqual([])
    expect(parseFields('name=value\n+=x\n+name')).toEqual([])
  })

  it('has one filter for a field and a value, the latest', () => {
    const only = { name: 'a', value: '1', isExcluded: false }
    const without = { ...only, isExcluded: true }
    expect(withField([only], without)).toEqual([without])
    expect(withField([only], { ...only, value: '2' })).toHaveLength(2)
  })

  it('keeps the flags of a search', () => {
    const flags = { isRegex: true, matchesCase: false, isWholeWord: true }
    expect(parseFlags(formatFlags(flags))).toEqual(flags)
    expect(formatFlags({ isRegex: false, matchesCase: false, isWholeWord: false })).toBe('')
  })
})
