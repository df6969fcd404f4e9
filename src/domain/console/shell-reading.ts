import { ansiEnd, ansiText } from './ansi-quoting'

/** A command as a shell would start it. */
export interface ShellCommand {
  words: string[]
  /** What a here-document or a here-string gives it to read. */
  input?: string
  /** Redirections, as written. */
  redirections: string[]
  /** What ends it: `|`, `;`, `&&`, a line break and so on; empty at the end of the text. */
  end: string
}

/** What a text for a shell says. Nothing is run: what only a run would tell stays as it is written. */
export interface ShellReading {
  commands: ShellCommand[]
  /** Names of variables that the text does not set; they stay in the words as `${NAME}`. */
  unknownVariables: string[]
  /** Whether the output of commands is to go into words. */
  hasSubstitutions: boolean
  /** Why the text cannot be read to its end. */
  problem?: string
}

/**
 * Reads a text as bash would: quotes of all kinds, line continuations, here-documents, comments, and variables that the text itself
 * sets.
 */
export function readShell(source: string): ShellReading {
  const text = source.replace(/\r\n/g, '\n')
  const variables = new Map<string, string>()
  const unknown = new Set<string>()
  const commands: ShellCommand[] = []
  let hasSubstitutions = false
  let problem: string | undefined
  let at = 0
  let word: string | undefined
  let mayAssign = true
  let command: ShellCommand = { words: [], redirections: [], end: '' }
  let pending: { command: ShellCommand; end: string; expands: boolean; dropsTabs: boolean }[] = []
  let redirects: string | undefined

  const add = (more: string) => {
    word = (word ?? '') + more
  }

  function endWord() {
    if (word === undefined) return
    const done = word
    word = undefined
    const canAssign = mayAssign
    mayAssign = true
    if (redirects !== undefined) {
      if (redirects === '<<<') command.input = `${done}\n`
      else command.redirections.push(`${redirects} ${done}`)
      redirects = undefined
      return
    }
    const [, name, value = ''] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(done) ?? []
    if (name && canAssign && command.words.length === 0) variables.set(name, value)
    else if (!(done === 'export' && command.words.length === 0)) command.words.push(done)
  }

  function endCommand(end: string) {
    endWord()
    command.end = end
    if (command.words.length > 0 || command.redirections.length > 0) commands.push(command)
    command = { words: [], redirections: [], end: '' }
  }

  /** What stands for a variable, or a substitution, at a `$` or a backtick. */
  function expansion(of: string, from: number): { text: string; end: number } {
    const [whole, braced, bare] =
      /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(of.slice(from, from + 300)) ?? []
    const name = braced ?? bare
    if (whole && name) {
      const known = variables.get(name)
      if (known === undefined) unknown.add(name)
      return { text: known ?? `\${${name}}`, end: from + whole.length }
    }
    const close = of[from] === '`' ? '`' : of[from + 1] === '(' ? ')' : of[from + 1] === '{' ? '}' : undefined
    const end = close === undefined ? -1 : of.indexOf(close, from + 2)
    if (end < 0) return { text: of.charAt(from), end: from + 1 }
    hasSubstitutions = true
    return { text: of.slice(from, end + 1), end: end + 1 }
  }

  /** A text in which variables count and a backslash stands before a few signs only. */
  function expandable(of: string, from: number, stop: string | undefined, escapable: RegExp) {
    let found = ''
    let i = from
    while (i < of.length && of[i] !== stop) {
      const sign = of.charAt(i)
      const next = of.charAt(i + 1)
      if (sign === '\\' && next === '\n') i += 2
      else if (sign === '\\' && escapable.test(next)) {
        found += next
        i += 2
      } else if (sign === '$' || sign === '`') {
        const expanded = expansion(of, i)
        found += expanded.text
        i = expanded.end
      } else {
        found += sign
        i += 1
      }
    }
    return { text: found, end: i }
  }

  function readHereDocuments() {
    for (const { command: reader, end, expands, dropsTabs } of pending) {
      const lines: string[] = []
      for (;;) {
        if (at >= text.length) {
          problem ??= `The here-document has no end: a line with ${end} alone is missing`
          break
        }
        const stop = text.indexOf('\n', at)
        const raw = text.slice(at, stop < 0 ? text.length : stop)
        at = stop < 0 ? text.length : stop + 1
        const line = dropsTabs ? raw.replace(/^\t+/, '') : raw
        if (line === end) break
        lines.push(`${line}\n`)
      }
      const body = lines.join('')
      reader.input = expands ? expandable(body, 0, undefined, /[\\$`]/).text : body
    }
    pending = []
  }

  function readHereMark(dropsTabs: boolean) {
    const [whole = '', single, double, escaped, bare] =
      /^[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\(\w+)|([^\s'"\\;|&<>]+))/.exec(text.slice(at, at + 300)) ?? []
    at += whole.length
    const end = single ?? double ?? escaped ?? bare ?? ''
    pending.push({ command, end, expands: bare !== undefined, dropsTabs })
  }

  while (at < text.length) {
    const sign = text.charAt(at)
    const next = text.charAt(at + 1)
    if (sign === '\\') {
      if (next !== '\n') add(next)
      at += 2
    } else if (sign === "'" || (sign === '$' && next === "'")) {
      const begin = sign === '$' ? at + 2 : at + 1
      const end = sign === '$' ? ansiEnd(text, begin) : text.indexOf("'", begin)
      if (end < 0) problem ??= unclosed(text, at)
      const inner = text.slice(begin, end < 0 ? text.length : end)
      if (word === undefined) mayAssign = false
      add(sign === '$' ? ansiText(inner) : inner)
      at = end < 0 ? text.length : end + 1
    } else if (sign === '"' || (sign === '$' && next === '"')) {
      const begin = sign === '$' ? at + 2 : at + 1
      const inner = expandable(text, begin, '"', /["\\$`]/)
      if (inner.end >= text.length) problem ??= unclosed(text, at)
      if (word === undefined) mayAssign = false
      add(inner.text)
      at = inner.end + 1
    } else if (sign === '$' || sign === '`') {
      const expanded = expansion(text, at)
      add(expanded.text)
      at = expanded.end
    } else if (sign === '#' && word === undefined) {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
    } else if (sign === '\n') {
      at += 1
      endCommand('\n')
      readHereDocuments()
    } else if (sign === ' ' || sign === '\t') {
      endWord()
      at += 1
    } else if (sign === '<' || sign === '>') {
      const number = word !== undefined && /^\d$/.test(word) ? word : ''
      if (number) word = undefined
      endWord()
      const [operator = sign] = /^(?:<<<|<<-?|>>|>&|<&|>\||<|>)/.exec(text.slice(at, at + 3)) ?? []
      at += operator.length
      if (operator === '<<' || operator === '<<-') readHereMark(operator === '<<-')
      else redirects = number + operator
    } else if (sign === '|' || sign === '&' || sign === ';') {
      const [operator = sign] = /^(?:\|\||\|&|&&|&>|;;|[|&;])/.exec(text.slice(at, at + 2)) ?? []
      at += operator.length
      if (operator === '&>') {
        endWord()
        redirects = operator
      } else endCommand(operator)
    } else {
      add(sign)
      at += 1
    }
  }
  endCommand('')
  if (pending.length > 0) readHereDocuments()
  return { commands, unknownVariables: [...unknown], hasSubstitutions, problem }
}

const unclosed = (text: string, at: number): string =>
  `The quote in line ${text.slice(0, at).split('\n').length} is not closed`
