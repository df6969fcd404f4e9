import { describe, expect, it } from 'vitest'
import { secretRanges } from './secret-ranges'
import { freshText, withTyped } from './yaml-text'

const config = {
  metadata: { name: 'greet', namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'shop' } },
  spec: {
    runtime: 'python:3.11',
    env: [
      { name: 'GREETING', value: 'hello' },
      { name: 'API_TOKEN', value: 'hello' },
      { name: 'DB_PASSWORD', value: 'a "quoted"\nsecret' },
      { name: 'KEPT_SECRET', value: '$ref:/spec/env[3]/value' },
    ],
    triggers: { queue: { kind: 'rabbit-mq', url: 'amqp://guest:p4ss@queue:5672' } },
  },
}

const covered = (yaml: Parameters<typeof secretRanges>[0]) =>
  secretRanges(yaml).map(([from, to]) => yaml.text.slice(from, to))

describe('secretRanges', () => {
  it('are where the secrets stand, and nowhere else', () => {
    const yaml = freshText(config)
    const [token, password, inAddress, ...more] = covered(yaml)
    expect(token).toBe('hello')
    expect(yaml.text.slice(0, secretRanges(yaml)[0]?.[0])).toContain('API_TOKEN')
    expect(password).toContain('quoted')
    expect(inAddress).toBe('p4ss')
    expect(more).toEqual([])
  })

  it('are found by their text while the document cannot be read', () => {
    const sound = freshText(config)
    const { now: broken } = withTyped(sound, `${sound.text}\n  bad: [p4ss`, config)
    expect(broken.faults).not.toEqual([])
    expect(covered(broken)).toEqual(expect.arrayContaining(['p4ss', 'p4ss']))
  })
})
