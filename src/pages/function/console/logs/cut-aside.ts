import type { InvocationSpan } from '@/domain/console/cut-log'
import { cutLogs, type InvocationLog } from '@/domain/console/cut-logs'

export interface CutRequest {
  texts: readonly string[]
  invocation: InvocationSpan
}

/** Characters that are cut within a few milliseconds. */
const atOnce = 300_000

/** Cuts logs; long ones in a thread of their own, so that the page stays usable. Rejects when `signal` is aborted. */
export async function cutAside(request: CutRequest, signal: AbortSignal): Promise<InvocationLog> {
  const { texts, invocation } = request
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const worker = length > atOnce ? startWorker() : undefined
  if (!worker) return cutLogs(texts, invocation)
  try {
    return await new Promise<InvocationLog>((resolve, reject) => {
      signal.throwIfAborted()
      signal.addEventListener('abort', () => reject(signal.reason as Error))
      worker.addEventListener('message', ({ data }: MessageEvent<InvocationLog>) => resolve(data))
      worker.addEventListener('error', () => resolve(cutLogs(texts, invocation)))
      worker.postMessage(request)
    })
  } finally {
    worker.terminate()
  }
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./cut-logs.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return undefined
  }
}
