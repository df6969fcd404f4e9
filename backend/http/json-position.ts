/** Where a text stops being JSON: 1-based line and column, and what was wrong there. */
export interface JsonFault {
  line: number
  column: number
  problem: string
}

class Stop extends Error {}

/**
 * Finds the first place at which `text` is not JSON. `JSON.parse` names a position only for some faults and in words
 * that differ between engines, so this walks the grammar itself. Undefined for a text that is JSON.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const walker = new JsonWalker(text)
  try {
    walker.document()
    return undefined
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    const before = text.slice(0, walker.at)
    const line = before.split('\n').length
    return { line, column: walker.at - before.lastIndexOf('\n'), problem: error.message }
  }
}

class JsonWalker {
  at = 0
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  document(): void {
    this.value(0)
    this.space()
    if (this.at < this.text.length) this.stop('expected the end of the text')
  }

  private value(depth: number): void {
    if (depth > 500) this.stop('nested too deeply')
    this.space()
    const char = this.text[this.at]
    if (char === '{') this.members(depth)
    else if (char === '[') this.elements(depth)
    else if (char === '"') this.string()
    else this.scalar()
  }

  private members(depth: number): void {
    this.at += 1
    if (this.next('}')) return
    do {
      this.space()
      if (this.text[this.at] !== '"') this.stop('expected a property name in double quotes')
      this.string()
      if (!this.next(':')) this.stop('expected a colon after the property name')
      this.value(depth + 1)
    } while (this.next(','))
    if (!this.next('}')) this.stop('expected a comma or a closing brace')
  }

  private elements(depth: number): void {
    this.at += 1
    if (this.next(']')) return
    do this.value(depth + 1)
    while (this.next(','))
    if (!this.next(']')) this.stop('expected a comma or a closing bracket')
  }

  private string(): void {
    const start = this.at
    this.at += 1
    for (;;) {
      const char = this.text[this.at]
      if (char === undefined) {
        this.at = start
        this.stop('a string that is not closed')
      }
      if (char === '"') break
      if (char < ' ') this.stop('a line break or control character inside a string')
      if (char === '\\' && !/^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.test(this.text.slice(this.at, this.at + 6)))
        this.stop('an escape that JSON does not have')
      this.at += char === '\\' ? 2 : 1
    }
    this.at += 1
  }

  private scalar(): void {
    const pattern = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found) this.stop('expected a value')
    this.at += found[0].length
  }

  private next(char: string): boolean {
    this.space()
    if (this.text[this.at] !== char) return false
    this.at += 1
    return true
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at += 1
  }

  private stop(problem: string): never {
    throw new Stop(this.at >= this.text.length ? `${problem}, but the text ends here` : problem)
  }
}
