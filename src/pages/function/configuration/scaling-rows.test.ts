import { describe, expect, it } from 'vitest'
import { platformMeasures, sharedWindow, withMetricName, withWindow } from './scaling-rows'

const platform = {
  mode: 'enabled' as const,
  scaleResources: [{ metricName: 'events', windowSize: '10m', threshold: 0 }],
}

describe('when a function counts as idle', () => {
  it('has one window, or several', () => {
    expect(sharedWindow([])).toBeUndefined()
    expect(sharedWindow([{ windowSize: '1m' }, { windowSize: '1m' }])).toBe('1m')
    expect(sharedWindow([{ windowSize: '1m' }, { windowSize: '2m' }])).toBeUndefined()
  })

  it('begins with what the platform measures', () => {
    expect(withWindow([], '5m', platform)).toEqual([{ metricName: 'events', windowSize: '5m', threshold: 0 }])
    expect(withWindow([{ metricName: 'mine', windowSize: '1m', threshold: 3 }], '5m', platform)).toEqual([
      { metricName: 'mine', windowSize: '5m', threshold: 3 },
    ])
    expect(platformMeasures(platform)).toBe('events ≤ 0 over 10m')
  })
})

describe('a metric to scale by', () => {
  it('takes the kind of a preset', () => {
    const presets = [
      { metricName: 'cpu', sourceType: 'Resource' as const, displayType: 'percentage' as const },
    ]
    expect(withMetricName({ threshold: 50 }, 'cpu', presets)).toEqual({
      metricName: 'cpu',
      sourceType: 'Resource',
      displayType: 'percentage',
      threshold: 50,
    })
    expect(withMetricName({ sourceType: 'Pods' }, 'mine', presets)).toEqual({
      metricName: 'mine',
      sourceType: 'Pods',
    })
  })
})
