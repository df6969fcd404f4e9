import { durationMilliseconds } from '@/domain/go-duration'
import {
  passAnswer,
  sealAnswer,
  sealedAnswerHeader,
  sealedRequestHeader,
  type FunctionAnswer,
} from '../function-answer'
import type { HeaderPair } from '../headers'
import { changed, errorText, type Ask, type Call, type Translation } from './translation'

const redirectLimit = 10
const routed = /^(?:GET|POST|PUT|DELETE|PATCH|OPTIONS)$/

/**
 * Invocations through the Nuclio dashboard: HEAD and TRACE have no route, a GET loses its body, redirects are followed
 * by the server, `X-Nuclio-*` headers of the answer are dropped and of repeated ones the first is kept.
 */
export const invokeFunction: Translation = async (call, ask) => {
  if (!routed.test(call.method)) return new Response(null, { status: 405 })
  const external = call.headers.get('x-nuclio-invoke-url')
  if (external?.startsWith('0.0.0.0:')) {
    return refusal(500, `Post 'http://${external}': dial tcp ${external}: connect: connection refused`)
  }
  const timeout = call.headers.get('x-nuclio-invoke-timeout')
  const badTimeout = timeout !== null && timeout !== '' && durationMilliseconds(timeout) === undefined
  const prepared = changed(call, {
    headers: {
      [sealedRequestHeader]: '1',
      ...(badTimeout ? { 'x-nuclio-invoke-timeout': undefined } : {}),
    },
  })
  const answer = await follow(prepared, ask)
  if (answer instanceof Response) return refused(answer)
  if (badTimeout) return afterBadTimeout(answer)
  const passed = { ...answer, headers: passedHeaders(answer.headers) }
  return call.headers.get(sealedRequestHeader) === '1' ? sealAnswer(passed) : passAnswer(passed, call.method)
}

/** What the dashboard leaves of a function's headers. */
export function passedHeaders(headers: HeaderPair[]): HeaderPair[] {
  const seen = new Set<string>()
  return headers.filter(([name]) => {
    const lower = name.toLowerCase()
    if (lower.startsWith('x-nuclio') || seen.has(lower)) return false
    seen.add(lower)
    return true
  })
}

async function follow(call: Call, ask: Ask): Promise<FunctionAnswer | Response> {
  let current = call
  for (let hop = 0; ; hop += 1) {
    const answer = await ask(current)
    const sealed = answer.headers.get(sealedAnswerHeader)
    if (sealed === null) return answer
    const { status, headers } = JSON.parse(sealed) as Pick<FunctionAnswer, 'status' | 'headers'>
    const body = answer.body ?? new Uint8Array()
    const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
    const target = location === undefined ? undefined : pathBehind(location, current)
    if (!/^30[12378]$/.test(String(status)) || target === undefined || hop === redirectLimit) {
      return { status, headers, body }
    }
    await answer.body?.cancel()
    current = changed(current, { headers: { 'x-nuclio-path': target } })
    if (status <= 303 && current.method !== 'GET') {
      current = {
        ...changed(current, { method: 'GET', headers: { 'content-length': undefined } }),
        body: new Uint8Array(),
      }
    }
  }
}

/** The path within the function that a redirect leads to; undefined when it leads elsewhere. */
function pathBehind(location: string, call: Call): string | undefined {
  const base = `http://function.invalid/${(call.headers.get('x-nuclio-path') ?? '').replace(/^\/+/, '')}`
  if (!URL.canParse(location, base)) return undefined
  const url = new URL(location, base)
  return url.host === 'function.invalid' ? url.pathname + url.search : undefined
}

async function afterBadTimeout(answer: FunctionAnswer): Promise<Response> {
  const body = await new Response(answer.body as BodyInit).text()
  return new Response(`{"error": "Invalid invoke timeout"}${body}`, {
    status: 400,
    headers: { 'content-type': 'application/json' },
  })
}

/** An error of the platform itself: one field, its quotes replaced, and never a status for a time limit. */
async function refused(answer: Response): Promise<Response> {
  const text = await errorText(answer)
  if (text === 'Function name must be provided') return refusal(400, text, '')
  const known = text.replace(/^Failed to invoke function: /, '')
  if (answer.status === 504 || answer.status === 408) {
    return refusal(500, 'context deadline exceeded (Client.Timeout exceeded while awaiting headers)')
  }
  return refusal(answer.status < 500 ? answer.status : 500, known)
}

function refusal(status: number, text: string, prefix = 'Failed to invoke function: '): Response {
  return new Response(`{"error": "${prefix}${text.replace(/"/g, "'")}"}`, {
    status,
    headers: { 'content-type': 'application/json' },
  })
}
