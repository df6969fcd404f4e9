import { describe, expect, it } from 'vitest'
import { coverSecrets } from '@/domain/config-secrets'
import { yamlLines, yamlOfPlaces } from './section-yaml'

describe('the YAML of a section', () => {
  const config = {
    metadata: { name: 'a', labels: { team: 'x' } },
    spec: { description: 'd', env: [{ name: 'DB_PASSWORD', value: 'hunter2' }], disable: true },
  }

  it('holds the places of the section and no others', () => {
    expect(
      yamlOfPlaces(config, [
        ['spec', 'description'],
        ['metadata', 'labels'],
      ]),
    ).toBe('spec:\n  description: d\nmetadata:\n  labels:\n    team: x\n')
    expect(yamlOfPlaces(config, [['spec', 'nodeName']])).toBe('')
  })

  it('shows no secret, and the names of secrets', () => {
    expect(yamlOfPlaces(config, [['spec', 'env']])).not.toContain('hunter2')
    expect(
      coverSecrets(
        {
          flexVolume: { options: { accessKey: 'abc', container: 'c' } },
          secret: { secretName: 'certs' },
          password: '$ref:/spec/x',
          valueFrom: { secretKeyRef: { name: 'db', key: 'token' } },
        },
        ['spec', 'volumes', '0', 'volume'],
      ),
    ).toEqual({
      flexVolume: { options: { accessKey: '••••', container: 'c' } },
      secret: { secretName: 'certs' },
      password: '$ref:/spec/x',
      valueFrom: { secretKeyRef: { name: 'db', key: 'token' } },
    })
  })

  it('is coloured without losing a character', () => {
    const yaml = 'spec:\n  text: |\n    a: b\n    c\n  - name: x # y\n  "quoted key": 1\n'
    const lines = yamlLines(yaml)
    expect(lines.map((parts) => parts.map(({ text }) => text).join('')).join('\n')).toBe(yaml.trimEnd())
    expect(lines[1]?.some(({ kind, text }) => kind === 'key' && text === 'text:')).toBe(true)
    expect(lines[2]).toEqual([{ kind: 'value', text: '    a: b' }])
    expect(lines[4]?.[1]).toEqual({ kind: 'key', text: 'name:' })
  })
})
