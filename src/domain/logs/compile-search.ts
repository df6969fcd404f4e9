import type { LogQuery } from './log-view'

export interface CompiledSearch {
  /** The text itself, where nothing but it is looked for; it is found faster. */
  text?: string
  /** Finds every match, from `lastIndex` on. */
  pattern: RegExp
  /** A match never goes beyond a line, so that many lines can be looked at at once. */
  isWithinLine: boolean
}

/** Letters, digits and underscores of all scripts. */
const inWord = String.raw`[\p{L}\p{M}\p{N}_]`

/** What a search looks for, or why it cannot; nothing for one without a text. */
export function compileSearch(query: LogQuery): CompiledSearch | { problem: string } | undefined {
  const { text, isRegex, isWholeWord, matchesCase } = query
  if (text === '') return undefined
  const source = isRegex ? text : text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  const whole = isWholeWord ? `(?<!${inWord})(?:${source})(?!${inWord})` : source
  const flags = matchesCase ? 'g' : 'gi'
  if (!isRegex && !isWholeWord)
    return { pattern: new RegExp(source, flags), isWithinLine: true, ...(matchesCase && { text }) }
  try {
    // By itself, for it could be closed by what is put around it.
    if (isRegex) new RegExp(source, flags)
    const pattern = patternOf(whole, flags) ?? new RegExp(asciiOnly(whole), flags)
    return { pattern, isWithinLine: !isRegex }
  } catch (error) {
    return { problem: `This is no regular expression: ${reasonOf(error)}` }
  }
}

/** With the rules for all of Unicode, which refuse some expressions that older rules let pass. */
function patternOf(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, `${flags}u`)
  } catch {
    return undefined
  }
}

const asciiOnly = (source: string): string => source.replaceAll(inWord, String.raw`\w`)

/** What a browser says is wrong, without the expression that it repeats. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const reason = /^Invalid regular expression: \/[^]*\/\w*: ([^]+)$/.exec(message)?.[1] ?? message
  return reason.charAt(0).toLowerCase() + reason.slice(1)
}

/** Where a search matches in a text, line by line, as pairs of positions. */
export function rangesIn(text: string, { pattern }: CompiledSearch): [number, number][] {
  const ranges: [number, number][] = []
  let from = 0
  for (const line of text.split('\n')) {
    for (const match of line.matchAll(pattern))
      if (match[0] !== '') ranges.push([from + match.index, from + match.index + match[0].length])
    from += line.length + 1
  }
  return ranges
}
