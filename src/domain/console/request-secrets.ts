import { covered } from '@/domain/function-secrets'
import type { ConsoleRequest, FormField, RequestFile, RequestRow } from './request'
import {
  isCredentialName,
  pathSecretSpans,
  secretSpans,
  valueSecretSpans,
  type SecretSpan,
} from './secret-spans'

/** A text of a request; rows are named by their ids. */
export type RequestPlace =
  | { part: 'path' | 'invokeUrl' | 'text' | 'file' }
  | { part: 'query' | 'header' | 'field' | 'fieldFile'; row: number }

/** A place where a secret was taken out. */
export interface SecretMark {
  /** Under which the secret is remembered; the same place of the next request has the same one. */
  key: string
  /** Name of the header, query value or field, or what its shape tells (`token`). */
  name: string
  place: RequestPlace
  /** Where in the masked text the cover stands. */
  at: number
  writing: SecretSpan['writing']
}

/** A request to keep: covers stand where secrets were, and the bytes of secret files are gone. */
export interface MaskedRequest {
  request: ConsoleRequest
  marks: SecretMark[]
}

type SpansOf = (text: string) => SecretSpan[]

/** Files that hold a key by the look of their names. */
const secretFile = /(?:^|[/\\])id_(?:rsa|dsa|ecdsa|ed25519)$|\.(?:pem|key|p12|pfx|jks|kdbx|env)$|^\.env/i

const isSecretFile = (file: RequestFile, name = ''): boolean =>
  secretFile.test(file.name) || isCredentialName(file.name) || isCredentialName(name)

interface Change {
  text: (text: string, place: RequestPlace, spansOf: SpansOf) => string
  file: (file: RequestFile, place: RequestPlace, name: string) => RequestFile
}

/** The one walk over what a request can hold secrets in: a copy with each text and file replaced. */
function mapRequest(request: ConsoleRequest, change: Change): ConsoleRequest {
  const { body, options } = request
  const valueOf = (row: RequestRow, part: 'query' | 'header' | 'field') =>
    change.text(row.value, { part, row: row.id }, (text) => valueSecretSpans(row.name, text))
  const field = (row: FormField): FormField => {
    const changed = { ...row, value: valueOf(row, 'field') }
    if (row.file) changed.file = change.file(row.file, { part: 'fieldFile', row: row.id }, row.name)
    return changed
  }
  const changed: ConsoleRequest = {
    ...request,
    path: change.text(request.path, { part: 'path' }, pathSecretSpans),
    headers: request.headers.map((row) => ({ ...row, value: valueOf(row, 'header') })),
    body: {
      ...body,
      text: change.text(body.text, { part: 'text' }, secretSpans),
      fields: body.fields.map(field),
    },
    options: {
      ...options,
      invokeUrl: change.text(options.invokeUrl, { part: 'invokeUrl' }, pathSecretSpans),
    },
  }
  if (request.offQuery)
    changed.offQuery = request.offQuery.map((row) => ({ ...row, value: valueOf(row, 'query') }))
  if (body.file) changed.body.file = change.file(body.file, { part: 'file' }, '')
  return changed
}

/** `text` with something else in place of each span, which is told where in the new text it begins. */
function replaceSpans(
  text: string,
  spans: readonly SecretSpan[],
  replace: (secret: string, span: SecretSpan, at: number) => string,
): string {
  let masked = ''
  let from = 0
  for (const span of spans) {
    masked += text.slice(from, span.start)
    masked += replace(text.slice(span.start, span.end), span, masked.length)
    from = span.end
  }
  return masked + text.slice(from)
}

/**
 * Takes the secrets out of all that was filled in, also out of what is switched off or would go with another kind of body. `secrets` has them
 * by the keys of their marks, as they are written there; it is for the memory of the tab only. A secret file loses its bytes, which are in no map.
 */
