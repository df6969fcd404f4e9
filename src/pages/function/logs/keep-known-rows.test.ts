import { describe, expect, it } from 'vitest'
import type { ShownRow } from '@/domain/logs/log-view'
import { keepKnownRows } from './keep-known-rows'

const row = (id: number, more: Partial<ShownRow> = {}): ShownRow => ({
  id,
  version: 0,
  kind: 'output',
  replica: 0,
  message: `line ${id}`,
  fields: [],
  lines: 1,
  bytes: 7,
  isCut: false,
  isMatch: false,
  isContext: false,
  repeats: 1,
  key: `${id}~x`,
  ...more,
})

describe('rows that were read again', () => {
  it('are the same objects unless something of them changed', () => {
    const before = [row(1), row(2), row(3)]
    const after = keepKnownRows(before, [row(2), row(3, { version: 1 }), row(4)])
    expect(after[0]).toBe(before[1])
    expect(after[1]).not.toBe(before[2])
    expect(after.map(({ id }) => id)).toEqual([2, 3, 4])
  })

  it('are the same list when nothing changed at all', () => {
    const before = [row(1), row(2)]
    expect(keepKnownRows(before, [row(1), row(2)])).toBe(before)
    expect(keepKnownRows(before, [row(1), row(2, { repeats: 2 })])).not.toBe(before)
    expect(keepKnownRows(before, [row(1)])).not.toBe(before)
  })
})
