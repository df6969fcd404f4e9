/** How long something took: `84 ms`, `1.24 s`, `2 min 05 s`. Milliseconds. */
export function formatDuration(milliseconds: number): string {
  const whole = Math.round(Math.max(0, milliseconds))
  if (whole < 1000) return `${whole} ms`
  if (whole < 59_995) return `${(whole / 1000).toFixed(2)} s`
  const seconds = Math.round(whole / 1000)
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}
