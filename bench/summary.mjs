/**
 * One row of a report, from times in milliseconds.
 * @param {string} what
 * @param {number} target
 * @param {number[]} values
 * @param {string} how
 * @param {'median' | 'worst'} judged which of them has to keep to the target
 */
export function summary(what, target, values, how, judged = 'median') {
  const sorted = values.toSorted((a, b) => a - b)
  const rounded = (value) => Math.round(value * 10) / 10
  return {
    what,
    target,
    median: rounded(sorted[Math.floor(sorted.length / 2)]),
    worst: rounded(sorted.at(-1)),
    judged,
    how,
  }
}
