import type { FieldFilter, LogView } from '@/domain/logs/log-view'

const separator = '\n'

/** Filters of fields as the address has them: a sign, the name, `=` and the value, one a line. */
export function parseFields(text: string): FieldFilter[] {
  return text.split(separator).flatMap((line) => {
    const sign = line[0]
    const at = line.indexOf('=')
    if ((sign !== '+' && sign !== '-') || at < 2) return []
    return [{ name: line.slice(1, at), value: line.slice(at + 1), isExcluded: sign === '-' }]
  })
}

export function formatFields(fields: readonly FieldFilter[]): string {
  return fields
    .map(({ name, value, isExcluded }) => `${isExcluded ? '-' : '+'}${name}=${value}`)
    .filter((line) => !line.includes(separator))
    .join(separator)
}

/** With a filter put in the place of one of the same field and value. */
export function withField(fields: readonly FieldFilter[], field: FieldFilter): FieldFilter[] {
  return [...fields.filter(({ name, value }) => name !== field.name || value !== field.value), field]
}

export const levelNames = ['debug', 'info', 'warn', 'error'] as const

/** The flags of a search as the address has them: `r` for an expression, `c` for case, `w` for whole words. */
export function parseFlags(text: string) {
  return { isRegex: text.includes('r'), matchesCase: text.includes('c'), isWholeWord: text.includes('w') }
}

export function formatFlags(query: Omit<LogView['query'], 'text'>): string {
  return [query.isRegex && 'r', query.matchesCase && 'c', query.isWholeWord && 'w'].filter(Boolean).join('')
}

export const shows = ['all', 'matching', 'others'] as const
export const contexts = [0, 2, 5, 20] as const
