import { rest } from './rest'

/** Fields that are found in one go, a few milliseconds' worth. */
const slice = 20_000

/**
 * The fields of a form body as they stand in it, `name=value` each, empty ones left out. Finds some at a time and hands on what it has
 * after each; ends early when the signal says so.
 */
export async function readFormFields(
  text: string,
  signal: AbortSignal,
  onFields: (fields: readonly string[]) => void,
): Promise<void> {
  const fields: string[] = []
  for (let at = 0; at < text.length;) {
    for (let count = 0; count < slice && at < text.length; count += 1) {
      const next = text.indexOf('&', at)
      const end = next < 0 ? text.length : next
      if (end > at) fields.push(text.slice(at, end))
      at = end + 1
    }
    onFields(fields)
    await rest()
    if (signal.aborted) return
  }
}

/** What a field says, decoded. */
export function formField(field: string): [name: string, value: string] {
  // A leading question mark would be taken for that of a query.
  return [...new URLSearchParams(`&${field}`)][0] ?? ['', '']
}
