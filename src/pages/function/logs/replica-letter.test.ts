import { expect, it } from 'vitest'
import { replicaLetter } from './replica-letter'

it('names replicas by letters, and goes on after the last one', () => {
  expect([0, 1, 25, 26, 53].map(replicaLetter)).toEqual(['a', 'b', 'z', 'a2', 'b3'])
  expect(replicaLetter(-1)).toBe('')
})
