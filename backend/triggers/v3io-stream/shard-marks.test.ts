import { expect, it } from 'vitest'
import { createShardMarks } from './shard-marks'

it('commits what was answered, once, and nothing before', () => {
  const marks = createShardMarks(4, { ackMode: 'disable', ackWindow: 0 })
  expect(marks.toCommit()).toBeUndefined()
  marks.given(5)
  marks.acked(5)
  expect(marks.toCommit()).toBeUndefined()
  marks.answered(5, true)
  expect(marks.toCommit()).toBe(5)
  marks.committed(5)
  expect(marks.toCommit()).toBeUndefined()
})

it('leaves out what the handler asked to leave out, until it or a later one is done with', () => {
  const marks = createShardMarks(0, { ackMode: 'enable', ackWindow: 0 })
  marks.given(1)
  marks.answered(1, true)
  expect(marks.toCommit()).toBeUndefined()
  marks.given(2)
  marks.answered(2, true)
  marks.acked(1)
  expect(marks.toCommit()).toBe(1)
  marks.given(3)
  marks.answered(3, false)
  expect(marks.toCommit()).toBe(3)
})

it('takes only the handler’s own word where that was asked for, and none for what it was not given', () => {
  const marks = createShardMarks(0, { ackMode: 'explicitOnly', ackWindow: 0 })
  marks.given(1)
  marks.answered(1, false)
  expect(marks.toCommit()).toBeUndefined()
  marks.acked(9)
  expect(marks.toCommit()).toBeUndefined()
  marks.acked(1)
  marks.acked(0)
  expect(marks.toCommit()).toBe(1)
})

it('stays a window behind', () => {
  const marks = createShardMarks(0, { ackMode: 'disable', ackWindow: 2 })
  for (const sequence of [1, 2]) {
    marks.given(sequence)
    marks.answered(sequence, false)
  }
  expect(marks.toCommit()).toBeUndefined()
  marks.given(3)
  marks.answered(3, false)
  expect(marks.toCommit()).toBe(1)
})