export function takeOutSecrets(request: ConsoleRequest): {
  masked: MaskedRequest
  secrets: Map<string, string>
} {
  const marks: SecretMark[] = []
  const secrets = new Map<string, string>()
  const counts = new Map<string, number>()
  const mark = (name: string, place: RequestPlace, at: number, writing: SecretSpan['writing']) => {
    const base = `${place.part} ${name.toLowerCase()}`
    const count = (counts.get(base) ?? 0) + 1
    counts.set(base, count)
    const key = count === 1 ? base : `${base} ${count}`
    marks.push({ key, name, place, at, writing })
    return key
  }
  const masked = mapRequest(request, {
    text: (text, place, spansOf) =>
      replaceSpans(text, spansOf(text), (secret, span, at) => {
        secrets.set(mark(span.name, place, at, span.writing), secret)
        return covered
      }),
    file: (file, place, name) => {
      if (!isSecretFile(file, name)) return file
      mark(name || file.name, place, 0, 'plain')
      return { name: file.name, type: file.type, size: file.size }
    },
  })
  return { masked: { request: masked, marks }, secrets }
}

const samePlace = (a: RequestPlace, b: RequestPlace): boolean =>
  a.part === b.part && ('row' in a ? a.row : 0) === ('row' in b ? b.row : 0)

/**
 * The request with its secrets back, as far as `memory` has them; `missing` are the marks it has none for, which stay covered, and the files
 * to choose again. To fill in what a person then enters, add it to the memory ({@link asWritten}) and put back into the masked request again.
 */
export function putSecretsBack(
  { request, marks }: MaskedRequest,
  memory: ReadonlyMap<string, string>,
): { request: ConsoleRequest; missing: SecretMark[] } {
  const missing: SecretMark[] = []
  const restored = mapRequest(request, {
    text: (text, place) => {
      const here = marks.filter((mark) => samePlace(mark.place, place)).sort((a, b) => a.at - b.at)
      const spans = here.flatMap((mark): (SecretSpan & { key: string })[] => {
        // A text that was changed since has no cover there to be replaced.
        if (!text.startsWith(covered, mark.at)) return []
        if (!memory.has(mark.key)) missing.push(mark)
        return [{ ...mark, start: mark.at, end: mark.at + covered.length }]
      })
      const values = spans.map(({ key }) => memory.get(key))
      let next = 0
      return replaceSpans(text, spans, (cover) => values[next++] ?? cover)
    },
    file: (file, place) => {
      if (file.bytes === undefined) missing.push(...marks.filter((mark) => samePlace(mark.place, place)))
      return file
    },
  })
  return { request: restored, missing }
}

/** A secret as a person types it, written so that it can stand at its mark: escaped within JSON, encoded within a query. */
export function asWritten({ writing }: Pick<SecretMark, 'writing'>, typed: string): string {
  if (writing === 'json') return JSON.stringify(typed).slice(1, -1)
  return writing === 'url' ? encodeURIComponent(typed) : typed
}

/** The request with nothing in place of its secrets, and the names of what was left out; secret files keep their names. */
export function withoutSecrets(request: ConsoleRequest): { request: ConsoleRequest; leftOut: string[] } {
  const { masked } = takeOutSecrets(request)
  const emptied = putSecretsBack(masked, new Map(masked.marks.map(({ key }) => [key, ''])))
  return { request: emptied.request, leftOut: [...new Set(masked.marks.map(({ name }) => name))] }
}

/** Headers of an answer to keep: cookies and tokens are covered. */
export function coverAnswerHeaders(
  headers: readonly (readonly [name: string, value: string])[],
): [name: string, value: string][] {
  return headers.map(([name, value]) => {
    // A challenge says how to prove who one is; it proves nothing itself.
    const spans = /^(?:www|proxy)-authenticate$/i.test(name) ? [] : valueSecretSpans(name, value)
    return [name, replaceSpans(value, spans, () => covered)]
  })
}
