/** What tidying made of a text, and which of its lines have fewer spaces at their ends. */
export interface Tidied {
  text: string
  trimmedLines: number
  /** The end was brought to one line end. */
  endChanged: boolean
  /** Spaces at ends of lines were left, because they may be part of a text in the source. */
  leftSpaces: boolean
}

const trailing = /[ \t]+$/

/**
 * Takes away the spaces at the ends of lines and brings the end of the file to one line end. Never touches what may be inside of
 * a text that spans lines; where the language makes that hard to know, no line is touched unless none can be.
 */
export function tidySource(source: string, family: string): Tidied {
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n'
  const lines = source.split(/\r\n|\n/)
  const open = openEnds(lines, family)
  let trimmedLines = 0
  let leftSpaces = false
  const tidied = lines.map((line, index) => {
    if (!trailing.test(line)) return line
    const short = line.replace(trailing, '')
    // Spaces behind a backslash decide whether the line goes on.
    if (!open || open[index] || short.endsWith('\\')) {
      leftSpaces = true
      return line
    }
    trimmedLines += 1
    return short
  })
  const joined = tidied.join(lineEnd)
  // Within an open text even blank lines at the end count.
  const ended = !open || open[lines.length - 1] ? joined : joined.replace(/(\r?\n)+$/, '') + lineEnd
  const text = joined === '' || ended === lineEnd ? joined : ended
  return { text, trimmedLines, endChanged: text !== joined, leftSpaces }
}

/** For every line whether its end lies in a text that goes on; nothing when that cannot be known. */
function openEnds(lines: readonly string[], family: string): boolean[] | undefined {
  const syntax = syntaxes[family]
  if (syntax) return scan(lines, syntax)
  return everyLineIsClosed(lines) ? lines.map(() => false) : undefined
}

interface Syntax {
  /** Texts that end with their line at the latest. */
  quotes: string[]
  /** Texts that span lines: what begins them, what ends them, and whether a backslash hides the end. */
  spans: [begin: string, end: string, escapes: boolean][]
  lineComment: string
  blockComment?: [string, string]
}

const cLike = { lineComment: '//', blockComment: ['/*', '*/'] as [string, string] }

const syntaxes: Record<string, Syntax> = {
  python: {
    quotes: ['"', "'"],
    spans: [
      ['"""', '"""', true],
      ["'''", "'''", true],
    ],
    lineComment: '#',
  },
  golang: { quotes: ['"', "'"], spans: [['`', '`', false]], ...cLike },
  java: { quotes: ['"', "'"], spans: [['"""', '"""', true]], ...cLike },
}

/** Walks a language whose texts are simple enough to follow. */
function scan(lines: readonly string[], syntax: Syntax): boolean[] {
  let span: Syntax['spans'][number] | undefined
  let inComment = false
  return lines.map((line, index) => {
    let at = 0
    let goesOn = false
    while (at < line.length) {
      if (inComment) {
        const end = line.indexOf(syntax.blockComment?.[1] ?? '', at)
        if (end < 0) break
        inComment = false
        at = end + 2
      } else if (span) {
        if (span[2] && line[at] === '\\') at += 2
        else if (line.startsWith(span[1], at)) {
          at += span[1].length
          span = undefined
        } else at += 1
      } else if (line.startsWith(syntax.lineComment, at)) break
      else if (syntax.blockComment && line.startsWith(syntax.blockComment[0], at)) {
        inComment = true
        at += 2
      } else {
        const opened = syntax.spans.find(([begin]) => line.startsWith(begin, at))
        const quote = syntax.quotes.find((one) => line.startsWith(one, at))
        if (opened) {
          span = opened
          at += opened[0].length
        } else if (quote) {
          const end = endOfQuote(line, at + 1, quote)
          goesOn = end < 0
          at = end < 0 ? line.length : end
        } else at += 1
      }
    }
    // A line that a text leaves by a backslash goes on as text on the next, which is then left too.
    return span !== undefined || goesOn || Boolean(lines[index - 1]?.endsWith('\\'))
  })
}

function endOfQuote(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1
    else if (line[at] === quote) return at + 1
  }
  return -1
}

/** Whether no text can span lines: no here document, and every line that is no comment closes what it opens. */
function everyLineIsClosed(lines: readonly string[]): boolean {
  return lines.every((line) => {
    if (/^\s*#/.test(line)) return true
    if (/<<|\\["'`]|%[qQwWiIxrs]?[^\w\s=]|@"|"""/.test(line)) return false
    return ['"', "'", '`'].every((quote) => (line.split(quote).length - 1) % 2 === 0)
  })
}
