import { expect, it } from 'vitest'
import { lineChanges } from './line-changes'

const lines = (text: string) => text.split('')

it.each([
  ['abc', 'abc', []],
  ['abc', 'aXbc', [{ kind: 'added', from: 2, to: 2 }]],
  ['abc', 'ac', [{ kind: 'removed', from: 1, to: 1 }]],
  ['abc', 'bc', [{ kind: 'removed', from: 0, to: 0 }]],
  ['abc', 'aXc', [{ kind: 'changed', from: 2, to: 2 }]],
  [
    'abcdef',
    'aXcdeYZf',
    [
      { kind: 'changed', from: 2, to: 2 },
      { kind: 'added', from: 6, to: 7 },
    ],
  ],
  ['', 'ab', [{ kind: 'added', from: 1, to: 2 }]],
])('from %j to %j', (before, after, changes) => {
  expect(lineChanges(lines(before), lines(after))).toEqual(changes)
})

it('says one change for a middle that is too long to compare', () => {
  const before = Array.from({ length: 5000 }, (_, line) => `${line}`)
  const after = ['0', ...before.map((line) => `x${line}`), '4999']
  expect(lineChanges(before, after)).toEqual([{ kind: 'changed', from: 2, to: 5001 }])
})
