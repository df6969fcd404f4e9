import type { Context, Hono } from 'hono'
import { PlatformError } from '../../errors'
import { durationMilliseconds } from '@/domain/go-duration'
import type { Platform } from '../../platform/platform'
import { passAnswer, sealAnswer, sealedRequestHeader } from '../function-answer'
import { endToEnd, type HeaderPair } from '../headers'
import { header, namespaceHeaders } from '../parameters'
import { readBody, type HttpEnv } from '../request-body'
import { endWithSource } from '../stream-end'

/** `/api/function_invocations`: any method on it or below it is handed to the function that the headers name. */
export function registerFunctionInvocations(app: Hono<HttpEnv>, platform: Platform): void {
  const invoke = async (c: Context<HttpEnv>): Promise<Response> => {
    const name = header(c, 'x-nuclio-function-name')
    if (!name) throw new PlatformError(400, 'Function name must be provided')
    const namespace = header(c, namespaceHeaders.functions) ?? platform.info.namespaces[0] ?? 'nuclio'
    const sealed = c.req.header(sealedRequestHeader) === '1'
    const timeout = timeoutOf(c)
    const { method } = c.req
    const answer = await platform.functions.invoke(
      { namespace, name },
      {
        method,
        path: header(c, 'x-nuclio-path') ?? '/',
        headers: functionHeaders(c, sealed),
        body: await readBody(c),
        invokeUrl: header(c, 'x-nuclio-invoke-url'),
        timeout,
        signal: c.req.raw.signal,
      },
    )
    const body = answer.body instanceof Uint8Array ? answer.body : endWithSource(answer.body, c.env)
    return sealed ? sealAnswer({ ...answer, body }) : passAnswer({ ...answer, body }, method)
  }
  app.all('/api/function_invocations', invoke)
  app.all('/api/function_invocations/*', invoke)
}

/** A timeout that does not parse stops the call; Nuclio 1.14 complains and runs the function all the same. */
function timeoutOf(c: Context<HttpEnv>): number | undefined {
  const value = header(c, 'x-nuclio-invoke-timeout')
  if (value === undefined) return undefined
  const timeout = durationMilliseconds(value)
  if (timeout === undefined || timeout === 0) {
    throw new PlatformError(400, `Invalid invoke timeout: ${value} is no duration such as 30s or 1m30s`)
  }
  return timeout
}

function functionHeaders(c: Context<HttpEnv>, sealed: boolean): HeaderPair[] {
  return endToEnd(c.req.raw.headers)
    .filter(([name]) => name !== 'host' && name !== 'expect' && name !== sealedRequestHeader)
    .filter(([name]) => !(sealed && name === 'accept-encoding'))
}
