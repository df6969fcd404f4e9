import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { withDeploy, withOutcome, type KeptDeploy } from './deploy-history'
import { createDeployStore } from './deploy-store'

const deploy = (at: number): KeptDeploy => ({
  at,
  how: 'build',
  consequence: 'rebuild',
  words: [],
  outcome: 'running',
})

it('keeps deploys one after the other, for the next page and beside another tab', async () => {
  const [one, two] = [createDeployStore('a'), createDeployStore('a')]
  one.write((kept) => withDeploy(kept, deploy(1)))
  one.write((kept) => withOutcome(kept, 1, { outcome: 'done', milliseconds: 5 }))
  await vi.waitFor(() => expect(one.read()).toMatchObject([{ at: 1, outcome: 'done' }]))
  two.write((kept) => withDeploy(kept, deploy(2)))
  await vi.waitFor(() => expect(two.read().map(({ at }) => at)).toEqual([2, 1]))

  const next = createDeployStore('a')
  await vi.waitFor(() => expect(next.read()).toHaveLength(2))
  const other = createDeployStore('b')
  const heard = vi.fn()
  other.subscribe(heard)
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
  expect(other.read()).toEqual([])
})
