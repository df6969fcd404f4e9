import { describe, expect, it } from 'vitest'
import type { Setting } from '../settings'
import { findSettings, settingChoices } from './find-settings'

const settings: Setting[] = [
  {
    tab: 'configuration',
    section: 'Resources',
    path: ['spec', 'resources', 'limits', 'memory'],
    label: 'Memory limit',
    keywords: 'ram oom',
    help: 'A replica that takes more is ended.',
  },
  {
    tab: 'configuration',
    section: 'Basics',
    path: ['spec', 'disable'],
    label: 'Enabled',
    help: 'Off keeps the function and ends its replicas.',
  },
  { tab: 'code', section: 'Build', path: ['spec', 'build', 'noCache'], label: 'Ignore the cache' },
]
const found = (query: string) =>
  findSettings(settingChoices(settings), query, 10).shown.map(({ label }) => label)

describe('finding a setting', () => {
  it('goes by label, other words, path and help, best first', () => {
    expect(found('mem')).toEqual(['Memory limit'])
    expect(found('RAM')).toEqual(['Memory limit'])
    expect(found('nocache')).toEqual(['Ignore the cache'])
    expect(found('spec.disable')).toEqual(['Enabled'])
    expect(found('replica')).toEqual(['Memory limit', 'Enabled'])
    expect(found('limit memory')).toEqual(['Memory limit'])
    expect(found('nothing like it')).toEqual([])
  })

  it('lists all while nothing is typed, and says where each stands', () => {
    expect(found('')).toHaveLength(3)
    expect(settingChoices(settings)[0]?.note).toBe('Configuration · Resources')
    const when = { words: 'for Java', decidedBy: ['spec', 'runtime'] }
    const ofJava: Setting = { tab: 'code', section: 'Build', path: ['spec'], label: 'JVM options', when }
    expect(settingChoices([ofJava])[0]?.note).toBe('Code · Build · for Java')
  })
})
