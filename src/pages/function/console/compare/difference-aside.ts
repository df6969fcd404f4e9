import type { ComparedAnswer, NoiseMarks } from '@/domain/console/answer-difference'
import type { DrawnDifference } from './drawn-difference'

export interface DifferenceRequest {
  from: ComparedAnswer
  to: ComparedAnswer
  noise: NoiseMarks
}

/**
 * Compares two answers in a thread of its own, since large ones take seconds. Rejects when `signal` is aborted, which ends the thread,
 * and when the thread breaks.
 */
export async function differenceAside(
  request: DifferenceRequest,
  signal: AbortSignal,
): Promise<DrawnDifference> {
  const worker = new Worker(new URL('./difference.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<DrawnDifference>((resolve, reject) => {
      signal.throwIfAborted()
      signal.addEventListener('abort', () => reject(signal.reason as Error))
      worker.addEventListener('message', ({ data }: MessageEvent<DrawnDifference>) => resolve(data))
      worker.addEventListener('error', (event) => {
        event.preventDefault()
        reject(new Error(event.message || 'The comparison broke; the answers may be too large'))
      })
      worker.postMessage(request)
    })
  } finally {
    worker.terminate()
  }
}
