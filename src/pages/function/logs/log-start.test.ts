import { describe, expect, it } from 'vitest'
import { formatLine, parseLine, parseStart, startFor, starts } from './log-start'

describe('from where a log is read', () => {
  it.each(starts.map(({ value }) => value))('%s is understood', (value) => {
    expect(parseStart(value).kind).toBe(value.split(':')[0])
  })

  it.each(['', 'tail:1', 'tail:0', 'tail:-4', 'since:', 'since:1.5', 'yesterday'])(
    '%s is as usual',
    (text) => {
      expect(parseStart(text)).toEqual({ kind: 'tail', lines: 1000 })
    },
  )

  it('reaches back to the line of a link', () => {
    const line = { replica: 'a', key: '1000000000~xyz' }
    const start = startFor({ kind: 'tail', lines: 100 }, line, 1_000_600_000)
    expect(start).toEqual({ kind: 'since', seconds: 660 })
    expect(startFor({ kind: 'since', seconds: 3600 }, line, 1_000_600_000)).toEqual({
      kind: 'since',
      seconds: 3600,
    })
    expect(startFor({ kind: 'now' }, { replica: 'a', key: '~xyz' }, 5)).toEqual({ kind: 'all' })
    expect(startFor({ kind: 'now' }, undefined, 5)).toEqual({ kind: 'now' })
  })

  it('keeps a line in the address', () => {
    const line = { replica: 'nuclio-nuclio-echo', key: '1700000000123~k9f2' }
    expect(parseLine(formatLine(line))).toEqual(line)
    for (const text of ['', 'x', '~x', 'x~']) expect(parseLine(text)).toBeUndefined()
  })
})
