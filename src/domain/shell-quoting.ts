/** Signs that do not survive being pasted into a terminal. */
const control = /[\x01-\x08\x0b-\x1f\x7f]/

/** A text as one word of a POSIX shell, which expands nothing in it. Zero signs have no place in a word. */
export function quoted(text: string): string {
  if (!control.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`
  const escaped = text.replace(/['\\]/g, '\\$&').replace(new RegExp(control, 'g'), (sign) => {
    return `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
  return `$'${escaped}'`
}

/**
 * Names for the shell variables that take the place of secrets, after what the secrets are called: one secret has one name wherever it stands.
 * `names` has them by the secrets.
 */
export function secretNames() {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  return {
    names,
    nameOf: (secret: string, called: string): string => {
      const known = names.get(secret)
      if (known) return known
      const words = called.replace(/([a-z])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_')
      const base = `SECRET_${words.replace(/^_+|_+$/g, '')}`.toUpperCase()
      let chosen = base
      for (let count = 2; taken.has(chosen); count += 1) chosen = `${base}_${count}`
      taken.add(chosen)
      names.set(secret, chosen)
      return chosen
    },
  }
}

/** A text of which some parts are secrets, which shell variables hold. */
export type Piece = string | { variable: string }

/** Such a text as one word of a POSIX shell. */
export function quotedPieces(pieces: readonly Piece[]): string {
  let word = ''
  let text = ''
  const flush = () => {
    if (text !== '') word += quoted(text)
    text = ''
  }
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece
    else {
      flush()
      word += `"\${${piece.variable}}"`
    }
  }
  flush()
  return word || "''"
}
