import type { FromJsonWorker, JsonAsk, JsonReply, ToJsonWorker } from '@/lib/json-rows/json-rows-messages'

/** A worker that holds one JSON text. */
export interface JsonWorker {
  /** Answers come in the order of the questions. Rejects when the worker breaks, as it does when memory runs out. */
  ask: (ask: JsonAsk) => Promise<JsonReply>
  /** Ends the worker; what was asked is never answered. */
  end: () => void
}

export function startJsonWorker(): JsonWorker {
  const worker = new Worker(new URL('./json.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve: (reply: JsonReply) => void; reject: (error: Error) => void }>()
  let id = 0
  worker.addEventListener('message', ({ data }: MessageEvent<FromJsonWorker>) => {
    waiting.get(data.id)?.resolve(data)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'The worker broke'))
    waiting.clear()
  })
  return {
    ask: (ask) =>
      new Promise((resolve, reject) => {
        id += 1
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, ask } satisfies ToJsonWorker)
      }),
    end: () => worker.terminate(),
  }
}
