import type { NuclioFunction } from '@/api/generated/schema'

const shown = '••••'
const secretName =
  /pass(?:word|wd|phrase)?|secret|token|credential|api[-_]?key|access[-_]?key|private[-_]?key|authorization/i

/** Whether a name (of a variable, a header, a field) is that of something to keep quiet. */
export const isSecretName = (name: string): boolean => secretName.test(name)

function collect(value: unknown, name: string, into: Set<string>): void {
  if (typeof value === 'string') {
    // Shorter values are words that stand everywhere; a reference to a secret is none.
    if (isSecretName(name) && value.length >= 4 && !value.startsWith('$')) into.add(value)
  } else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) collect(inner, key, into)
  }
}

/** The values in a function's configuration that must not be shown: of variables and fields with a telling name. */
export function secretsOf(fn: NuclioFunction): string[] {
  const found = new Set<string>()
  for (const { name, value } of fn.spec?.env ?? []) if (name) collect(value, name, found)
  collect(fn.spec?.triggers, '', found)
  collect(fn.spec?.build?.codeEntryAttributes, '', found)
  return [...found].sort((a, b) => b.length - a.length)
}

/**
 * Covers what looks like a secret: the given values, `name=value` and `"name": "value"` under telling names (also of
 * variables as `"name": "X", "value": "…"`, also in JSON within JSON), bearer tokens, and user names with passwords in addresses.
 */
export function maskSecrets(text: string, values: readonly string[] = []): string {
  let masked = text
  for (const value of values) masked = masked.replaceAll(value, shown)
  return masked
    .replace(/(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@:'"]{1,200}:[^\s/@'"]{1,200}@/gi, `$1${shown}@`)
    .replace(/\b(Bearer|Basic) +[A-Za-z0-9._~+/=-]{8,}/g, `$1 ${shown}`)
    .replace(
      /(\\?"name\\?": ?\\?"([^"\\]{1,200})\\?",\s*(?:\\n)?\s*\\?"value\\?": ?\\?")([^"\\]{1,2000})/g,
      (whole, before: string, name: string) => (isSecretName(name) ? before + shown : whole),
    )
    .replace(/(\\?"([\w.-]{1,100})\\?": ?\\?")([^"\\]{1,2000})/g, (whole, before: string, name: string) =>
      isSecretName(name) ? before + shown : whole,
    )
    .replace(/\b([\w.-]{1,100})=("[^"\n]{1,500}"|'[^'\n]{1,500}'|[^\s"']{1,500})/g, (whole, name: string) =>
      isSecretName(name) ? `${name}=${shown}` : whole,
    )
}
