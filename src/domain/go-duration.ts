const millisecondsPerUnit: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

/**
 * Milliseconds of a duration as Go writes it (`2s`, `1m30s`, `1.5h`, `250ms`, a bare `0`), or undefined when it is none.
 * Without a sign: no setting and no header of Nuclio means anything by a negative one.
 */
export function durationMilliseconds(text: string): number | undefined {
  if (text === '0') return 0
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined
  let total = 0
  for (const [, amount, unit] of text.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g)) {
    total += Number(amount) * (millisecondsPerUnit[unit ?? ''] ?? 0)
  }
  return total
}
