import { describe, expect, it } from 'vitest'
import { barPosition, scrollScale } from './scroll-scale'

describe('the scroll bar', () => {
  it('stands for pixels of rows one to one while browsers can draw them', () => {
    expect(scrollScale(1_000, 20, 500)).toEqual({ height: 20_000, factor: 1 })
    expect(scrollScale(0, 20, 500)).toEqual({ height: 0, factor: 1 })
    expect(scrollScale(3, 20, 500)).toEqual({ height: 60, factor: 1 })
  })

  it('reaches the last of a million rows', () => {
    const scale = scrollScale(1_000_000, 20, 500)
    expect(scale.height).toBeLessThan(17_000_000)
    const last = (scale.height - 500) * scale.factor
    expect(last).toBeCloseTo(1_000_000 * 20 - 500)
    expect(barPosition(last, scale, 500)).toBeCloseTo(scale.height - 500)
    expect(barPosition(Infinity, scale, 500)).toBe(scale.height - 500)
    expect(barPosition(0, scale, 500)).toBe(0)
  })
})
