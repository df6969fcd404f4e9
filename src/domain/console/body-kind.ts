import { headerParts } from '@/lib/media-type'
import { looksLikeText, sniffedText, sniffedType } from '@/lib/sniff'

/** What decides how a body is shown. */
export interface AnswerBody {
  headers: readonly (readonly [name: string, value: string])[]
  body: Uint8Array
}

/** A language that the editor has colours for. */
export type CodeLanguage =
  | 'csharp'
  | 'css'
  | 'go'
  | 'html'
  | 'java'
  | 'javascript'
  | 'markdown'
  | 'python'
  | 'ruby'
  | 'shell'
  | 'sql'
  | 'typescript'
  | 'xml'
  | 'yaml'

export type BodyShow =
  | { kind: 'empty' }
  /** `isGuess`: no header says so, and it only begins like JSON; when it is none, it is text. */
  | { kind: 'json'; isLines: boolean; isGuess: boolean; charset?: string }
  | { kind: 'text'; language?: CodeLanguage; charset?: string }
  /** To be shown in a frame that may do nothing, or as text. */
  | { kind: 'html'; charset?: string }
  /** Fields of a form as in a query; or as text. */
  | { kind: 'form'; charset?: string }
  /** To be shown by the browser. An SVG is only ever drawn as an image, where its scripts do not run. */
  | { kind: 'image' | 'audio' | 'video' | 'pdf'; type: string }
  /** Still compressed by what `Content-Encoding` names. */
  | { kind: 'compressed'; encoding: string }
  | { kind: 'binary' }

/** How to show a body, and what there is to know about it. */
export interface BodyView {
  show: BodyShow
  /** Set while the body is too large to be shown unasked: `show` tells what it would be. */
  isHeldBack: boolean
  /** The declared media type without its parameters; empty when there is none. */
  declaredType: string
  /** Says that the bytes are not what was declared, in words for a person. */
  note?: string
}

/** Bytes beyond which a body is only drawn when a person asks. */
export const unaskedLimit = 10_000_000

/** Bytes of a large body that are shown as its first part. */
export const firstPartSize = 500_000

const images = /^image\/(png|apng|jpeg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon|svg\+xml)$/
const audios = /^audio\/(mpeg|mp3|mp4|aac|ogg|opus|wav|wave|x-wav|webm|flac|x-flac)$/
const videos = /^video\/(mp4|webm|ogg|quicktime)$/

const languages: [type: RegExp, language: CodeLanguage][] = [
  [/^(text|application)\/(x-)?(javascript|ecmascript)$/, 'javascript'],
  [/^(text|application)\/(x-)?typescript$/, 'typescript'],
  [/^text\/css$/, 'css'],
  [/^(text|application)\/(xml|.*\+xml)$/, 'xml'],
  [/^(text|application)\/((x-)?yaml|.*\+yaml)$/, 'yaml'],
  [/^text\/(x-)?markdown$/, 'markdown'],
  [/^(text|application)\/(x-)?python(-script)?$/, 'python'],
  [/^(text|application)\/(x-)?(sh|shellscript)$/, 'shell'],
  [/^(text|application)\/(x-)?sql$/, 'sql'],
  [/^text\/(x-)?(go|golang)$/, 'go'],
  [/^text\/(x-)?java(-source)?$/, 'java'],
  [/^(text|application)\/(x-)?ruby$/, 'ruby'],
  [/^text\/(x-)?csharp$/, 'csharp'],
]

const textTypes =
  /^(text\/.*|multipart\/.*|message\/.*|application\/(graphql|toml|x-httpd-php|rtf|x-pem-file|jwt))$/
const jsonTypes = /^[^/]+\/(json|json5|x-json|.*\+json)$/
const jsonLinesTypes =
  /^(application|text)\/((x-)?ndjson|(x-)?jsonl|(x-)?jsonlines|json-seq|stream\+json|x-json-stream)$/
const unsure = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'text/plain',
  'unknown/unknown',
])

/**
 * Decides how to show a body from its headers and first bytes, without reading all of it. What was declared counts, unless it is
 * missing, says nothing (`application/octet-stream`, and `text/plain`, which servers put on anything) or the bytes are plainly
 * something else.
 * @param isAsked whether a person asked for a large body to be shown
 */
export function bodyView(answer: AnswerBody, isAsked = false): BodyView {
  const { value: declaredType, parameters } = headerParts(header(answer, 'content-type'))
  const charset = parameters.get('charset') || undefined
  const { show, note } = shown(answer, declaredType, charset)
  return { show, isHeldBack: !isAsked && answer.body.length > unaskedLimit, declaredType, note }
}

/**
 * How to show the first bytes of a body, which are text or bytes: half an image or half a JSON text is not shown as one.
 * @returns the bytes to show
 */
