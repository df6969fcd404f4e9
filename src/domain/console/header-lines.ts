import type { RequestRow } from './request'

/**
 * Headers as text, `Name: value` a line, and `#` before those that are off. A name that begins like that itself has a backslash before it;
 * line breaks within a value, which no header may have, become spaces.
 */
export function linesOfHeaders(rows: readonly RequestRow[]): string {
  return rows
    .filter(({ name, value }) => name + value !== '')
    .map(({ name, value, isOff }) => {
      const line = `${name.replace(/^[#\\]/, '\\$&')}: ${value.replace(/[\r\n]+/g, ' ')}`
      return isOff ? `# ${line}` : line
    })
    .join('\n')
}

/**
 * The headers of such a text. Empty lines are left out, and a line without a colon is a name. Rows of `before` keep their ids where a line
 * says the same, or else takes the same place.
 */
export function headersOfLines(text: string, before: readonly RequestRow[] = []): RequestRow[] {
  const read = text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map(headerOfLine)
  const free = new Set(before.map(({ id }) => id))
  const take = (row: RequestRow | undefined) => (row && free.delete(row.id) ? row.id : undefined)
  const same = read.map(({ name, value }) =>
    take(before.find((row) => free.has(row.id) && row.name === name && row.value === value)),
  )
  let last = Math.max(0, ...before.map(({ id }) => id))
  return read.map((row, index) => ({ id: same[index] ?? take(before[index]) ?? (last += 1), ...row }))
}

function headerOfLine(line: string): Omit<RequestRow, 'id'> {
  const off = /^\s*#\s?/.exec(line)?.[0] ?? ''
  const rest = line
    .slice(off.length)
    .trim()
    .replace(/^\\(?=[#\\])/, '')
  // Browsers show what HTTP/2 calls `:path` with a colon before the name.
  const colon = rest.indexOf(':', 1)
  const row =
    colon < 0
      ? { name: rest, value: '' }
      : { name: rest.slice(0, colon).trim(), value: rest.slice(colon + 1).trim() }
  return off === '' ? row : { ...row, isOff: true }
}
