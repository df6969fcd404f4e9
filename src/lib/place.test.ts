import { describe, expect, it } from 'vitest'
import { place } from './place'

const viewport = { width: 360, height: 600 }
const size = { width: 120, height: 200 }

describe('place', () => {
  it('goes below when there is room', () => {
    expect(place({ left: 20, top: 40, width: 30, height: 20 }, size, viewport)).toMatchObject({
      left: 20,
      top: 64,
    })
  })

  it('goes above at the foot of the page', () => {
    expect(place({ left: 20, top: 560, width: 30, height: 20 }, size, viewport)).toMatchObject({ top: 356 })
  })

  it('stays within the viewport on both sides', () => {
    expect(place({ left: 340, top: 40, width: 10, height: 20 }, size, viewport).left).toBe(232)
    expect(place({ left: 20, top: 40, width: 10, height: 20 }, size, viewport, 'end').left).toBe(8)
  })

  it('limits the height to the larger side when neither has room', () => {
    const tall = { width: 120, height: 900 }
    expect(place({ left: 20, top: 100, width: 30, height: 20 }, tall, viewport)).toMatchObject({
      top: 124,
      maxHeight: 468,
    })
  })
})
