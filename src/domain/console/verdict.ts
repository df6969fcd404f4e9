import { headerParts } from '@/lib/media-type'
import { pageText } from '@/lib/page-text'

/** What came back for a request. */
export interface AnswerToJudge {
  /** 0 for a redirect that the browser keeps to itself. */
  status: number
  headers: readonly (readonly [name: string, value: string])[]
  body: Uint8Array
  /** It can only be the function's: the server of this page runs it and carried its answer unchanged. */
  sealed: boolean
}

/** Why nothing came back from the function, as far as the API layer tells. */
export interface FailureToJudge {
  /** 0 when no answer came. */
  status: number
  /** `network` when no answer came, `signed-out`, `forbidden` and others as the status says. */
  kind: string
  message: string
  /** The text of the page that a server in between answered with. */
  page?: string
}

/** What it was, for those who offer a way out of it. */
export const verdictReasons = [
  'bad-method',
  'bad-timeout',
  'cancelled',
  'crash',
  'event-timeout',
  'exception',
  'forbidden',
  'foreign-url',
  'gone',
  'late',
  'network',
  'no-address',
  'no-server',
  'no-trigger',
  'not-running',
  'page',
  'page-failed',
  'redirect',
  'refused',
  'signed-out',
  'too-large',
  'too-large-to-pass-on',
  'unreachable',
  'workers-busy',
] as const

export type VerdictReason = (typeof verdictReasons)[number]

/** How a request went, in the terms of the response panel. */
export interface Verdict {
  /** Who spoke; `browser` when nothing came back. */
  origin: 'function' | 'dashboard' | 'proxy' | 'browser'
  tone: 'ok' | 'busy' | 'bad'
  /** Absent where the function simply answered. */
  reason?: VerdictReason
  words?: string
}

type Refusal = [text: RegExp, reason: VerdictReason, words: string]

// What the dashboard itself says on the invocation route; a function's own answers look the same but for the words.
const refusals: readonly Refusal[] = [
  [
    /function not found/i,
    'gone',
    'The dashboard does not know this function any more: it was deleted, or is in another namespace.',
  ],
  [
    /invocation url is required/i,
    'no-address',
    'The function has no address yet: it has never become ready. Deploy it first.',
  ],
  [
    /context deadline exceeded|client\.timeout exceeded/i,
    'late',
    'The function did not answer within the timeout of the request. It may still be running; a longer timeout can be set for the request.',
  ],
  [
    /invalid invoke timeout|is no timeout;/i,
    'bad-timeout',
    'The timeout is no duration. Write a number with a unit, such as 10s or 1m30s.',
  ],
  [
    /invalid function url/i,
    'foreign-url',
    'The target is none of the function’s own addresses; they change with a deploy. Choose one of those that it has now, or let the server choose.',
  ],
  [
    /connection refused|no route to host|no such host|i\/o timeout/i,
    'unreachable',
    'The function’s process cannot be reached at its address. Deploying it again usually brings it back; an external address may not be reachable from the server.',
  ],
  [
    /connection reset by peer|broken pipe/i,
    'too-large',
    'The function’s process closed the connection before it had read the request: its body may be larger than the http trigger takes.',
  ],
  [
    /request body is larger than/i,
    'too-large-to-pass-on',
    'The body is larger than this dashboard passes on to any function.',
  ],
  [/unexpected number of deployments/i, 'not-running', 'The function is not deployed.'],
  [
    /function name must be provided/i,
    'refused',
    'The name of the function got lost on the way: a proxy may drop headers.',
  ],
]

/** So much of a body is read for the words of an error, bytes. */
const readLimit = 64 * 1024

/** The first value of a header, whatever the case of its name. */
export function headerOf({ headers }: Pick<AnswerToJudge, 'headers'>, name: string): string | undefined {
  return headers.find(([given]) => given.toLowerCase() === name)?.[1]
}

const mediaType = (answer: AnswerToJudge): string => headerParts(headerOf(answer, 'content-type') ?? '').value

/** The beginning of a body as text, long enough for the words of an error. */
export function errorTextOf({ body }: Pick<AnswerToJudge, 'body'>): string {
  return new TextDecoder().decode(body.subarray(0, readLimit))
}

/**
 * The `error` of a body that is nothing but `{"error": "…"}`, also where quotes inside make it no JSON. For a bad timeout Nuclio 1.14 calls
 * the function all the same and appends what that answered.
 */
function saidInError(text: string): string | undefined {
  if (text.startsWith('{"error": "Invalid invoke timeout"}')) return 'Invalid invoke timeout'
  return /^\s*\{\s*"error"\s*:\s*"([\s\S]*)"\s*(?:,\s*"errorStackTrace"[\s\S]*)?\}\s*$/.exec(text)?.[1]
}

const byDashboard = (reason: VerdictReason, words: string): Verdict => ({
  origin: 'dashboard',
  tone: 'bad',
  reason,
  words,
})

/** What a refusal of the dashboard means, from its words; nothing when they are not its own. */
function refusalOf(said: string): Verdict | undefined {
  const known = refusals.find(([text]) => text.test(said))
  if (known) return byDashboard(known[1], known[2])
  const rest = /^failed to invoke function: ([\s\S]+)/i.exec(said)?.[1]
  return rest === undefined ? undefined : byDashboard('refused', `The dashboard could not call it: ${rest}`)
}

const own = (reason?: VerdictReason, words?: string): Verdict => ({
  origin: 'function',
  tone: 'bad',
  ...(reason ? { reason } : {}),
  ...(words ? { words } : {}),
})

