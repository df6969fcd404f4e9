const quantity = /^([+-]?)(\d+\.?\d*|\.\d+)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?$/
const binaryUnits = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const decimalUnits = ['', 'k', 'M', 'G', 'T', 'P', 'E']

/** Whether Kubernetes reads it as an amount of something (`250m`, `1.5`, `64Mi`, `1e3`). */
export function isQuantity(value: string | number): boolean {
  return quantity.test(String(value))
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
  if (unit === 'm') return sign + fromMilli(number)
  const exponent = /^[eE]([+-]?\d+)$/.exec(unit)?.[1]
  const decimal = decimalUnits.indexOf(unit)
  return sign + fromMilli(Math.round(number * 1000 * (exponent ? 10 ** Number(exponent) : 1000 ** decimal)))
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
