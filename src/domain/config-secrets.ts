import type { NuclioFunction } from '@/api/generated/schema'
import { isBranch, type Path } from '@/lib/tree'
import { covered, isSecretField, isSecretName } from './function-secrets'

/** A secret in a configuration: where it stands and what it is called. */
export interface SecretPlace {
  path: Path
  /** Name of the variable, the field or the header; of an item that of its list, of an address that of the field that holds it. */
  name: string
}

interface TextPlace extends SecretPlace {
  /** Its name tells that it is one. */
  isSecret: boolean
}

/** What is no secret whatever it is called: labels are read by all, and the source is code, and encoded. */
const isOpen = (path: Path): boolean =>
  path.at(-1) === 'functionSourceCode' || (path[0] === 'metadata' && path[1] === 'labels')

/**
 * The one walk that looks for secrets: a copy of a configuration, or of the part of it at `path`, with every text replaced. A variable,
 * `name` and `value` side by side, has its value under its name, wherever it stands.
 */
function mapTexts(value: unknown, path: Path, change: (text: string, at: TextPlace) => string): unknown {
  const walk = (at: unknown, place: TextPlace): unknown => {
    if (isOpen(place.path)) return at
    if (typeof at === 'string') return change(at, place)
    if (Array.isArray(at))
      return at.map((item: unknown, index) => walk(item, { ...place, path: [...place.path, String(index)] }))
    if (!isBranch(at)) return at
    const { name } = at
    return Object.fromEntries(
      Object.entries(at).map(([key, inner]) => {
        const inside = [...place.path, key]
        const known =
          key === 'value' && typeof name === 'string'
            ? { name, isSecret: isSecretName(name) }
            : { name: key, isSecret: isSecretField(key) }
        return [key, walk(inner, { path: inside, ...known })]
      }),
    )
  }
  const name = path.at(-1) ?? ''
  return walk(value, { path, name, isSecret: isSecretField(name) })
}

/** What the server keeps itself is shown as a reference to it. */
const isReference = (text: string): boolean => text.startsWith('$ref:')

const inAddress = /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/@:'"]{0,200}:)([^\s/@'"]{1,200})(?=@)/gi

/**
 * A copy with every secret replaced: variables and fields by a telling name, and passwords in addresses. What the server keeps itself
 * (`$ref:…`) and references to secrets of a cluster stay.
 */
export function mapSecrets<Tree>(config: Tree, replace: (secret: string, at: SecretPlace) => string): Tree {
  return mapTexts(config, [], (text, { path, name, isSecret }) => {
    if (text === '' || isReference(text)) return text
    if (isSecret) return replace(text, { path, name })
    return text.replace(
      inAddress,
      (_, before: string, secret: string) => before + replace(secret, { path, name: `${name}_password` }),
    )
  }) as Tree
}

/** Every string of a configuration that the server keeps as a secret (`$ref:…`), with its place. */
export function keptSecrets(config: unknown): SecretPlace[] {
  const found: SecretPlace[] = []
  mapTexts(config, [], (text, { path, name }) => {
    if (text.includes('$ref:')) found.push({ path, name })
    return text
  })
  return found
}

/** The values in a function's configuration that must not be shown, the longest first. */
export function secretsOf({ spec }: NuclioFunction): string[] {
  const found = new Set<string>()
  mapSecrets({ spec }, (secret) => {
    // Shorter values are words that stand everywhere.
    if (secret.length >= 4 && !secret.startsWith('$')) found.add(secret)
    return secret
  })
  return [...found].sort((a, b) => b.length - a.length)
}

/**
 * A copy of a part of a configuration, to be shown: what is a secret by its name is covered, and all other texts go through `showText`.
 * `path` is the place of the part.
 */
export function coverSecrets(
  value: unknown,
  path: Path,
  showText: (text: string) => string = (text) => text,
): unknown {
  return mapTexts(value, path, (text, { isSecret }) => {
    if (text === '' || isReference(text)) return text
    return isSecret ? covered : showText(text)
  })
}

/**
 * Two configurations with their secrets covered, for the eye: where the second has another secret than the first, it says so.
 */
export function coveredPair<Tree>(before: Tree, after: Tree): [Tree, Tree] {
  const known = new Set<string>()
  mapSecrets(before, (secret) => {
    known.add(secret)
    return covered
  })
  return [
    mapSecrets(before, () => covered),
    mapSecrets(after, (secret) => (known.has(secret) ? covered : `${covered} (another one)`)),
  ]
}
