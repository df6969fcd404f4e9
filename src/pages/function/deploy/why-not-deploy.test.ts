import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import type { Finding } from '@/domain/spec-rules/finding'
import { editDraft, openDraft } from '../draft/draft'
import { whyNotDeploy } from './why-not-deploy'

const fn: NuclioFunction = {
  metadata: { name: 'echo' },
  spec: { runtime: 'nodejs', handler: 'main:handler', build: { functionSourceCode: 'eA==' } },
  status: { state: 'ready' },
}
const finding = (message: string): Finding => ({
  rule: 'handler/form',
  path: ['spec', 'handler'],
  status: 400,
  message,
})

describe('whyNotDeploy', () => {
  it('lets a good draft go', () => {
    expect(whyNotDeploy(openDraft(fn), [], fn)).toBeUndefined()
  })

  it('says the first finding with the name of its field, and how many there are', () => {
    expect(whyNotDeploy(openDraft(fn), [finding('Invalid handler name a:b:c')], fn)).toMatch(
      /^Handler: Invalid handler name a:b:c$/,
    )
    expect(whyNotDeploy(openDraft(fn), [finding('One'), finding('Two'), finding('Three')], fn)).toMatch(
      /: One, and 2 more$/,
    )
  })

  it('puts what goes on with the function first, and what is missing', () => {
    const busy: NuclioFunction = { ...fn, status: { state: 'building' } }
    expect(whyNotDeploy(openDraft(busy), [finding('One')], busy)).toBe('Wait until the deploy has ended')
    const empty = editDraft(openDraft(fn), ['spec', 'handler'], ' ', 0)
    expect(whyNotDeploy(empty, [finding('One')], fn)).toBe('Enter the handler first')
  })
})
