import { describe, expect, it } from 'vitest'
import { settingOf, settingsFor } from '../settings-index'
import { linkedTrigger } from './use-open-triggers'

describe('the settings of triggers', () => {
  const config = {
    metadata: { name: 'echo' },
    spec: { triggers: { tick: { kind: 'cron' }, loft: { kind: 'carrier-pigeon' } } },
  }

  it('are those of the triggers that the function has, and the kinds that it can get', () => {
    const labels = settingsFor(config).map(({ label }) => label)
    expect(labels).toContain('tick: Schedule')
    expect(labels).toContain('loft: Workers')
    expect(labels).not.toContain('loft: Schedule')
    expect(labels).toContain('Add a trigger: RabbitMQ')
  })

  it('are named by their place alone', () => {
    const label = (...path: string[]) => settingOf(['spec', 'triggers', ...path])?.label
    expect(label('tick', 'attributes', 'schedule')).toBe('tick: Schedule')
    expect(label('a', 'attributes', 'sasl', 'user')).toBe('a: SASL user')
    expect(label('a', 'attributes', 'ingresses', '0', 'host')).toBe('a: Ingresses')
    expect(label('a', 'attributes', 'made-up')).toBe('Trigger a')
    expect(label('a')).toBe('Trigger a')
    expect(label()).toBe('Triggers')
  })
})

describe('a link to a trigger', () => {
  it('leads to the one whose name it begins with, and not to a shorter namesake', () => {
    const names = ['tick', 'tick.tock', 'web']
    expect(linkedTrigger('spec.triggers.tick', names)).toBe('tick')
    expect(linkedTrigger('spec.triggers.tick.attributes.interval', names)).toBe('tick')
    expect(linkedTrigger('spec.triggers.tick.tock.kind', names)).toBe('tick.tock')
    expect(linkedTrigger('spec.triggers.ticker', names)).toBeUndefined()
    expect(linkedTrigger('', names)).toBeUndefined()
  })
})
