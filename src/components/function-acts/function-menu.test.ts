import { describe, expect, it, vi } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { functionMenu, type FunctionActs } from './function-menu'

const acts = {
  open: vi.fn(),
  redeploy: vi.fn(),
  rebuild: vi.fn(),
  setDisabled: vi.fn(),
  scaleToZero: vi.fn(),
  exportYaml: vi.fn(),
  copyYaml: vi.fn(),
  duplicate: vi.fn(),
  remove: vi.fn(),
  forceRemove: vi.fn(),
} satisfies FunctionActs

const menu = (state: string, spec: object = {}) =>
  functionMenu(
    { metadata: { name: 'f' }, spec: { image: 'f:1', ...spec }, status: { state } } as NuclioFunction,
    acts,
    {},
  )
const blocked = (of: ReturnType<typeof menu>) =>
  of.filter((action) => action.disabledReason).map((action) => action.label)

describe('functionMenu', () => {
  it('offers what a ready function allows', () => {
    expect(menu('ready').map((action) => action.label)).toEqual([
      'Open',
      'Deploy again',
      'Build and deploy again',
      'Disable',
      'Scale to zero',
      'Duplicate',
      'Export YAML',
      'Copy YAML',
      'Delete',
    ])
    expect(blocked(menu('ready'))).toEqual(['Scale to zero'])
  })

  it('leaves out what its place has no use for', () => {
    const ofPage = { ...acts, open: undefined, rebuild: undefined, duplicate: undefined }
    const fn = { metadata: { name: 'f' }, spec: {}, status: { state: 'ready' } }
    expect(functionMenu(fn as NuclioFunction, ofPage, {}).map((action) => action.label)).toEqual([
      'Deploy again',
      'Disable',
      'Scale to zero',
      'Export YAML',
      'Copy YAML',
      'Delete',
    ])
  })

  it('says beside a draft what is not about it', () => {
    const fn = { metadata: { name: 'f' }, spec: { image: 'f:1' }, status: { state: 'ready' } }
    const labels = functionMenu(fn as NuclioFunction, acts, {}, true).map((action) => action.label)
    expect(labels.slice(1, 4)).toEqual([
      'Deploy again, without your edits',
      'Build and deploy again, without your edits',
      'Disable',
    ])
  })

  it('offers to enable what is disabled', () => {
    const actions = menu('ready', { disable: true })
    actions.find((action) => action.label === 'Enable')?.onSelect()
    expect(acts.setDisabled).toHaveBeenCalledWith(expect.anything(), false)
  })

  it('offers only the way out while a deploy is in progress', () => {
    expect(blocked(menu('building'))).toEqual([
      'Deploy again',
      'Build and deploy again',
      'Disable',
      'Scale to zero',
    ])
    expect(menu('building').at(-1)).toMatchObject({ label: 'Force deletion', danger: true })
  })
})
