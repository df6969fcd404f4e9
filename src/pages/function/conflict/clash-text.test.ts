import { describe, expect, it } from 'vitest'
import { encodeSource } from '@/domain/function-config'
import type { Clash } from '@/domain/merge/merge-configs'
import { textOf, valueOf, withoutSecrets } from './clash-text'

const clash = (path: string, mine: unknown, more: Partial<Clash> = {}): Clash => ({
  id: path,
  path: path.split('.'),
  base: undefined,
  mine,
  theirs: mine,
  ...more,
})
const lines = { of: 'lines' as const, base: [0, 1] as const, merged: [0, 1] as const }

describe('values as text', () => {
  it.each<[string, Clash, string]>([
    ['a text', clash('spec.handler', 'a:b'), 'a:b'],
    ['a number', clash('spec.targetCPU', 5), '5'],
    [
      'a thing',
      clash('spec.triggers.x', { kind: 'cron', attributes: { interval: '1m' } }),
      'kind: cron\nattributes:\n  interval: 1m',
    ],
    ['lines of the source', clash('spec.build.functionSourceCode', ['a', '  b'], { part: lines }), 'a\n  b'],
    ['a whole source', clash('spec.build.functionSourceCode', encodeSource('x\n')), 'x\n'],
    ['items of a list', clash('spec.build.commands', ['one'], { part: { ...lines, of: 'items' } }), '- one'],
  ])('%s there and back', (_, at, text) => {
    expect(textOf(at, at.mine)).toBe(text)
    expect(valueOf(at, text, encodeSource)).toEqual(at.mine)
  })

  it('are nothing for nothing, and no items for an empty text', () => {
    expect(textOf(clash('spec.handler', undefined), undefined)).toBeUndefined()
    const items = clash('spec.build.commands', ['one'], { part: { ...lines, of: 'items' } })
    expect(valueOf(items, '', encodeSource)).toEqual([])
    expect(() => valueOf(items, 'one: : two', encodeSource)).toThrow()
  })
})

describe('secrets', () => {
  it('are covered by the names of places, variables and keys, wherever they stand', () => {
    const env = clash('spec.env.API_TOKEN', { name: 'API_TOKEN', value: 'x' })
    expect(JSON.stringify(withoutSecrets(env, env.mine, []))).not.toContain('"x"')
    const trigger = clash('spec.triggers.q', { kind: 'mqtt', password: 'pw1', username: 'me' })
    expect(withoutSecrets(trigger, trigger.mine, [])).toEqual({
      kind: 'mqtt',
      password: '••••',
      username: 'me',
    })
    expect(withoutSecrets(clash('spec.triggers.q.password', 'pw1'), 'pw1', [])).toBe('••••')
    expect(withoutSecrets(clash('spec.description', 'has hunter22'), 'has hunter22', ['hunter22'])).toBe(
      'has ••••',
    )
  })

  it('that the server keeps are shown as the reference that they are', () => {
    expect(withoutSecrets(clash('spec.triggers.q.password', '$ref:/x'), '$ref:/x', [])).toBe('$ref:/x')
  })
})
