import { CompressedTextError, compressText, expandText } from '@/lib/compressed-text'
import { isBranch } from '@/lib/tree'
import { readRequest, RequestShapeError } from './read-request'
import type { ConsoleRequest, FormField, RequestFile } from './request'
import { withoutSecrets } from './request-secrets'

/** Stands before the compressed request in a URL's fragment. */
const beginning = 'request='

/** Of the format; a page reads no newer one than it writes. */
const version = 1

/** Bytes of a request that is read from a link, when inflated. */
const readLimit = 8 * 1024 * 1024

/** Characters of a link beyond which programs that pass it on may cut it. */
const longLink = 8_000

/** A request as the fragment of a URL, with the names of what it does not carry. */
export interface RequestLink {
  /** Without `#`. */
  fragment: string
  /** Headers, values and fields whose secrets were left out. */
  leftOut: string[]
  /** Files of which only the name goes along. */
  files: string[]
  /** Whether it is so long that some programs will not pass it on whole. */
  isLong: boolean
}

export type RequestFromLink =
  | {
      request: ConsoleRequest
      /** What has to be filled in by hand. */
      leftOut: string[]
      /** Names of files to choose again. */
      files: string[]
    }
  | { problem: string }

const filesOf = ({ body }: ConsoleRequest): RequestFile[] =>
  [body.file, ...body.fields.map(({ file }) => file)].filter((file) => file !== undefined)

const nameOnly = ({ name }: RequestFile): RequestFile => ({ name, type: '', size: 0 })

/** What must not come from elsewhere unseen: bytes, and that a certificate may be anything. */
function fitForLink(request: ConsoleRequest): ConsoleRequest {
  const { body, options } = request
  const fields = body.fields.map((field): FormField =>
    field.file ? { ...field, file: nameOnly(field.file) } : field,
  )
  return {
    ...request,
    body: body.file ? { ...body, fields, file: nameOnly(body.file) } : { ...body, fields },
    options: { ...options, skipsTlsVerification: false },
  }
}

/**
 * A request for the fragment of a URL, which no server gets to see. Credentials and what looks like a secret are left out, files go by name only,
 * and so does not the permission to skip checks of certificates. Rejects for a request that is too large to be read back.
 */
export async function requestLink(request: ConsoleRequest): Promise<RequestLink> {
  const open = withoutSecrets(request)
  const leftOut = open.leftOut
  const json = JSON.stringify({ version, request: fitForLink(open.request), leftOut })
  if (new Blob([json]).size > readLimit) throw new Error('The request is too large for a link')
  const fragment = beginning + (await compressText(json))
  const files = filesOf(request).map(({ name }) => name)
  return { fragment, leftOut, files, isLong: fragment.length > longLink }
}

/** Whether a fragment (with or without `#`) is that of a request. */
export const isRequestLink = (fragment: string): boolean => fragment.replace(/^#/, '').startsWith(beginning)

/**
 * The request in a fragment (with or without `#`), or what is wrong with it. It is nothing but a request to fill in: sending it stays with the
 * person, it names no secret of this browser to be put in, and it cannot switch off checks of certificates.
 */
export async function readRequestLink(fragment: string): Promise<RequestFromLink> {
  const text = fragment.replace(/^#/, '')
  if (!text.startsWith(beginning)) return { problem: 'The link holds no request' }
  try {
    const given: unknown = JSON.parse(await expandText(text.slice(beginning.length), readLimit))
    if (!isBranch(given)) return { problem: 'The link holds something else than a request' }
    if (given.version !== version) return { problem: versionProblem(given.version) }
    const { leftOut } = given
    const request = fitForLink(readRequest(given.request))
    const names = Array.isArray(leftOut) ? leftOut.filter((name) => typeof name === 'string') : []
    return { request, leftOut: names.slice(0, 100), files: filesOf(request).map(({ name }) => name) }
  } catch (error) {
    if (error instanceof RequestShapeError)
      return { problem: `The link holds no valid request: ${error.message}` }
    if (error instanceof CompressedTextError) return { problem: `The link cannot be read: ${error.message}` }
    if (error instanceof SyntaxError) return { problem: 'The link holds something else than a request' }
    throw error
  }
}

function versionProblem(given: unknown): string {
  return typeof given === 'number' && given > version
    ? 'The link was made by a newer dashboard'
    : 'The link holds something else than a request'
}
