import { durationMilliseconds } from '@/domain/go-duration'
import {
  isCredentialName,
  pathSecretSpans,
  secretSpans,
  valueSecretSpans,
  type SecretSpan,
} from './secret-spans'
import { quoted, quotedPieces, secretNames, type Piece } from '@/domain/shell-quoting'
import type { RequestFile, RequestOptions } from './request'
import type { SentPart, SentRequest } from './to-send'

/** A request to write as a command. */
export interface CurlSource {
  /** What goes out, from `toSend`. */
  sent: SentRequest
  /** Where the function is reached: scheme and host, without a path. */
  target: string
  options?: Pick<RequestOptions, 'timeout' | 'logLevel' | 'skipsTlsVerification'>
  /** Of the body when it is one; its bytes are not needed. */
  file?: Pick<RequestFile, 'name'>
}

/** A command for a POSIX shell, and the variables that it takes secrets from: their values stand in no line of it. */
export interface CurlExport {
  command: string
  variables: { name: string; value: string }[]
}

/** Secrets of the command as variables, with how each has to be written. */
function secretVariables() {
  const { names, nameOf } = secretNames()
  const writings = new Map<string, SecretSpan['writing']>()
  return {
    pieces(text: string, spans: readonly SecretSpan[]): Piece[] {
      const pieces: Piece[] = []
      let at = 0
      for (const { start, end, name, writing } of spans) {
        const secret = text.slice(start, end)
        if (!names.has(secret)) writings.set(secret, writing)
        pieces.push(text.slice(at, start), { variable: nameOf(secret, name) })
        at = end
      }
      return [...pieces, text.slice(at)]
    },
    found: () =>
      [...names].map(([value, name]) => ({
        name,
        value,
        writing: writings.get(value) ?? ('plain' as const),
      })),
  }
}

type Variables = ReturnType<typeof secretVariables>

const notes: Record<SecretSpan['writing'], string> = {
  plain: '',
  json: ' (within JSON: write " as \\" and \\ as \\\\)',
  url: ' (within an address or a form: percent-encoded)',
}

const setFirst = '# Set what is secret first:'

/** A line of a command holds a text of this many characters at most; some systems end a word at 128 kB. */
const longestWord = 30_000

/**
 * The `curl` command that sends a request. Secrets stand in it as shell variables, with comments on how to set them; files stand as
 * `@name`, to be found in the current folder.
 */
export function curlCommand(source: CurlSource): CurlExport {
  const { sent, target, options } = source
  const variables = secretVariables()
  const url = urlOf(target, sent.path)
  const path = sent.path.split('?')[0] ?? ''
  const words = [`curl --fail-with-body -X ${quoted(sent.method).replace(/^'(\w+)'$/, '$1')}`]
  words[0] += ` ${quotedPieces(variables.pieces(url, pathSecretSpans(url)))}`
  // curl gives braces a meaning of their own, and takes dots out of a path.
  if (/[[\]{}]/.test(url)) words.push('--globoff')
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) words.push('--path-as-is')
  if (options?.skipsTlsVerification) words.push('--insecure')
  const timeout = durationMilliseconds(options?.timeout.trim() ?? '')
  if (timeout) words.push(`--max-time ${timeout / 1000}`)
  const headers = [...sent.headers]
  if (options?.logLevel) headers.push(['X-Nuclio-Log-Level', options.logLevel])
  for (const [name, value] of headers) words.push(`-H ${headerWord(name, value, variables)}`)
  const { before, body, comments } = bodyWords(source, variables)
  const found = variables.found()
  const lines = [
    ...comments.map((text) => `# ${text}`),
    ...(found.length > 0 ? [setFirst] : []),
    ...found.map(({ name, writing }) => `# export ${name}=…${notes[writing]}`),
    before + [...words, ...body].join(' \\\n  '),
  ]
  return { command: lines.join('\n'), variables: found.map(({ name, value }) => ({ name, value })) }
}

/** The whole URL of a request to a target, spelled as it goes out. */
export const urlOf = (target: string, path: string): string => target.replace(/\/+$/, '') + writtenPath(path)

/** A path that curl takes: spaces and signs beyond ASCII are escaped, as the dashboard does too. */
export function writtenPath(path: string): string {
  return path
    .replace(/[\0-\x1f\x7f]+/g, '')
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')))
}

function headerWord(name: string, value: string, variables: Variables): string {
  // A name with nothing behind its colon would take the header away.
  if (value === '') return quoted(`${name};`)
  return quotedPieces([`${name}: `, ...variables.pieces(value, valueSecretSpans(name, value))])
}

interface BodyWords {
  /** What hands the body to curl, in front of it. */
  before: string
  body: string[]
  comments: string[]
}

function bodyWords({ sent, file }: CurlSource, variables: Variables): BodyWords {
  const { body } = sent
  switch (body.kind) {
    case 'none':
      return { before: '', body: [], comments: [] }
    case 'text':
      return textWords(body.text, variables)
    case 'bytes': {
      const name = file?.name || 'body.bin'
      return { before: '', body: [`--data-binary ${quoted(`@${inFolder(name)}`)}`], comments: [] }
    }
    case 'multipart':
      return partWords(body.parts, variables)
  }
}

function textWords(text: string, variables: Variables): BodyWords {
  if (text.includes('\0'))
    return {
      before: '',
      body: [`--data-binary '@body.txt'`],
      comments: ['The body has signs that no command holds: save it as body.txt'],
    }
  const word = quotedPieces(variables.pieces(text, secretSpans(text)))
  return text.length <= longestWord
    ? { before: '', body: [`--data-raw ${word}`], comments: [] }
    : { before: `printf %s ${word} | `, body: ['--data-binary @-'], comments: [] }
}

function partWords(parts: readonly SentPart[], variables: Variables): BodyWords {
  const comments: string[] = []
  const body = parts.flatMap((part) => {
    const text = 'text' in part ? part.text : ''
    if (part.name.includes('=') || `${part.name}${text}`.includes('\0')) {
      comments.push(`The field ${JSON.stringify(part.name)} is left out: curl cannot write it`)
      return []
    }
    if ('file' in part) return [`-F ${quoted(`${part.name}=${fileArgument(part.file)}`)}`]
    const spans = isCredentialName(part.name) ? valueSecretSpans(part.name, text) : secretSpans(text)
    return [`--form-string ${quotedPieces([`${part.name}=`, ...variables.pieces(text, spans)])}`]
  })
  return { before: '', body, comments }
}

/** A file's name alone would be an option or the standard input when it begins with a dash. */
const inFolder = (name: string): string => (name.startsWith('-') ? `./${name}` : name)

function fileArgument({ name, type }: { name: string; type: string }): string {
  const inQuotes = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`
  const base = name.split('/').at(-1) || 'file'
  const filename = base === name ? '' : `;filename=${inQuotes(name)}`
  return `@${inQuotes(inFolder(base))};type=${type}${filename}`
}

/** The command with what sets its variables in front of it, secrets and all. */
export function withItsSecrets({ command, variables }: CurlExport): string {
  const lines = command.split('\n')
  const notes = lines.findIndex((line) => !line.startsWith('# '))
  const kept = lines
    .slice(0, notes)
    .filter(
      (line) => line !== setFirst && !variables.some(({ name }) => line.startsWith(`# export ${name}=`)),
    )
  const exports = variables.map(({ name, value }) => `export ${name}=${quoted(value)}`)
  return [...kept, ...exports, ...lines.slice(notes)].join('\n')
}
