import { maskSecrets } from '@/domain/function-secrets'
import { formatBytes } from '@/lib/format-bytes'
import type { ConsoleRequest } from './request'
import { coverAnswerHeaders, type MaskedRequest } from './request-secrets'
import type { Verdict } from './verdict'

/** What came back, as it is kept. */
export interface KeptAnswer {
  status: number
  statusText: string
  /** Credentials among them are covered. */
  headers: [name: string, value: string][]
  /** Bytes of the body as it came. */
  size: number
  /** Absent when it was too big to be kept. */
  body?: Uint8Array
}

/** How it went, with all that was said of it then. Secrets are covered. */
export interface KeptVerdict extends Verdict {
  /** Of a failure: what the dashboard, or the page of a server in between, said itself. */
  said?: string
  /** The dashboard's own trace. */
  detail?: string
}

export interface HistoryEntry {
  id: string
  /** When it was sent, in milliseconds since 1970. */
  at: number
  request: MaskedRequest
  /** The body of the request was too big to be kept and is empty in it. */
  isBodyLeftOut: boolean
  /** Absent when none came. */
  answer?: KeptAnswer
  verdict: KeptVerdict
  /** Milliseconds from sending to the last byte. */
  duration: number
  pinned: boolean
  /** About what it takes to keep it. */
  bytes: number
}

/** What was sent to one function, the newest first. */
export type History = readonly HistoryEntry[]

export interface HistoryLimits {
  entries: number
  /** Of all entries together. */
  bytes: number
  /** Of one body, sent or received. */
  bodyBytes: number
}

export const historyLimits: HistoryLimits = { entries: 500, bytes: 32_000_000, bodyBytes: 2_000_000 }

const overhead = 16

/**
 * About the bytes that a value takes in the browser's database: text is kept as one byte a sign when all of it is Latin-1 and as two when not,
 * bytes as they are, and everything has a little around it.
 */
export function keptSize(value: unknown): number {
  if (typeof value === 'string') return overhead + value.length * (/[^\0-\xff]/.test(value) ? 2 : 1)
  if (value instanceof Uint8Array) return overhead + value.byteLength
  if (typeof value !== 'object' || value === null) return 8
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (Array.isArray(value) ? 0 : key.length) + keptSize(inner),
    overhead,
  )
}

const textBytes = (text: string): number => new TextEncoder().encode(text).length

/** The request without the bodies that are too big; whether something was left out that belongs to it. */
function boundedRequest(
  masked: MaskedRequest,
  limit: number,
): { request: MaskedRequest; isBodyLeftOut: boolean } {
  const { request, marks } = masked
  const { body } = request
  const isTextLeftOut = textBytes(body.text) > limit
  let left = limit
  const fits = (bytes: number) => {
    left -= bytes
    return left >= 0
  }
  const bounded: ConsoleRequest['body'] = {
    ...body,
    text: isTextLeftOut ? '' : body.text,
    fields: body.fields.map((field) =>
      field.file?.bytes && !fits(field.file.bytes.length)
        ? { ...field, file: { ...field.file, bytes: undefined } }
        : field,
    ),
  }
  if (body.file?.bytes && !fits(body.file.bytes.length)) bounded.file = { ...body.file, bytes: undefined }
  return {
    request: {
      request: { ...request, body: bounded },
      marks: isTextLeftOut ? marks.filter(({ place }) => place.part !== 'text') : marks,
    },
    isBodyLeftOut: isTextLeftOut || left < 0,
  }
}

/** What is known of one exchange when it is over. */
export interface Exchange {
  id: string
  at: number
  /** As {@link MaskedRequest}: nothing else may get here. */
  request: MaskedRequest
  answer?: Omit<KeptAnswer, 'size' | 'body'> & { body: Uint8Array }
  verdict: KeptVerdict
  duration: number
}

/** An entry for the history, within its limits: a body that is too big is left out and its size told. */
export function historyEntry(exchange: Exchange, limits = historyLimits): HistoryEntry {
  const { answer, request, ...rest } = exchange
  const entry: HistoryEntry = {
    ...rest,
    ...boundedRequest(request, limits.bodyBytes),
    pinned: false,
    bytes: 0,
  }
  if (answer) {
    const { status, statusText, headers, body } = answer
    entry.answer = { status, statusText, headers: coverAnswerHeaders(headers), size: body.length }
    // A view of a larger buffer would be kept with all of that.
    if (body.length <= limits.bodyBytes) entry.answer.body = body.slice()
  }
  return { ...entry, bytes: keptSize(entry) }
}

/** What was said of a request without the secrets that it had: servers repeat addresses and values in their errors. */
export function coverVerdict(verdict: KeptVerdict, secrets: Iterable<string>): KeptVerdict {
  // Shorter ones stand in any text.
  const values = [...secrets].filter((secret) => secret.length > 3).sort((a, b) => b.length - a.length)
  const { words, said, detail, ...rest } = verdict
  return {
    ...rest,
    ...(words && { words: maskSecrets(words, values) }),
    ...(said && { said: maskSecrets(said, values) }),
    ...(detail && { detail: maskSecrets(detail, values) }),
  }
}

/** In place of a body that is not there: why. */
export function bodyNotKept({ size }: KeptAnswer): string {
  return `The body of ${formatBytes(size)} was too big, not kept`
}

export const bytesOf = (history: History): number => history.reduce((sum, { bytes }) => sum + bytes, 0)

/**
 * The history with one more entry, and the ids of those that had to go: the oldest unpinned ones beyond the limits. Pinned ones and the new one
 * stay in any case. An entry with the id of another takes its place.
 */
export function addEntry(
  history: History,
  entry: HistoryEntry,
  limits = historyLimits,
): { history: History; evicted: string[] } {
  const others = history.filter(({ id }) => id !== entry.id)
  const all = [entry, ...others].sort((a, b) => b.at - a.at)
  let entries = all.length
  let bytes = bytesOf(all)
  const evicted = new Set<string>()
  for (const old of all.toReversed()) {
    if (entries <= limits.entries && bytes <= limits.bytes) break
    if (old.pinned || old.id === entry.id) continue
    evicted.add(old.id)
    entries -= 1
    bytes -= old.bytes
  }
  return { history: all.filter(({ id }) => !evicted.has(id)), evicted: [...evicted] }
}

/** Why one more entry cannot be pinned; what is pinned may take three quarters, so that there is always room for what is sent next. */
export function pinProblem(history: History, id: string, limits = historyLimits): string | undefined {
  const pinned = history.filter((entry) => entry.pinned || entry.id === id)
  if (pinned.length <= limits.entries * 0.75 && bytesOf(pinned) <= limits.bytes * 0.75) return undefined
  return 'Too much is pinned already; unpin or delete something first'
}

/** Pins an entry, or no longer; what is not there stays so. */
export function pinEntry(history: History, id: string, pinned: boolean): History {
  return history.map((entry) => (entry.id === id ? { ...entry, pinned } : entry))
}

export function deleteEntry(history: History, id: string): History {
  return history.filter((entry) => entry.id !== id)
}

/** What is left when the history is cleared: the pinned entries, and those neither when `pinnedToo`. */
export function clearHistory(history: History, pinnedToo = false): History {
  return pinnedToo ? [] : history.filter(({ pinned }) => pinned)
}
