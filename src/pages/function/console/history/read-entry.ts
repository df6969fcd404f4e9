import type { HistoryEntry, KeptAnswer, KeptVerdict } from '@/domain/console/history'
import { readRequest, RequestShapeError } from '@/domain/console/read-request'
import type { MaskedRequest, SecretMark } from '@/domain/console/request-secrets'
import {
  cancelledVerdict,
  pageFailedWords,
  verdictReasons,
  type VerdictReason,
} from '@/domain/console/verdict'
import { isBranch } from '@/lib/tree'

const origins = {
  function: true,
  dashboard: true,
  proxy: true,
  browser: true,
} satisfies Record<KeptVerdict['origin'], true>
const tones = { ok: true, busy: true, bad: true } satisfies Record<KeptVerdict['tone'], true>
/** Every part of a request that a mark can stand in, and whether its place names a row. */
const hasRow = {
  path: false,
  invokeUrl: false,
  text: false,
  file: false,
  query: true,
  header: true,
  field: true,
  fieldFile: true,
} satisfies Record<SecretMark['place']['part'], boolean>

/** An entry of the history as it was kept; nothing for what is none, such as one of a newer build. */
export function readEntry(value: unknown): HistoryEntry | undefined {
  if (!isBranch(value)) return undefined
  const { id, at, request, isBodyLeftOut, answer, verdict, duration, pinned, bytes } = value
  if (typeof id !== 'string' || !isNumber(at) || !isNumber(duration) || !isNumber(bytes)) return undefined
  const masked = readMasked(request)
  const spoken = readVerdict(verdict)
  if (!masked || !spoken) return undefined
  const came = answer === undefined ? undefined : readAnswer(answer)
  return {
    id,
    at,
    request: masked,
    isBodyLeftOut: isBodyLeftOut === true,
    ...(came && { answer: came }),
    verdict: spoken,
    duration,
    pinned: pinned === true,
    bytes,
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

function readMasked(value: unknown): MaskedRequest | undefined {
  if (!isBranch(value) || !Array.isArray(value.marks)) return undefined
  try {
    return { request: readRequest(value.request), marks: value.marks.filter(isMark) }
  } catch (error) {
    if (error instanceof RequestShapeError) return undefined
    throw error
  }
}

function isMark(value: unknown): value is SecretMark {
  if (!isBranch(value) || !isBranch(value.place)) return false
  const { key, name, at, writing } = value
  return (
    typeof key === 'string' &&
    typeof name === 'string' &&
    typeof writing === 'string' &&
    isNumber(at) &&
    isPlace(value.place)
  )
}

function isPlace({ part, row }: Record<string, unknown>): boolean {
  const known = Object.entries(hasRow).find(([name]) => name === part)
  return known !== undefined && (!known[1] || isNumber(row))
}

function readAnswer(value: unknown): KeptAnswer | undefined {
  if (!isBranch(value) || !isNumber(value.status) || !isNumber(value.size) || !Array.isArray(value.headers))
    return undefined
  const headers = value.headers.filter(
    (pair): pair is [string, string] =>
      Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === 'string'),
  )
  const statusText = typeof value.statusText === 'string' ? value.statusText : ''
  const body = value.body instanceof Uint8Array ? value.body : undefined
  return { status: value.status, statusText, headers, size: value.size, ...(body && { body }) }
}

function readVerdict(value: unknown): KeptVerdict | undefined {
  if (!isBranch(value)) return undefined
  const { words, said, detail } = value
  const origin = oneOf(origins, value.origin)
  const tone = oneOf(tones, value.tone)
  if (!origin || !tone) return undefined
  const reason = verdictReasons.find((one) => one === value.reason) ?? reasonOfWords(words)
  return {
    origin,
    tone,
    ...(reason && { reason }),
    ...(typeof words === 'string' && { words }),
    ...(typeof said === 'string' && { said }),
    ...(typeof detail === 'string' && { detail }),
  }
}

const oneOf = <Name extends string>(names: Record<Name, unknown>, value: unknown): Name | undefined =>
  typeof value === 'string' && Object.hasOwn(names, value) ? (value as Name) : undefined

/** Entries were kept without a reason once; their words tell those that are shown in another way. */
function reasonOfWords(words: unknown): VerdictReason | undefined {
  if (words === cancelledVerdict.words) return 'cancelled'
  return typeof words === 'string' && words.startsWith(pageFailedWords) ? 'page-failed' : undefined
}
