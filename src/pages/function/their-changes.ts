import { decodeSource } from '@/domain/function-config'
import { maskSecrets } from '@/domain/function-secrets'
import { sourcePath } from './draft'
import { sameValue, type Change, type Path } from './tree'

const words: Record<string, string> = {
  functionSourceCode: 'the source',
  handler: 'the handler',
  runtime: 'the runtime',
}

/** A place in a function as it is spoken of: `the source`, `env`, `build.commands`. */
export function placeInWords(path: Path): string {
  return words[path.at(-1) ?? ''] ?? path.slice(1).join('.')
}

/** Several places in one phrase: three of them by name, the rest as a number. */
export function placesInWords(paths: readonly Path[]): string {
  const named = [...new Set(paths.map(placeInWords))]
  const shown = named.slice(0, 3)
  const more = named.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  const last = shown.pop() ?? ''
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last
}

/**
 * What a place holds after a change, as text to read; nothing when the place is gone. `secrets` are values that must not be
 * shown; the source is shown as it is, like in the editor.
 */
export function textAfter({ path, to }: Change, secrets: readonly string[] = []): string | undefined {
  if (to === undefined) return undefined
  if (sameValue(path, sourcePath) && typeof to === 'string') return decodeSource(to) ?? to
  return maskSecrets(typeof to === 'string' ? to : JSON.stringify(to, null, 2), secrets)
}
