import type { FunctionEventConfig, FunctionEventSpec } from '@/api/generated/schema'
import {
  emptyRequest,
  type ConsoleRequest,
  type RequestBody,
  type RequestRow,
} from '@/domain/console/request'
import { contentTypeOf, contentTypes, formText, sentFields } from '@/domain/console/to-send'
import { isBranch } from '@/lib/tree'
import { without } from '@/lib/without'
import { textOf } from './body-text'
import { unheldParts, type UnheldPart } from './unheld-parts'

/** An event that a request was made into, and what of the request is not in it. */
export interface SavedRequest {
  config: FunctionEventConfig
  unheld: UnheldPart[]
}

type Attributes = NonNullable<FunctionEventSpec['attributes']>
type Headers = NonNullable<Attributes['headers']>

/**
 * The request that an event stands for. Missing and unusable parts are shown as servers fill them in: a POST to the root. The kind
 * of body follows the content type; a form that would not go out letter by letter as it is kept stays text.
 */
export function requestOfEvent({ spec }: Pick<FunctionEventConfig, 'spec'>): ConsoleRequest {
  const { method, path } = spec.attributes ?? {}
  const headers = Object.entries(headersOf(spec)).map(([name, value], index): RequestRow => ({
    id: index + 1,
    name,
    value: headerText(value),
  }))
  return {
    method: typeof method === 'string' && method !== '' ? method : emptyRequest.method,
    path: typeof path === 'string' && path !== '' ? path : emptyRequest.path,
    headers,
    body: bodyOf(typeof spec.body === 'string' ? spec.body : '', headers),
    options: { ...emptyRequest.options },
  }
}

/**
 * The event for a request, to create or, with the event that it comes `from`, to replace. Of that one everything stays that the
 * request does not change: its name, labels, unknown attributes, header values that are numbers, parts that were left out.
 * A content type that the console would add by itself is written down, so that the event means the same elsewhere.
 */
export function eventOfRequest(
  request: ConsoleRequest,
  {
    from,
    displayName,
    triggerKind,
  }: { from?: FunctionEventConfig; displayName: string; triggerKind?: string },
): SavedRequest {
  const spec = from?.spec ?? {}
  const shown = from && requestOfEvent(from)
  const [text, type] = [heldText(request), contentTypeOf(request)]
  const headers = heldHeaders(request.headers, headersOf(spec))
  const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  // An event without a content type is sent without one by other pages; only a choice made here adds it.
  const addsType = text !== '' && type !== undefined && !isTyped && type !== (shown && contentTypeOf(shown))
  const attributes: Attributes = {
    ...spec.attributes,
    ...(shown?.method !== request.method && { method: request.method }),
    ...(shown?.path !== request.path && { path: request.path }),
    ...((addsType || !shown || !sameRows(request.headers, shown.headers)) && {
      headers: addsType ? { 'Content-Type': type, ...headers } : headers,
    }),
  }
  const isBare = spec.attributes === undefined && Object.keys(attributes).length === 0
  return {
    config: {
      metadata: from?.metadata ?? {},
      spec: {
        ...spec,
        ...(displayName !== spec.displayName && { displayName }),
        ...((from === undefined || triggerKind !== undefined) && { triggerKind: triggerKind ?? 'http' }),
        ...(text !== (shown && heldText(shown)) && { body: text }),
        ...(!isBare && { attributes }),
      },
    },
    unheld: unheldParts(request),
  }
}

/** The same event once more, to be created under a name that the server chooses. */
export function copyOfEvent(
  { metadata, spec }: FunctionEventConfig,
  displayName: string,
): FunctionEventConfig {
  return {
    metadata: without(metadata, 'name', 'resourceVersion', 'creationTimestamp'),
    spec: { ...spec, displayName },
  }
}

function headersOf({ attributes }: FunctionEventSpec): Record<string, unknown> {
  const headers: unknown = attributes?.headers
  return isBranch(headers) ? headers : {}
}

function headerText(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

function bodyOf(text: string, headers: readonly RequestRow[]): RequestBody {
  const given = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? ''
  const type = given.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const body = { text, fields: [] }
  if (type === contentTypes.form && text !== '') {
    const fields = [...new URLSearchParams(text)].map(([name, value], index) => ({
      id: index + 1,
      name,
      value,
    }))
    if (formText(fields) === text) return { kind: 'form', text: '', fields }
  }
  if (/^(application|text)\/([\w.-]+\+)?json$/.test(type)) return { kind: 'json', ...body }
  return text === '' && type === '' ? { kind: 'none', ...body } : { kind: 'text', ...body }
}

/** The body as an event can keep it, empty where it cannot. */
function heldText({ body }: ConsoleRequest): string {
  if (body.kind === 'text' || body.kind === 'json') return body.text
  if (body.kind === 'form') return formText(sentFields(body))
  return (body.kind === 'file' && textOf(body.file?.bytes)) || ''
}

/** Headers by name. A repeated one is one list, as browsers send it; what was not edited keeps its type. */
function heldHeaders(rows: readonly RequestRow[], kept: Record<string, unknown>): Headers {
  const values = new Map<string, string>()
  for (const { name: typed, value, isOff } of rows) {
    const name = typed.trim()
    if (isOff || name === '') continue
    const earlier = values.get(name)
    values.set(name, earlier === undefined ? value : `${earlier}, ${value}`)
  }
  return Object.fromEntries(
    [...values].map(([name, value]) => {
      const before = Object.hasOwn(kept, name) ? kept[name] : undefined
      return [
        name,
        (before !== undefined && headerText(before) === value ? before : value) as Headers[string],
      ]
    }),
  )
}

function sameRows(a: readonly RequestRow[], b: readonly RequestRow[]): boolean {
  return (
    a.length === b.length &&
    a.every((row, i) => row.name === b[i]?.name && row.value === b[i].value && !row.isOff === !b[i].isOff)
  )
}
