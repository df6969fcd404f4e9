import { isBranch } from '@/lib/tree'
import {
  emptyRequest,
  type BodyKind,
  type ConsoleRequest,
  type FormField,
  type OffQueryRow,
  type RequestFile,
  type RequestOptions,
  type RequestRow,
} from './request'

/** What is wrong with something that should be a request: its place and what was expected there. */
export class RequestShapeError extends Error {}

const fail = (place: string, expected: string): never => {
  throw new RequestShapeError(`${place}: expected ${expected}`)
}

const bodyKinds: readonly BodyKind[] = ['none', 'text', 'json', 'form', 'multipart', 'file']
const logLevels: readonly RequestOptions['logLevel'][] = ['', 'debug', 'info', 'warn', 'error']

const mostRows = 1_000

function text(value: unknown, place: string): string {
  return typeof value === 'string' ? value : fail(place, 'text')
}

function oneOf<Value extends string>(value: unknown, allowed: readonly Value[], place: string): Value {
  return (
    allowed.find((one) => one === value) ??
    fail(place, `one of ${allowed.map((one) => `“${one}”`).join(', ')}`)
  )
}

function branch(value: unknown, place: string): Record<string, unknown> {
  return isBranch(value) ? value : fail(place, 'an object')
}

function rows(value: unknown, place: string): unknown[] {
  if (!Array.isArray(value)) return fail(place, 'a list')
  return value.length > mostRows ? fail(place, `at most ${mostRows} rows`) : value
}

function file(value: unknown, place: string): RequestFile {
  const { name, type = '', size = 0, bytes } = branch(value, place)
  const found: RequestFile = {
    name: text(name, `${place}.name`),
    type: text(type, `${place}.type`),
    size: typeof size === 'number' && size >= 0 ? size : fail(`${place}.size`, 'a number of bytes'),
  }
  if (bytes !== undefined) found.bytes = bytes instanceof Uint8Array ? bytes : fail(`${place}.bytes`, 'bytes')
  return found
}

function row(value: unknown, id: number, place: string): FormField {
  const { name, value: given, isOff, file: chosen } = branch(value, place)
  const found: FormField = { id, name: text(name, `${place}.name`), value: text(given, `${place}.value`) }
  if (isOff !== undefined && typeof isOff !== 'boolean') fail(`${place}.isOff`, 'true or false')
  if (isOff === true) found.isOff = true
  if (chosen !== undefined) found.file = file(chosen, `${place}.file`)
  return found
}

const withoutFile = ({ id, name, value, isOff }: FormField): RequestRow =>
  isOff ? { id, name, value, isOff } : { id, name, value }

function offQueryOf(value: unknown): OffQueryRow[] {
  const given = rows(value, 'offQuery')
  return rowsOf(given, 'offQuery').map(({ id, name, value }, i): OffQueryRow => {
    const after = isBranch(given[i]) ? given[i].after : undefined
    return {
      id,
      name,
      value,
      isOff: true,
      after: Number.isSafeInteger(after) ? Math.max(0, Number(after)) : 0,
    }
  })
}

/** A row keeps the id that it has; one without gets the number of its place. */
function rowsOf(value: unknown, place: string): FormField[] {
  const given = rows(value, place)
  const ids = given.map((one) => (isBranch(one) && typeof one.id === 'number' ? one.id : undefined))
  const areIds = ids.every((id) => Number.isSafeInteger(id)) && new Set(ids).size === ids.length
  return given.map((one, i) => row(one, (areIds ? ids[i] : undefined) ?? i + 1, `${place}[${i}]`))
}

/**
 * A request out of something that was kept or came with a link; what is missing is as in an empty one, and what it does not know is dropped.
 * Throws a {@link RequestShapeError} that says what is wrong.
 */
export function readRequest(value: unknown): ConsoleRequest {
  const given = branch(value, 'request')
  const body = branch(given.body ?? {}, 'body')
  const options = branch(given.options ?? {}, 'options')
  const method = text(given.method ?? emptyRequest.method, 'method')
  // The token of HTTP; as a method anything else could not go out, or would be another line.
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}$/.test(method)) fail('method', 'the name of a method')
  const request: ConsoleRequest = {
    method,
    path: text(given.path ?? '/', 'path'),
    headers: rowsOf(given.headers ?? [], 'headers').map(withoutFile),
    body: {
      kind: oneOf(body.kind ?? 'none', bodyKinds, 'body.kind'),
      text: text(body.text ?? '', 'body.text'),
      fields: rowsOf(body.fields ?? [], 'body.fields'),
    },
    options: {
      invokeUrl: text(options.invokeUrl ?? '', 'options.invokeUrl'),
      timeout: text(options.timeout ?? '', 'options.timeout'),
      logLevel: oneOf(options.logLevel ?? '', logLevels, 'options.logLevel'),
      skipsTlsVerification: options.skipsTlsVerification === true,
    },
  }
  if (given.offQuery !== undefined) request.offQuery = offQueryOf(given.offQuery)
  if (body.file !== undefined) request.body.file = file(body.file, 'body.file')
  return request
}
