/**
 * Whether a text is written for the command prompt of Windows: carets stand at the ends of lines or before quotes, where no other
 * shell has them.
 */
export const isForCommandPrompt = (text: string): boolean =>
  /^\s*curl(?:\.exe)?\s[^'\n]*?(?:\^"|\^[ \t]*\r?\n)/i.test(text)

/** Whether a text is written for PowerShell. */
export const isForPowerShell = (text: string): boolean =>
  /\b(?:Invoke-WebRequest|Invoke-RestMethod|New-Object)\b|^\s*(?:iwr|irm)\s/im.test(text) ||
  /^\s*curl(?:\.exe)?\s[^'"\n]*(?:(?:'[^'\n]*'|"[^"\n]*")[^'"\n]*)*`[ \t]*\r?\n/i.test(text)

/** The words of the first command of a text for the command prompt, and what follows it. */
export function readCommandPrompt(source: string): { words: string[]; rest: string } {
  const { line, rest } = withoutCarets(source.replace(/\r\n/g, '\n').trim())
  return { words: programWords(line), rest }
}

/** The prompt's own reading: a caret takes what a sign means away, but not within quotes; a line ends the command. */
function withoutCarets(text: string): { line: string; rest: string } {
  let line = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '^' && !isQuoted) {
      // After a caret at the end of a line, the first sign of the next line is taken as it is, another line break too.
      if (text[at + 1] === '\n') at += 1
      at += 1
      line += text.charAt(at)
    } else if (!isQuoted && /[\n&|<>]/.test(sign)) {
      return { line, rest: text.slice(sign === '\n' ? at + 1 : at).trim() }
    } else {
      if (sign === '"') isQuoted = !isQuoted
      line += sign
    }
  }
  return { line, rest: '' }
}

/** The program's reading: quotes hold words together, backslashes count only before a quote. */
function programWords(line: string): string[] {
  const words: string[] = []
  let word: string | undefined
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at)
    if (sign === '\\') {
      const [slashes = '\\'] = /^\\+/.exec(line.slice(at)) ?? []
      at += slashes.length - 1
      if (line[at + 1] !== '"') {
        word = (word ?? '') + slashes
        continue
      }
      word = (word ?? '') + '\\'.repeat(Math.floor(slashes.length / 2))
      if (slashes.length % 2 === 1) {
        word += '"'
        at += 1
      }
    } else if (sign === '"') {
      word ??= ''
      if (isQuoted && line[at + 1] === '"') {
        word += '"'
        at += 1
      } else isQuoted = !isQuoted
    } else if (!isQuoted && (sign === ' ' || sign === '\t')) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + sign
  }
  if (word !== undefined) words.push(word)
  return words
}
