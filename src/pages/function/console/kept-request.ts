import { readRequest, RequestShapeError } from '@/domain/console/read-request'
import { emptyRequest, type ConsoleRequest, type RequestFile } from '@/domain/console/request'
import { withoutSecrets } from '@/domain/console/request-secrets'
import { isBranch } from '@/lib/tree'

/** A request that this browser kept over a reload. */
export interface KeptRequest {
  request: ConsoleRequest
  /** Names of the secrets that were not kept with it. */
  leftOut: string[]
}

const nameOnly = ({ name, type, size }: RequestFile): RequestFile => ({ name, type, size })

/** The request that is being filled in as text to keep: without secrets, and of files the names only. Nothing for an empty one. */
export function keptRequestText(request: ConsoleRequest): string | undefined {
  if (request === emptyRequest) return undefined
  const { request: open, leftOut } = withoutSecrets(request)
  const body = {
    ...open.body,
    fields: open.body.fields.map((field) => (field.file ? { ...field, file: nameOnly(field.file) } : field)),
  }
  if (body.file) body.file = nameOnly(body.file)
  return JSON.stringify({ request: { ...open, body }, leftOut })
}

/** Reads what {@link keptRequestText} wrote; an empty request for anything else. */
export function readKeptRequest(text: string | null): KeptRequest {
  const none = { request: emptyRequest, leftOut: [] }
  if (text === null) return none
  try {
    const kept: unknown = JSON.parse(text)
    if (!isBranch(kept)) return none
    const { leftOut } = kept
    const names = Array.isArray(leftOut) ? leftOut.filter((name) => typeof name === 'string') : []
    return { request: readRequest(kept['request']), leftOut: names }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RequestShapeError) return none
    throw error
  }
}
