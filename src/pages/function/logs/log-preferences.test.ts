import { describe, expect, it } from 'vitest'
import { parsePreferences } from './log-preferences'

describe('how a person reads logs', () => {
  it('is as it was kept', () => {
    const kept = { isWrapped: true, isRaw: true, time: 'utc', limit: 64 }
    expect(parsePreferences(JSON.stringify(kept))).toEqual(kept)
  })

  it.each([null, '', 'no JSON', '7', '{"time":"mars","limit":3,"isRaw":"yes"}'])('%j is as usual', (text) => {
    expect(parsePreferences(text)).toEqual({ isWrapped: false, isRaw: false, time: 'local', limit: 256 })
  })
})
