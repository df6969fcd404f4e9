import { describe, expect, it } from 'vitest'
import { applyEdits, changedRange, editAfter, textEdits } from './text-edits'

describe('the changed range', () => {
  it.each([
    ['abc', 'abc', undefined],
    ['abc', 'abXc', { from: 2, to: 2, text: 'X' }],
    ['aXbc', 'abc', { from: 1, to: 2, text: '' }],
    ['aaa', 'aaaa', { from: 3, to: 3, text: 'a' }],
    ['', 'abc', { from: 0, to: 0, text: 'abc' }],
    ['abc', '', { from: 0, to: 3, text: '' }],
    // Both begin with the same half of a pair; the whole character is replaced.
    ['😀', '😁', { from: 0, to: 2, text: '😁' }],
    ['a\r\nb', 'a\rXb', { from: 1, to: 3, text: '\rX' }],
    ['a\nb', 'a\r\nb', { from: 1, to: 2, text: '\r\n' }],
  ])('of %j to %j', (before, after, edit) => {
    expect(changedRange(before, after)).toEqual(edit)
  })
})

it('edits each run of lines by itself', () => {
  const before = 'one\ntwo\nthree\nfour\nfive\n'
  const after = 'one\n2\nthree\nfour\nfive and a half\nsix\n'
  const edits = textEdits(before, after)
  expect(edits).toHaveLength(2)
  expect(edits[0]).toEqual({ from: 4, to: 7, text: '2' })
  expect(applyEdits(before, edits)).toBe(after)
})

it('keeps the words of a line that moved', () => {
  const edits = textEdits('a\n\n\n\nconst b =  1', 'a\n\nconst b = 1\n')
  expect(edits.every(({ from, to }) => to <= 5 || from >= 13)).toBe(true)
})

it('makes the wanted text of any other', () => {
  const letters = ['a', 'b', '\n', '\r\n', '😀', '  ']
  let state = 7
  const random = (below: number) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
  const text = () => Array.from({ length: random(30) }, () => letters[random(letters.length)]).join('')
  for (let round = 0; round < 2000; round += 1) {
    const before = text()
    const after = random(2) ? text() : before.slice(0, random(20)) + text() + before.slice(random(20))
    expect(applyEdits(before, textEdits(before, after))).toBe(after)
    const range = changedRange(before, after)
    expect(range ? applyEdits(before, [range]) : before).toBe(after)
  }
})

describe('an edit beside another', () => {
  const first = { from: 5, to: 7, text: 'long text' }
  it('before it stays where it is', () => {
    expect(editAfter({ from: 1, to: 3, text: 'x' }, first)).toEqual({ from: 1, to: 3, text: 'x' })
  })
  it('behind it moves along', () => {
    expect(editAfter({ from: 8, to: 9, text: 'x' }, first)).toEqual({ from: 15, to: 16, text: 'x' })
  })
  it('on the same place gives way', () => {
    expect(editAfter({ from: 6, to: 9, text: 'x' }, first)).toBeUndefined()
    expect(editAfter({ from: 7, to: 7, text: 'x' }, first)).toBeUndefined()
  })
})