export function firstPartView(answer: AnswerBody): { show: BodyShow; bytes: Uint8Array } {
  const { show } = bodyView(answer)
  const bytes = answer.body.subarray(0, firstPartSize)
  switch (show.kind) {
    case 'json':
    case 'html':
    case 'form':
      return { show: { kind: 'text', charset: show.charset }, bytes }
    case 'image':
      return { show: { kind: show.type === 'image/svg+xml' ? 'text' : 'binary' }, bytes }
    case 'audio':
    case 'video':
    case 'pdf':
    case 'compressed':
      return { show: { kind: 'binary' }, bytes }
    case 'empty':
    case 'text':
    case 'binary':
      return { show, bytes }
  }
}

function header({ headers }: AnswerBody, wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''
}

function shown(
  answer: AnswerBody,
  type: string,
  charset: string | undefined,
): { show: BodyShow; note?: string } {
  const { body } = answer
  if (body.length === 0) return { show: { kind: 'empty' } }
  const sniffed = sniffedType(body)
  const encoding = stillEncoded(header(answer, 'content-encoding'), sniffed, body)
  if (encoding) return { show: { kind: 'compressed', encoding } }
  if (unsure.has(type)) return { show: guessed(body, sniffed, charset) }

  const media = mediaShow(type)
  // Bytes that are known for something that can be shown count more than a header that says otherwise.
  const other = sniffed === undefined ? undefined : mediaShow(sniffed)
  if (other && !isSameSort(other, media)) return { show: other, note: `The bytes are ${sniffed}` }
  if (media) {
    if (media.type === 'image/svg+xml' && sniffedText(body) !== 'json') return { show: media }
    if (isTimed(media) && isTimed(other)) return { show: media }
    if (sniffed !== undefined || !looksLikeText(body)) return { show: other ?? media }
    return { show: textShow(body, charset), note: 'The bytes are text' }
  }
  if (!isTextual(type)) return { show: looksLikeText(body) ? textShow(body, charset) : { kind: 'binary' } }
  if (!looksLikeText(body) && !isWide(charset))
    return { show: { kind: 'binary' }, note: 'The bytes are no text' }
  return { show: declaredText(type, charset) }
}

/** Sound and films come in the same containers, so their bytes do not tell them apart. */
function isTimed(show: BodyShow | undefined): boolean {
  return show?.kind === 'audio' || show?.kind === 'video'
}

function isSameSort(one: BodyShow, other: BodyShow | undefined): boolean {
  return one.kind === other?.kind || (isTimed(one) && isTimed(other))
}

function mediaShow(type: string): Extract<BodyShow, { type: string }> | undefined {
  if (images.test(type)) return { kind: 'image', type }
  if (audios.test(type)) return { kind: 'audio', type }
  if (videos.test(type)) return { kind: 'video', type }
  return type === 'application/pdf' ? { kind: 'pdf', type } : undefined
}

function isTextual(type: string): boolean {
  return (
    declaredText(type, undefined).kind !== 'text' || languageOf(type) !== undefined || textTypes.test(type)
  )
}

function languageOf(type: string): CodeLanguage | undefined {
  return languages.find(([types]) => types.test(type))?.[1]
}

function declaredText(type: string, charset: string | undefined): BodyShow {
  if (jsonLinesTypes.test(type)) return { kind: 'json', isLines: true, isGuess: false, charset }
  if (jsonTypes.test(type)) return { kind: 'json', isLines: false, isGuess: false, charset }
  if (type === 'text/html' || type === 'application/xhtml+xml') return { kind: 'html', charset }
  if (type === 'application/x-www-form-urlencoded') return { kind: 'form', charset }
  return { kind: 'text', language: languageOf(type), charset }
}

/** What bytes are of which no header says anything certain. */
function guessed(body: Uint8Array, sniffed: string | undefined, charset: string | undefined): BodyShow {
  if (sniffed !== undefined) return mediaShow(sniffed) ?? { kind: 'binary' }
  return looksLikeText(body) || isWide(charset) ? textShow(body, charset) : { kind: 'binary' }
}

function textShow(body: Uint8Array, charset: string | undefined): BodyShow {
  switch (sniffedText(body)) {
    case 'json':
      return { kind: 'json', isLines: false, isGuess: true, charset }
    case 'svg':
      return { kind: 'image', type: 'image/svg+xml' }
    // A page that is not declared as one is not run as one either.
    case 'html':
      return { kind: 'text', language: 'html', charset }
    default:
      return { kind: 'text', charset }
  }
}

/** Whether letters of a charset hold bytes that no other text has. */
function isWide(charset: string | undefined): boolean {
  return charset !== undefined && /^(utf-?16|utf-?32|ucs-?2|iso-2022)/i.test(charset)
}

/**
 * The encoding that a body still has. A browser decodes it and keeps the header, so the bytes have to be asked: only those of gzip
 * and zlib can be told. Brotli and zstd leave no text.
 */
function stillEncoded(given: string, sniffed: string | undefined, body: Uint8Array): string | undefined {
  const encoding = given.trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return undefined
  if (encoding === 'gzip' || encoding === 'x-gzip') return sniffed === 'application/gzip' ? 'gzip' : undefined
  if (encoding === 'deflate') return body[0] === 0x78 && !looksLikeText(body) ? encoding : undefined
  return sniffed === undefined && !looksLikeText(body) ? encoding : undefined
}
