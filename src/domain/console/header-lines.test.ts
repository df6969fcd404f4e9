import { expect, it } from 'vitest'
import { headersOfLines, linesOfHeaders } from './header-lines'
import type { RequestRow } from './request'

const rows: RequestRow[] = [
  { id: 3, name: 'X-A', value: 'one: two' },
  { id: 1, name: 'X-Off', value: '', isOff: true },
  { id: 5, name: '#odd', value: '# 1' },
  { id: 6, name: '\\', value: 'b' },
  { id: 7, name: '', value: 'nameless' },
]

it('writes headers a line each, and reads them again with their ids', () => {
  const text = linesOfHeaders([...rows, { id: 9, name: '', value: '' }])
  expect(text).toBe('X-A: one: two\n# X-Off: \n\\#odd: # 1\n\\\\: b\n: nameless')
  expect(headersOfLines(text.replace(': nameless', ''), rows)).toEqual(rows.slice(0, 4))
})

it('reads what people paste', () => {
  const read = headersOfLines(':path: /a\r\nAccept:*/*\n\n  #Cookie: a=b; c\n#  \nalone\n')
  expect(read.map(({ name, value, isOff }) => [name, value, isOff === true])).toEqual([
    [':path', '/a', false],
    ['Accept', '*/*', false],
    ['Cookie', 'a=b; c', true],
    ['', '', true],
    ['alone', '', false],
  ])
})

it('keeps ids of lines that move, and of the one that is edited', () => {
  const before = headersOfLines('A: 1\nB: 2\nC: 3')
  const ids = (text: string) => headersOfLines(text, before).map(({ id }) => id)
  expect(ids('C: 3\nA: 1\nB: 2')).toEqual([3, 1, 2])
  expect(ids('A: 1\nB: 22\nC: 3')).toEqual([1, 2, 3])
  expect(ids('A: 1\nN: 0\nB: 2\nC: 3')).toEqual([1, 4, 2, 3])
})
