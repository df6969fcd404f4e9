import type { AskedValue } from './template-choice'

/** What stands in the fields of a form, by the names of the values. */
export type ValueTexts = Readonly<Record<string, string>>

/** What the fields start with: the defaults, and nothing where there is none. A choice without a default starts unchosen. */
export function startingTexts(values: readonly AskedValue[]): Record<string, string> {
  return Object.fromEntries(
    values.map(({ name, attributes }) => [name, String(attributes?.defaultValue ?? '')]),
  )
}

/** What a value is called on the page. */
export const valueLabel = ({ name, displayName }: AskedValue): string => displayName || name

/** The range of a number in words; undefined when it has none. */
export function rangeWords({
  attributes: { minValue: least, maxValue: most } = {},
}: AskedValue): string | undefined {
  if (least !== undefined && most !== undefined) return `From ${least} to ${most}`
  if (least !== undefined) return `At least ${least}`
  return most === undefined ? undefined : `At most ${most}`
}

/** What is wrong with the text in the field of a value, or nothing. `isMissing`: it only has to be filled in yet. */
export function valueProblem(
  value: AskedValue,
  text: string,
): { words: string; isMissing?: true } | undefined {
  const { kind, required, attributes: { choices, minValue = -Infinity, maxValue = Infinity } = {} } = value
  if (text.trim() === '')
    return required ? { words: `${valueLabel(value)} is needed`, isMissing: true } : undefined
  if (kind === 'number') {
    if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text.trim()))
      return { words: 'Enter a number, such as 10 or 0.5' }
    const number = Number(text)
    if (number < minValue || number > maxValue) return { words: rangeWords(value) ?? '' }
  }
  if (kind === 'choice' && choices && !choices.some((choice) => String(choice) === text))
    return { words: `Choose one of ${choices.join(', ')}` }
  return undefined
}

/** The problems of a whole form, by the names of the values, in their order. */
export function valueProblems(values: readonly AskedValue[], texts: ValueTexts) {
  return values.flatMap((value) => {
    const problem = valueProblem(value, texts[value.name] ?? '')
    return problem ? [{ name: value.name, label: valueLabel(value), ...problem }] : []
  })
}

/**
 * The values as the render call takes them: numbers as numbers, and a choice as it was offered. What was left empty is sent as an empty
 * text, because a missing value is an error with some servers and the words “no value” with others.
 */
export function filledValues(
  values: readonly AskedValue[],
  texts: ValueTexts,
): Record<string, string | number | boolean> {
  return Object.fromEntries(values.map((value) => [value.name, filledValue(value, texts[value.name] ?? '')]))
}

function filledValue({ kind, attributes }: AskedValue, text: string): string | number | boolean {
  if (text === '') return ''
  if (kind === 'number') return Number(text)
  // What was offered as a number, or as true, goes back as that.
  const offered = [...(attributes?.choices ?? []), attributes?.defaultValue ?? '']
  return offered.find((one) => String(one) === text) ?? text
}
