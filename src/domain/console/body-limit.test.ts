import { expect, it } from 'vitest'
import { bodySizeProblem } from './body-limit'

const fnWith = (maxRequestBodySize?: number) => ({
  spec: { triggers: { web: { kind: 'http' as const, name: 'web', attributes: { maxRequestBodySize } } } },
})
const words = (bytes: number, limit?: number) =>
  bodySizeProblem({ kind: 'bytes', bytes: new Uint8Array(bytes) }, fnWith(limit))?.words

it('tells of a body that is larger than the function takes', () => {
  expect(words(4 * 1024 * 1024)).toBeUndefined()
  expect(words(5_000_000)).toMatch(/5\.0 MB.*4 MiB/)
  expect(words(5_000_000, 6_000_000)).toBeUndefined()
  expect(words(11, 10)).toMatch(/11 B.*10 B/)
  expect(bodySizeProblem({ kind: 'text', text: 'üüü' }, fnWith(5))?.stops).toBe(false)
  expect(bodySizeProblem({ kind: 'text', text: 'üüü' }, fnWith(6))).toBeUndefined()
  expect(bodySizeProblem({ kind: 'text', text: 'x'.repeat(5e6) }, { spec: {} })?.words).toMatch(/4 MiB/)
  const parts = [{ name: 'a', file: { name: 'f', type: '', bytes: new Uint8Array(20) } }]
  expect(bodySizeProblem({ kind: 'multipart', parts }, fnWith(10))?.words).toMatch(/20 B/)
})
