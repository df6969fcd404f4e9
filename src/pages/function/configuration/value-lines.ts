import { isBranch } from '@/lib/tree'

/** Texts by name, one `name=value` a line. */
export const valuesText = (values: unknown): string =>
  Object.entries(isBranch(values) ? values : {})
    .map(([name, value]) => `${name}=${String(value)}`)
    .join('\n')

/** The texts of some lines by their names; nothing when there is none. */
export function valuesOf(text: string): Record<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return undefined
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...rest] = line.split('=')
      return [name.trim(), rest.join('=').trim()] as const
    }),
  )
}
