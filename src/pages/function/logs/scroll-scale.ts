/** Browsers draw nothing beyond so many pixels; longer lists scroll by a scale. */
const tallest = 12_000_000

/** How the pixels of a scroll bar stand for those of all rows. */
export interface ScrollScale {
  /** What the scrolling box holds, pixels. */
  height: number
  /** Pixels of rows for one of the scroll bar. */
  factor: number
}

/** Rows are taken to be of one height: opened and wrapped ones are higher, so the bar is right but for those in view. */
export function scrollScale(rows: number, rowHeight: number, viewHeight: number): ScrollScale {
  const total = Math.max(rows * rowHeight, 0)
  const height = Math.min(total, tallest)
  const factor = height > viewHeight ? (total - viewHeight) / (height - viewHeight) : 1
  return { height, factor }
}

/** Where the scroll bar stands when so many pixels of rows are above the view. */
export function barPosition(above: number, scale: ScrollScale, viewHeight: number): number {
  return Math.max(0, Math.min(above / scale.factor, scale.height - viewHeight))
}
