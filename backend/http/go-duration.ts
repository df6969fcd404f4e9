const milliseconds: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

/** Milliseconds of a duration as Go writes it (`1h30m`, `1.5s`, `250ms`, `0`); undefined when it is none, a bare number for one. */
export function parseGoDuration(text: string): number | undefined {
  const signed = /^([+-]?)(.+)$/.exec(text.trim())
  const sign = signed?.[1] === '-' ? -1 : 1
  const rest = signed?.[2] ?? ''
  if (rest === '0') return 0
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return undefined
  let total = 0
  for (const [, amount, unit] of rest.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    total += Number(amount) * (milliseconds[unit ?? ''] ?? 0)
  }
  return sign * total
}
