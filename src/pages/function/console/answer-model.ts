/** The part of an answer that these rules look at; `sealed` means that our own server carried it unchanged. */
export interface Answered {
  status: number
  headers: readonly (readonly [name: string, value: string])[]
  body: Uint8Array
  sealed: boolean
}

/** Who speaks in an answer. */
export interface Verdict {
  origin: 'function' | 'dashboard' | 'proxy'
  tone: 'ok' | 'busy' | 'bad'
  /** What happened and what to do, where the status alone does not say it. */
  words?: string
}

export function headerOf(answer: Pick<Answered, 'headers'>, name: string): string | undefined {
  return answer.headers.find(([given]) => given.toLowerCase() === name)?.[1]
}

function mediaType(answer: Pick<Answered, 'headers'>): string {
  return (headerOf(answer, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

// What the dashboard itself says on the invocation route; a function's own answers look the same but for the words.
const refusals: [text: RegExp, words: string][] = [
  [/function not found/i, 'The dashboard does not know this function any more.'],
  [/invocation url is required/i, 'The function has no address yet: it has never become ready.'],
  [
    /context deadline exceeded|client\.timeout exceeded/i,
    'The function did not answer in time. It may still be running.',
  ],
  [
    /connection refused|no route to host|no such host/i,
    'The function’s process cannot be reached. Redeploying usually brings it back.',
  ],
  [
    /connection reset by peer/i,
    'The function’s process closed the connection; a request may be larger than its limit of 4 MiB.',
  ],
  [/invalid invoke timeout/i, 'The dashboard refused the timeout.'],
  [/invalid function url/i, 'The dashboard does not know that address of the function.'],
  [/unexpected number of deployments/i, 'The function is not deployed.'],
]

/** The `error` of a body that is nothing but `{"error": "…"}`, also where quotes inside make it no JSON. */
function errorText(body: Uint8Array): string | undefined {
  if (body.length > 65_536) return undefined
  return /^\s*\{\s*"error"\s*:\s*"([\s\S]*)"\s*\}\s*$/.exec(new TextDecoder().decode(body))?.[1]
}

/** What a refusal of the dashboard means, from its words; nothing when they are not known. */
export function refusalWords(said: string): string | undefined {
  return refusals.find(([text]) => text.test(said))?.[1]
}

/** Tells the function's own error from a refusal of the dashboard and from a proxy's page in between. */
export function verdictOn(answer: Answered): Verdict {
  const { status } = answer
  if (status === 0)
    return {
      origin: 'function',
      tone: 'busy',
      words:
        'The function answered with a redirect, which a browser does not show when a Nuclio serves this page itself.',
    }
  if (status < 400) return { origin: 'function', tone: status < 300 ? 'ok' : 'busy' }
  const isOwn = (words?: string): Verdict => ({ origin: 'function', tone: 'bad', words })
  if (status === 503 && answer.body.length === 0) return isOwn('All workers of the function are busy.')
  if (status === 408) return isOwn('The function ran into its event timeout.')
  if (answer.sealed) return isOwn(status === 500 && endedByCrash(answer) ? crashed : undefined)
  if (status === 502 || status === 504) {
    if (mediaType(answer) === 'text/html')
      return {
        origin: 'proxy',
        tone: 'bad',
        words:
          'A proxy between this page and the dashboard gave up waiting. The function may still be running.',
      }
  }
  const said = errorText(answer.body)
  const refusal = said === undefined ? undefined : refusalWords(said)
  if (refusal) return { origin: 'dashboard', tone: 'bad', words: refusal }
  return isOwn(status === 500 && endedByCrash(answer) ? crashed : undefined)
}

const crashed = 'The function’s process ended while it handled this request.'

function endedByCrash(answer: Answered): boolean {
  return answer.body.length === 3 && new TextDecoder().decode(answer.body) === 'EOF'
}

export type BodyView =
  | { kind: 'empty' }
  | { kind: 'json'; text: string; whole: boolean }
  | { kind: 'text'; text: string; whole: boolean }
  | { kind: 'image'; type: string }
  | { kind: 'binary' }

/** Bytes that are drawn at once; the rest is a download away. */
const drawnLimit = 512 * 1024

/** How to show a body: JSON is indented, text shown as it is, images drawn, everything else offered to keep. */
export function bodyView(answer: Pick<Answered, 'headers' | 'body'>): BodyView {
  const { body } = answer
  if (body.length === 0) return { kind: 'empty' }
  const type = mediaType(answer)
  if (/^image\/(png|jpeg|gif|webp|avif|bmp|x-icon)$/.test(type)) return { kind: 'image', type }
  const whole = body.length <= drawnLimit
  const text = textOf(whole ? body : body.subarray(0, drawnLimit), whole)
  if (text === undefined) return { kind: 'binary' }
  if (whole && (/[/+]json$/.test(type) || type === '' || type === 'text/plain')) {
    const json = indented(text)
    if (json !== undefined) return { kind: 'json', text: json, whole }
  }
  return { kind: 'text', text, whole }
}

function textOf(bytes: Uint8Array, whole: boolean): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole })

    return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

function indented(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return undefined
  }
}

/** A file name for a body that is kept: the function's name and an ending for its type. */
export function downloadName(functionName: string, answer: Pick<Answered, 'headers'>): string {
  const ending = /^[a-z]+\/(?:x-)?([a-z0-9]+)(?:\+[a-z]+)?$/.exec(mediaType(answer))?.[1]
  const usual: Record<string, string> = {
    plain: 'txt',
    jpeg: 'jpg',
    javascript: 'js',
    octet: 'bin',
    svg: 'svg',
  }
  return `${functionName}.${ending ? (usual[ending] ?? ending) : 'bin'}`
}

/** `412 B`, `12.4 kB`, `3.1 MB`; thousands, as browsers say it. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_950) return `${(bytes / 1000).toFixed(1)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** `84 ms`, `1.24 s`, `2 min 05 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(2)} s`
  const seconds = Math.floor(milliseconds / 1000)
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}
