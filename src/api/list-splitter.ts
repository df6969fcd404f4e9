/** One entry of a list: its key and the JSON text of its value. */
export interface ListEntry {
  key: string
  text: string
}

/**
 * Takes the JSON text of a list `{"key": {…}, …}` apart as it arrives, without parsing the values: ten thousand functions are many
 * megabytes of text, of which hardly anything is new from one poll to the next. `null` and a missing text are empty lists; values that are
 * no objects are left out. Throws `SyntaxError` for a text of another shape; what a value holds is for whoever parses it.
 */
export class ListSplitter {
  /** What is not yet read: at most one entry, and the piece that came last. */
  #rest = ''
  #expects: 'list' | 'entry' | 'more' | 'nothing' = 'list'
  #hadEntry = false

  /** The entries that end in this piece of the text. */
  push(piece: string): ListEntry[] {
    this.#rest += piece
    const entries: ListEntry[] = []
    let at = 0
    for (let next: number; (next = this.#step(at, entries)) >= 0;) at = next
    this.#rest = this.#rest.slice(at)
    return entries
  }

  /** Call it when the text has ended; throws when that is not where a list ends. */
  end(): void {
    const isEmpty = this.#expects === 'list' && /^\s*(null\s*)?$/.test(this.#rest)
    if (!isEmpty && this.#expects !== 'nothing') throw new SyntaxError('The list ends too early')
  }

  /** Reads on from a place to the next; -1 when more of the text is needed for that. */
  #step(from: number, entries: ListEntry[]): number {
    const at = endOfSpace(this.#rest, from)
    const letter = this.#rest.charAt(at)
    if (letter === '' || (this.#expects === 'list' && letter === 'n')) return -1
    if (this.#expects === 'list' && letter === '{') {
      this.#expects = 'entry'
      return at + 1
    }
    if (this.#expects === 'more' && letter === ',') {
      this.#expects = 'entry'
      return at + 1
    }
    const mayEnd = this.#expects === 'more' || (this.#expects === 'entry' && !this.#hadEntry)
    if (mayEnd && letter === '}') {
      this.#expects = 'nothing'
      return at + 1
    }
    if (this.#expects === 'entry' && letter === '"') return this.#entry(at, entries)
    throw new SyntaxError(`“${letter}” in a list where it does not belong`)
  }

  #entry(at: number, entries: ListEntry[]): number {
    const text = this.#rest
    const keyEnd = endOfString(text, at)
    if (keyEnd < 0) return -1
    const colon = endOfSpace(text, keyEnd)
    if (colon === text.length) return -1
    if (text[colon] !== ':') throw new SyntaxError('A key in a list without a value')
    const start = endOfSpace(text, colon + 1)
    const end = endOfValue(text, start)
    if (end < 0) return -1
    if (text[start] === '{') {
      entries.push({ key: JSON.parse(text.slice(at, keyEnd)) as string, text: text.slice(start, end) })
    }
    this.#hadEntry = true
    this.#expects = 'more'
    return end
  }
}

// The ends of things in a text; -1 when they lie behind its end.

function endOfSpace(text: string, start: number): number {
  let at = start
  while (/\s/.test(text.charAt(at))) at += 1
  return at
}

function endOfString(text: string, start: number): number {
  for (let from = start + 1; ;) {
    const end = text.indexOf('"', from)
    if (end < 0) return -1
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return end + 1
    from = end + 1
  }
}

function endOfValue(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length;) {
    const letter = text.charCodeAt(at)
    if (letter === 0x22) {
      at = endOfString(text, at)
      if (at < 0 || depth === 0) return at
      continue
    }
    // With this bit set, brackets are braces.
    const isOpening = (letter | 0x20) === 0x7b
    const isClosing = (letter | 0x20) === 0x7d
    if (depth === 0 && (isClosing || letter === 0x2c)) return at
    at += 1
    if (isOpening) depth += 1
    else if (isClosing && (depth -= 1) === 0) return at
  }
  return -1
}
