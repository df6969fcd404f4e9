import { PlatformError } from '../../errors'
import { timerMilliseconds } from '../../timer'
import type { WorkerAnswer } from '../../runtimes/runtime'
import type { InvocationAnswer, InvocationRequest, Named } from '../platform'
import { answerRequest } from './answer-request'
import { entryKey, type FunctionsContext } from './functions-context'

const defaultTimeout = 60_000

/**
 * Invokes a function for the dashboard, without a hop over its port. Throws 404 for a missing function, 400 for a URL that
 * is not its own, 500 when it has no URL or did not begin to answer in time; the function runs on then.
 */
export async function invoke(
  context: FunctionsContext,
  ref: Named,
  request: InvocationRequest,
): Promise<InvocationAnswer> {
  const entry = context.entries.get(entryKey(ref))
  if (!entry || entry.deleted) {
    throw refused(404, `Function not found: ${ref.name} @ ${ref.namespace}`)
  }
  const { internalInvocationUrls = [], externalInvocationUrls = [] } = entry.record.status
  const urls = [...internalInvocationUrls, ...externalInvocationUrls]
  if (request.invokeUrl && !urls.includes(request.invokeUrl)) {
    throw refused(400, `Invalid function url ${request.invokeUrl}`)
  }
  const url = request.invokeUrl || urls[0]
  if (!url) throw refused(500, 'Invocation URL is required')

  const answer = answerRequest(
    context,
    entry,
    { method: request.method, path: request.path, headers: forwarded(ref, url, request), body: request.body },
    request.signal,
  )
  const target = `http://${url}/${request.path.replace(/^\/+/, '')}`
  return within(answer, request, () => {
    const verb = request.method.charAt(0) + request.method.slice(1).toLowerCase()
    return refused(
      500,
      `${verb} '${target}': context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
    )
  })
}

function refused(status: number, reason: string): PlatformError {
  return new PlatformError(status, `Failed to invoke function: ${reason}`)
}

/** The headers that the function sees: those of the request, for its own address, with what the dashboard adds. */
function forwarded(ref: Named, url: string, request: InvocationRequest): [name: string, value: string][] {
  const lengthOrHost = new Set(['host', 'content-length'])
  const headers = request.headers.filter(([name]) => !lengthOrHost.has(name.toLowerCase()))
  const hasLevel = headers.some(([name]) => name.toLowerCase() === 'x-nuclio-log-level')
  return [
    ...headers,
    ['Host', url],
    ['X-Nuclio-Target', ref.name],
    // Without a level the processor would send no logs along; an empty one means debug.
    ...(hasLevel ? [] : [['X-Nuclio-Log-Level', ''] as [string, string]]),
    ...(request.body.length > 0 ? [['Content-Length', String(request.body.length)] as [string, string]] : []),
  ]
}

/** The answer, unless it takes longer than the request allows or nobody waits for it any more. */
async function within(
  answer: Promise<WorkerAnswer>,
  { timeout = defaultTimeout, signal }: InvocationRequest,
  late: () => PlatformError,
): Promise<InvocationAnswer> {
  let timer: NodeJS.Timeout | undefined
  let abort: () => void = () => undefined
  const gone = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), timerMilliseconds(timeout))
    abort = () => reject(new PlatformError(499, 'Failed to invoke function: the request was cancelled'))
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
  })
  try {
    return await Promise.race([answer, gone])
  } catch (error) {
    // The function runs on; what it streams must be read so that its worker gets free again.
    answer.then(discard, () => undefined)
    throw error
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
}

function discard({ body }: WorkerAnswer): void {
  if (!(body instanceof Uint8Array)) body.cancel().catch(() => undefined)
}
