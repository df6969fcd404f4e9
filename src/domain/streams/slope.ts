/** A value at a time; seconds. */
export interface Point {
  time: number
  value: number
}

/** A straight line through points. */
export interface Line {
  /** A second. */
  slope: number
  /** How far the slope may be off, either way; some nineteen times out of twenty it is not more. */
  margin: number
  /** The line's value at the last point. */
  now: number
}

/** Fewer points than this tell nothing. */
export const leastPoints = 4

/**
 * The line through most of the points (Theil and Sen): the median slope of all pairs. Commits come in steps and answers late, and
 * neither bends it as it would a line of least squares. Undefined for too few points.
 */
export function lineThrough(points: readonly Point[]): Line | undefined {
  const whole = fit(points)
  if (!whole || points.length < 2 * leastPoints) return whole
  // What changed its pace a moment ago is told by the moment.
  const half = Math.floor(points.length / 2)
  const [before, after] = [fit(points.slice(0, half)), fit(points.slice(half))]
  if (!before || !after) return whole
  const isBent = Math.abs(after.slope - before.slope) > 2 * (before.margin + after.margin)
  return isBent ? after : whole
}

function fit(points: readonly Point[]): Line | undefined {
  const last = points.at(-1)
  if (!last || points.length < leastPoints) return undefined
  // All pairs of some dozens of points, for every shard at every look: worth a plain loop over plain numbers.
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2)
  let count = 0
  points.forEach(({ time, value }, index) => {
    for (let before = 0; before < index; before += 1) {
      const one = points[before]
      if (one && time > one.time) slopes[count++] = (value - one.value) / (time - one.time)
    }
  })
  if (count === 0) return undefined
  const slope = median(slopes.subarray(0, count))
  const rests = points.map(({ time, value }) => value - slope * time)
  const base = median(rests)
  const spread = 1.4826 * median(rests.map((rest) => Math.abs(rest - base)))
  const middle = points.reduce((sum, { time }) => sum + time, 0) / points.length
  const leverage = Math.sqrt(points.reduce((sum, { time }) => sum + (time - middle) ** 2, 0))
  return { slope, margin: (2 * spread) / leverage, now: base + slope * last.time }
}

/** The value in the middle; the mean of both where there are two. */
export function median(values: Float64Array | readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}
