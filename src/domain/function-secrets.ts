/** What is shown in place of a secret. */
export const covered = '••••'

const secretName =
  /pass(?:word|wd|phrase)?(?!through)|secret|token|credential|api[-_]?key|access[-_]?key|private[-_]?key|authorization/i

/** Whether a name (of a variable, a header, a field) is that of something to keep quiet. */
export const isSecretName = (name: string): boolean => secretName.test(name)

/** Endings of fields that only name a secret, or lead to one. */
const onlyNames = /(?:Name|Path|Ref|Class|File|Masking|Secrets)$/

/** Whether a field of a configuration holds a secret itself: `password` does, `secretName` does not. */
export const isSecretField = (name: string): boolean => isSecretName(name) && !onlyNames.test(name)

/**
 * Covers what looks like a secret: the given values, `name=value` and `"name": "value"` under telling names (also of
 * variables as `"name": "X", "value": "…"`, also in JSON within JSON), bearer tokens, and user names with passwords in addresses.
 */
export function maskSecrets(text: string, values: readonly string[] = []): string {
  let masked = text
  for (const value of values) masked = masked.replaceAll(value, covered)
  return masked
    .replace(/(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@:'"]{1,200}:[^\s/@'"]{1,200}@/gi, `$1${covered}@`)
    .replace(/\b(Bearer|Basic) +[A-Za-z0-9._~+/=-]{8,}/g, `$1 ${covered}`)
    .replace(
      /(\\?"name\\?": ?\\?"([^"\\]{1,200})\\?",\s*(?:\\n)?\s*\\?"value\\?": ?\\?")([^"\\]{1,2000})/g,
      (whole, before: string, name: string) => (isSecretName(name) ? before + covered : whole),
    )
    .replace(/(\\?"([\w.-]{1,100})\\?": ?\\?")([^"\\]{1,2000})/g, (whole, before: string, name: string) =>
      isSecretName(name) ? before + covered : whole,
    )
    .replace(/\b([\w.-]{1,100})=("[^"\n]{1,500}"|'[^'\n]{1,500}'|[^\s"']{1,500})/g, (whole, name: string) =>
      isSecretName(name) ? `${name}=${covered}` : whole,
    )
}
