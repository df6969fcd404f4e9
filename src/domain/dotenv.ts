/** One variable of a .env text. */
export interface DotenvEntry {
  name: string
  value: string
}

/** A line of a .env text that cannot be read; counted from 1. */
export interface DotenvProblem {
  line: number
  message: string
}

interface Read {
  value: string
  /** Behind the value and what belongs to it. */
  end: number
  problem?: string
}

const assignment = /^[ \t]*(?:export[ \t]+)?([^\s=#'"`]+)[ \t]*=[ \t]*/
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$' }

/**
 * Reads a .env text: `NAME=value` a line, blank lines and lines that begin with `#` left out, `export` before a name allowed. A
 * value in single quotes or backticks is taken as it is, one in double quotes knows \n, \r, \t, \", \\ and \$; both may go over
 * several lines. Without quotes it ends at ` #` or with the line, and spaces around it do not count. Nothing is expanded.
 */
export function parseDotenv(source: string): { entries: DotenvEntry[]; problems: DotenvProblem[] } {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const entries: DotenvEntry[] = []
  const problems: DotenvProblem[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const end = lineEnd(text, at)
    const content = text.slice(at, end)
    const begin = assignment.exec(content)
    if (/^\s*(#|$)/.test(content)) {
      at = end + 1
      line += 1
      continue
    }
    if (!begin?.[1]) {
      problems.push({ line, message: 'There is no NAME=value here' })
      at = end + 1
      line += 1
      continue
    }
    const read = readValue(text, at + begin[0].length)
    if (read.problem) problems.push({ line, message: read.problem })
    else entries.push({ name: begin[1], value: read.value })
    const next = lineEnd(text, read.end) + 1
    line += text.slice(at, next).split('\n').length - 1
    at = next
  }
  return { entries, problems }
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function readValue(text: string, at: number): Read {
  const quote = text.charAt(at)
  if (quote === '"' || quote === "'" || quote === '`') return readQuoted(text, at, quote)
  const end = lineEnd(text, at)
  const raw = text.slice(at, end)
  const comment = /(?:^|[ \t])#/.exec(raw)
  return { value: (comment ? raw.slice(0, comment.index) : raw).trim(), end }
}

function readQuoted(text: string, begin: number, quote: string): Read {
  let value = ''
  for (let at = begin + 1; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === quote) {
      const rest = text.slice(at + 1, lineEnd(text, at + 1))
      if (/^\s*(#|$)/.test(rest)) return { value, end: at + 1 }
      if (!value.includes('\n'))
        return { value, end: at + 1, problem: 'Something stands behind the closing quote' }
      break
    }
    const next = text.charAt(at + 1)
    const escaped = quote === '"' && letter === '\\' ? escapes[next] : undefined
    value += escaped ?? letter
    if (escaped !== undefined) at += 1
  }
  // Only its own line is given up: the lines behind it are most likely fine.
  return { value: '', end: begin, problem: `The closing ${quote} is missing` }
}

/** Writes variables as a .env text that {@link parseDotenv}, shells and the usual loaders read back as the same values. */
export function formatDotenv(entries: readonly DotenvEntry[]): string {
  return entries.map(({ name, value }) => `${name}=${quoted(value)}\n`).join('')
}

function quoted(value: string): string {
  if (/^[\p{L}\p{N}_@%+=:,./~^•-]*$/u.test(value)) return value
  if (!/['\n\r]/.test(value)) return `'${value}'`
  const escaped = value
    .replace(/[\\"$]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
  return `"${escaped}"`
}
