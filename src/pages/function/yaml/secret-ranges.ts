import { mapSecrets } from '@/domain/config-secrets'
import { placeOf } from '@/domain/function-document'
import type { YamlText } from './yaml-text'

/** A part of a text, as offsets: from the first character up to the one after the last. */
export type TextRange = readonly [from: number, to: number]

/** The shortest secret that is looked for by its text alone; shorter ones would cover what only looks like them. */
const leastTelling = 4

/**
 * Where the secrets of a YAML stand in its text. In a text that cannot be read there are no places, so every occurrence of a secret
 * counts that it had when it could be read last.
 */
export function secretRanges({ text, read, written }: YamlText): TextRange[] {
  const ranges: TextRange[] = []
  mapSecrets(read?.written ?? written, (secret, { path }) => {
    if (read) {
      const [from, to] = placeOf(read, path)
      // A password within an address; what is written with escapes is covered whole.
      const at = text.slice(from, to).indexOf(secret)
      ranges.push(at < 0 ? [from, to] : [from + at, from + at + secret.length])
    } else if (secret.length >= leastTelling) ranges.push(...occurrences(text, secret))
    return secret
  })
  return ranges
}

function occurrences(text: string, part: string): TextRange[] {
  const found: TextRange[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
    found.push([at, at + part.length])
  return found
}
