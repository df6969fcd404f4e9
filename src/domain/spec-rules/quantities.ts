const quantity = /^\s*([+-]?)(\d+\.?\d*|\.\d+)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?\s*$/
/** What Kubernetes takes apart before it looks whether there is such a unit. */
const rough = /^\s*[+-]?(\d+\.?\d*|\.\d+|)[eEinumkKMGTP]*[-+]?\d*\s*$/
const binaryUnits = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const decimalUnits = ['', 'k', 'M', 'G', 'T', 'P', 'E']
const fractions: Record<string, number> = { n: 1e-9, u: 1e-6, m: 1e-3 }

/** What Kubernetes says of a text that is no amount; nothing of one that is (`250m`, `1.5`, `64Mi`, `1e3`). */
export function quantityProblem(value: string | number): string | undefined {
  const text = String(value)
  if (quantity.test(text)) return undefined
  if (text.trim() !== '' && rough.test(text)) return "unable to parse quantity's suffix"
  return "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
}

/** The amount in whole units (cores, bytes, devices): `250m` → 0.25, `1Ki` → 1024. Undefined when it is no quantity. */
export function parseQuantity(value: string | number): number | undefined {
  const match = quantity.exec(String(value))
  if (!match) return undefined
  const number = Number(match[2]) * (match[1] === '-' ? -1 : 1)
  const unit = match[3] ?? ''
  if (binaryUnits.indexOf(unit) > 0) return number * 1024 ** binaryUnits.indexOf(unit)
  if (unit in fractions) return number * (fractions[unit] ?? 1)
  const exponent = exponentOf(unit)
  return number * (exponent === undefined ? 1000 ** decimalUnits.indexOf(unit) : 10 ** exponent)
}

/** Orders two quantities by amount: negative when the first is less. Undefined when one of them is no quantity. */
export function compareQuantities(a: string | number, b: string | number): number | undefined {
  const [first, second] = [parseQuantity(a), parseQuantity(b)]
  return first === undefined || second === undefined ? undefined : first - second
}

/** The way Nuclio writes a quantity back: `0.5` → `500m`, `1024Mi` → `1Gi`. What is no quantity comes back as it is. */
export function canonicalQuantity(value: string | number): string {
  const match = quantity.exec(String(value))
  if (!match) return String(value)
  const sign = match[1] === '-' ? '-' : ''
  const number = Number(match[2])
  const unit = match[3] ?? ''
  const binary = binaryUnits.indexOf(unit)
  if (binary > 0) return sign + largestWhole(number * 1024 ** binary, 1024, binaryUnits)
  if (unit === 'n' || unit === 'u') return String(value)
  if (unit === 'm') return sign + fromMilli(number)
  const exponent = exponentOf(unit)
  const factor = exponent === undefined ? 1000 ** decimalUnits.indexOf(unit) : 10 ** exponent
  return sign + fromMilli(Math.round(number * 1000 * factor))
}

function exponentOf(unit: string): number | undefined {
  const digits = /^[eE]([+-]?\d+)$/.exec(unit)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function fromMilli(milli: number): string {
  return milli % 1000 === 0 ? largestWhole(milli / 1000, 1000, decimalUnits) : `${milli}m`
}

function largestWhole(amount: number, base: number, units: string[]): string {
  let rest = amount
  let unit = 0
  while (unit < units.length - 1 && rest !== 0 && rest % base === 0) {
    rest /= base
    unit += 1
  }
  return `${rest}${units[unit]}`
}
