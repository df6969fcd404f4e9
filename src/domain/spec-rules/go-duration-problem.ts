/**
 * What Go says of a text that is no duration (`time: missing unit in duration "10"`), or undefined for one. Unlike
 * {@link durationMilliseconds} it takes a sign, as Go does.
 */
export function goDurationProblem(text: string): string | undefined {
  const quoted = JSON.stringify(text)
  let rest = text.replace(/^[-+]/, '')
  if (rest === '0') return undefined
  if (rest === '') return `time: invalid duration ${quoted}`
  while (rest !== '') {
    const amount = /^(?:\d+\.?\d*|\.\d+)/.exec(rest)?.[0]
    if (amount === undefined) return `time: invalid duration ${quoted}`
    rest = rest.slice(amount.length)
    const unit = /^[^\d.]*/.exec(rest)?.[0] ?? ''
    if (unit === '') return `time: missing unit in duration ${quoted}`
    if (!/^(?:ns|us|µs|μs|ms|s|m|h)$/.test(unit))
      return `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`
    rest = rest.slice(unit.length)
  }
  return undefined
}
