import { monaco } from '@/components/editor/monaco'
import type { CodeLanguage } from '@/domain/console/body-kind'

// What functions answer and are not written in; the others are those of the source editor.
import 'monaco-editor/languages/definitions/css/register'
import 'monaco-editor/languages/definitions/html/register'
import 'monaco-editor/languages/definitions/markdown/register'
import 'monaco-editor/languages/definitions/sql/register'
import 'monaco-editor/languages/definitions/typescript/register'
import 'monaco-editor/languages/definitions/xml/register'
import 'monaco-editor/languages/definitions/yaml/register'

/** A stretch of a row in one colour, by what it is to the language, such as `keyword.js`. */
export interface Stretch {
  text: string
  token: string
}

/** Rows of code, each in stretches, as the source editor would colour them. */
export async function colouredRows(rows: readonly string[], language: CodeLanguage): Promise<Stretch[][]> {
  // Resolves once the language is loaded.
  await monaco.editor.colorize('', language, {})
  // Other ends of lines than our own would make other rows.
  const lines = monaco.editor.tokenize(rows.map((row) => row.replaceAll('\r', ' ')).join('\n'), language)
  return rows.map((row, at) => {
    const tokens = lines[at] ?? []
    return tokens.map(({ offset, type }, index) => ({
      text: row.slice(offset, tokens[index + 1]?.offset),
      token: type,
    }))
  })
}
