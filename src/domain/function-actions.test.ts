import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { whyNot, type FunctionAction } from './function-actions'

const fn = (state: string, spec: object = {}, status: object = {}): NuclioFunction =>
  ({
    metadata: { name: 'f' },
    spec: { image: 'f:1', ...spec },
    status: { state, ...status },
  }) as NuclioFunction

const actions: FunctionAction[] = [
  'edit',
  'deploy',
  'delete',
  'forceDelete',
  'disable',
  'enable',
  'redeploy',
  'scaleToZero',
  'invoke',
]
const allowed = (of: NuclioFunction) => actions.filter((action) => whyNot(action, of) === undefined)

describe('whyNot', () => {
  it.each([
    ['ready', fn('ready'), ['edit', 'deploy', 'delete', 'disable', 'redeploy', 'invoke']],
    [
      'ready, may scale to zero',
      fn('ready', { minReplicas: 0 }),
      ['edit', 'deploy', 'delete', 'disable', 'redeploy', 'scaleToZero', 'invoke'],
    ],
    ['disabled', fn('ready', { disable: true }), ['edit', 'deploy', 'delete', 'enable']],
    [
      'scaled to zero',
      fn('scaledToZero', { minReplicas: 0 }),
      ['edit', 'deploy', 'delete', 'disable', 'redeploy', 'invoke'],
    ],
    ['error', fn('error'), ['edit', 'deploy', 'delete', 'disable', 'redeploy']],
    ['error, never built', fn('error', { image: '' }), ['edit', 'deploy', 'delete', 'disable']],
    ['unhealthy', fn('unhealthy'), ['edit', 'deploy', 'delete', 'disable', 'redeploy']],
    ['imported', fn('imported'), ['edit', 'deploy', 'delete', 'redeploy']],
    ['building', fn('building'), ['edit', 'forceDelete']],
    ['a state nobody knows', fn('waitingForTheMoon'), ['edit', 'forceDelete']],
    ['no state', fn(''), ['edit', 'forceDelete']],
    [
      'used by a gateway',
      fn('ready', {}, { apiGateways: ['shop'] }),
      ['edit', 'deploy', 'redeploy', 'invoke'],
    ],
  ])('%s', (_, of, expected) => {
    expect(allowed(of)).toEqual(expected)
  })

  it('says why', () => {
    expect(whyNot('deploy', fn('building'))).toBe('Wait until the deploy has ended')
    expect(whyNot('delete', fn('ready', {}, { apiGateways: ['shop'] }))).toBe('The API gateway shop uses it')
    expect(whyNot('redeploy', fn('error', { image: undefined }))).toContain('never built')
  })

  it('knows what a platform cannot do', () => {
    const idle = fn('ready', { minReplicas: 0 })
    expect(whyNot('scaleToZero', idle, { scalesToZero: true })).toBeUndefined()
    expect(whyNot('scaleToZero', idle, { scalesToZero: false })).toBe('This platform does not scale to zero')
  })

  it('has words for a function without a status', () => {
    expect(whyNot('invoke', { metadata: { name: 'f' }, spec: {} } as NuclioFunction)).toBe(
      'It was never deployed',
    )
  })
})
