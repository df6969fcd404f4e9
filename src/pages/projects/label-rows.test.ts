import { expect, it } from 'vitest'
import { labelRowProblems, labelRows, labelsOf } from './label-rows'

it('goes from labels to rows and back', () => {
  const labels = { team: 'blue', 'example.com/tier': '' }
  expect(labelsOf(labelRows(labels))).toEqual(labels)
  expect(labelRows()).toEqual([])
})

it('leaves blank rows out and finds nothing wrong with them', () => {
  const rows = [{ id: 0, key: '', value: '' }]
  expect(labelsOf(rows)).toEqual({})
  expect(labelRowProblems(rows)).toEqual([{}])
})

it('says what is wrong beside the field', () => {
  const problems = labelRowProblems([
    { id: 0, key: 'team', value: 'blue' },
    { id: 1, key: '', value: 'x' },
    { id: 2, key: 'team', value: 'a b' },
  ])
  expect(problems[0]).toEqual({ key: undefined, value: undefined })
  expect(problems[1]?.key).toBe('Enter a key')
  expect(problems[2]?.key).toContain('already')
  expect(problems[2]?.value).toContain('spaces')
})
