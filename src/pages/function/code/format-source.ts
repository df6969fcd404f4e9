import { tidySource } from './tidy-source'

/** The source as it would stand formatted, and what was done, in a sentence; or why it was left. */
export type Formatted = { text: string; words: string } | { problem: string }

/** Formats JavaScript with Prettier, in the manner that the file has; of other languages only white space is tidied. */
export async function formatSource(source: string, family: string): Promise<Formatted> {
  if (family === 'nodejs') return formatJavaScript(source)
  const { text, trimmedLines, endChanged, leftSpaces } = tidySource(source, family)
  const done = [
    trimmedLines > 0 &&
      `took spaces from the ends of ${trimmedLines} ${trimmedLines === 1 ? 'line' : 'lines'}`,
    endChanged && 'ended the file with one line end',
  ].filter(Boolean)
  const left = leftSpaces ? ' Spaces that may be part of a text were left.' : ''
  if (done.length === 0) return { text: source, words: `Nothing to tidy.${left}` }
  const words = done.join(' and ')
  return { text, words: `${words.charAt(0).toUpperCase()}${words.slice(1)}.${left}` }
}

async function formatJavaScript(source: string): Promise<Formatted> {
  const [{ format }, babel, estree] = await Promise.all([
    import('prettier/standalone'),
    import('prettier/plugins/babel'),
    import('prettier/plugins/estree'),
  ])
  try {
    const text = await format(source, {
      parser: 'babel',
      plugins: [babel, estree],
      ...mannerOf(source),
    })
    return { text, words: text === source ? 'Nothing to format.' : 'Formatted with Prettier.' }
  } catch (error) {
    const first = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { problem: `It cannot be formatted as it stands: ${first}` }
  }
}

/** How a file is written, so that formatting does not turn all of it around. */
export function mannerOf(source: string) {
  const count = (pattern: RegExp) => source.match(pattern)?.length ?? 0
  const indent = /^( +)\S/m.exec(source)?.[1]?.length ?? 2
  return {
    semi: count(/;[ \t]*$/gm) * 4 >= count(/[)\w'"`\]][ \t]*$/gm),
    singleQuote: count(/'/g) > count(/"/g),
    useTabs: count(/^\t/gm) > count(/^ {2}/gm),
    tabWidth: indent === 4 || indent === 8 ? indent : 2,
    printWidth: 100,
    endOfLine: source.includes('\r\n') ? ('crlf' as const) : ('lf' as const),
  }
}
