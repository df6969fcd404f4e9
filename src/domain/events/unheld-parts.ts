import type { ConsoleRequest } from '@/domain/console/request'
import { textOf } from './body-text'

/** A part of a request that an event has no place for. */
export interface UnheldPart {
  part: 'body' | 'switched-off' | 'options'
  /** A sentence to say before the event is saved. */
  words: string
}

/**
 * What of a request is missing in the event for it: an event has a method, a path, one value a header and a body that is text.
 * Nuclio has no field for a body in another encoding, and none for how the dashboard passes a request on.
 */
export function unheldParts({ headers, body, options }: ConsoleRequest): UnheldPart[] {
  const parts: UnheldPart[] = []
  const unheldBody = bodyWords(body)
  if (unheldBody) parts.push({ part: 'body', words: unheldBody })
  const fields = body.kind === 'form' ? body.fields : []
  const off = [...headers, ...fields].filter(({ isOff, name, value }) => isOff && name + value !== '').length
  if (off > 0)
    parts.push({
      part: 'switched-off',
      words: `What is switched off is left out: ${off} ${off === 1 ? 'row' : 'rows'}.`,
    })
  const set = [
    options.invokeUrl !== '' && 'the target URL',
    options.timeout !== '' && 'the timeout',
    options.logLevel !== '' && 'the log level',
    options.skipsTlsVerification && 'the choice to accept any certificate',
  ].filter((name) => name !== false)
  if (set.length > 0)
    parts.push({
      part: 'options',
      words: `An event has no place for ${listed(set)}; it stays with this page.`,
    })
  return parts
}

function bodyWords({ kind, file }: ConsoleRequest['body']): string | undefined {
  if (kind === 'multipart') return 'An event keeps no multipart body; it is saved without one.'
  if (kind !== 'file' || !file || textOf(file.bytes) !== undefined) return undefined
  return file.bytes
    ? `An event keeps its body as text, and “${file.name}” is none; it is saved without a body.`
    : `“${file.name}” has to be chosen again; without its content the event is saved without a body.`
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}