/**
 * What the processor around the handler says in its own words, as the document, Nuclio 1.14 and the embedded platform have them.
 * These count as the function's: the request has reached it.
 */
function processorVerdict(answer: AnswerToJudge): Verdict | undefined {
  const { status, body } = answer
  if (status === 503 && body.length === 0)
    return own(
      'workers-busy',
      'All workers of the function are busy. Send it again later, or give it more workers.',
    )
  if (body.length > readLimit || !isPlain(answer)) return undefined
  const text = errorTextOf(answer)
  if (status === 503 && /^the function is not running/i.test(text))
    return own('not-running', 'The function is not running.')
  if (status === 503 && /server not ready/i.test(text))
    return own('not-running', 'The function’s process has not started up yet.')
  if (status === 408 && /handler timed out/i.test(text))
    return own('event-timeout', 'The handler took longer than the function’s event timeout, and was ended.')
  if (isTooLarge(status, text))
    return own('too-large', 'The request is larger than the function’s http trigger takes.')
  if (status === 404 && /^404 page not found\s*$/i.test(text))
    return own('no-trigger', 'Nothing answers there: the function has no http trigger, or it is disabled.')
  if (status < 500) return undefined
  if (text === 'EOF') return own('crash', 'The function’s process ended while it handled this request.')
  if (/exception caught in handler|traceback \(most recent|caught panic:|^\S*Error\b.*\n\s+at /i.test(text))
    return own('exception', 'The function’s handler failed.')
  return undefined
}

const isPlain = (answer: AnswerToJudge): boolean =>
  /^(?:text\/plain|application\/json|)$/.test(mediaType(answer))

const isTooLarge = (status: number, text: string): boolean =>
  (status === 413 && text.includes('maxRequestBodySize')) ||
  (status === 400 && /^error when parsing request/i.test(text))

/** Tells the function's own answer from a refusal of the dashboard and from the page of a proxy in between. */
export function verdictOnAnswer(answer: AnswerToJudge): Verdict {
  const { status, sealed } = answer
  if (status === 0)
    return {
      origin: 'function',
      tone: 'busy',
      reason: 'redirect',
      words:
        'The function answered with a redirect, which a browser does not show when a Nuclio serves this page itself.',
    }
  if (status < 400) return { origin: 'function', tone: status < 300 ? 'ok' : 'busy' }
  if (!sealed) {
    const between = proxyVerdict(answer) ?? refusalIn(answer)
    if (between) return between
  }
  return processorVerdict(answer) ?? own()
}

function refusalIn(answer: AnswerToJudge): Verdict | undefined {
  if (answer.body.length > readLimit) return undefined
  const said = saidInError(errorTextOf(answer))
  return said === undefined ? undefined : refusalOf(said)
}

/** Statuses that gateways answer with a page of their own when what is behind them fails, is slow, or gets too much. */
const gatewayStatuses = new Set([413, 502, 503, 504])

function proxyVerdict(answer: AnswerToJudge): Verdict | undefined {
  const { status } = answer
  if (!gatewayStatuses.has(status) || mediaType(answer) !== 'text/html') return undefined
  return byProxy(status)
}

function byProxy(status: number): Verdict {
  return { origin: 'proxy', tone: 'bad', reason: 'page', words: proxyWords(status) }
}

function proxyWords(status: number): string {
  switch (status) {
    case 413:
      return 'A proxy between this page and the dashboard does not let a body of this size through.'
    case 504:
      return 'A proxy between this page and the dashboard gave up waiting. The function may still be running; ask whoever runs the proxy for a longer time limit.'
    default:
      return 'A proxy between this page and the dashboard got no answer from it. The function may have been called, or not.'
  }
}

/** What kept a request from being answered by the function. */
export function verdictOnFailure({ kind, status, message, page }: FailureToJudge): Verdict {
  if (kind === 'network')
    return {
      origin: 'browser',
      tone: 'bad',
      reason: 'network',
      words:
        'The browser cannot reach the dashboard, or the connection broke off. The function may have been called, or not.',
    }
  if (page !== undefined) return byProxy(status)
  if (kind === 'signed-out')
    return {
      origin: 'proxy',
      tone: 'bad',
      reason: 'signed-out',
      words:
        'You are signed out: the platform in front of the dashboard no longer knows you. Sign in there, then send it again.',
    }
  if (kind === 'forbidden')
    return byDashboard('forbidden', 'The platform does not allow you to call this function.')
  const refusal = refusalOf(message)
  if (refusal) return refusal
  if (status === 502 && /^the nuclio dashboard at /i.test(message))
    return {
      origin: 'proxy',
      tone: 'bad',
      reason: 'no-server',
      words: 'The Nuclio that this server passes requests on to does not answer.',
    }
  if (status === 405)
    return byDashboard('bad-method', 'The dashboard does not pass on requests of this method.')
  return byDashboard('refused', `The dashboard did not call the function: ${message}`)
}

/** The words of the page that a server in between answered with; nothing when that is no page, or an empty one. */
export function pageOfAnswer(answer: AnswerToJudge): string | undefined {
  if (mediaType(answer) !== 'text/html') return undefined
  return pageText(errorTextOf(answer)) || undefined
}

/** What is said of a request that an error of the page itself kept from being sent begins with this. */
export const pageFailedWords = 'This page failed and sent nothing:'

/** A request that a person ended. */
export const cancelledVerdict: Verdict = {
  origin: 'browser',
  tone: 'busy',
  reason: 'cancelled',
  words: 'The connection is closed; the function may still be running.',
}
