import type { LogRecord } from '@/api/generated/schema'
import type { WorkerAnswer, WorkerEvent } from '../../runtimes/runtime'
import { invocationLogs } from './invocation-logs'
import type { Lease, WorkerPlace, WorkerPool } from './worker-pool'

export interface RunEventOptions {
  /** Milliseconds to wait for a free worker. */
  workerTimeout: number
  /** Milliseconds that a handler may take, streaming included; undefined is for ever. */
  eventTimeout: number | undefined
  onLog(place: WorkerPlace, record: LogRecord): void
  /** No worker got free in time. */
  onNoWorker?(): void
  /** Which workers may take it; any by default. */
  only?: (place: WorkerPlace) => boolean
  /** Whoever asked has gone: an event that still waits for a worker is not run. One that runs goes on. */
  signal: AbortSignal
}

/** What came of an event: an answer of the handler's own, or one that stands for why there is none. */
export interface EventOutcome {
  how: 'answered' | 'noWorker' | 'timedOut' | 'exited'
  answer: WorkerAnswer
}

const plain: [string, string] = ['Content-Type', 'text/plain; charset=utf-8']

/**
 * Runs an event on the next free worker. There always is an answer: no free worker is 503, a handler out of time 408 (its worker is
 * replaced), a process that ended 500. The records that it logged come along as `X-Nuclio-Logs` when the event asks for them.
 */
export async function runEvent(
  pool: WorkerPool,
  event: WorkerEvent,
  options: RunEventOptions,
): Promise<EventOutcome> {
  const lease = await pool.acquire(options.workerTimeout, options.signal, options.only)
  if (!lease) {
    if (!options.signal.aborted) options.onNoWorker?.()
    return { how: 'noWorker', answer: { status: 503, headers: [], body: new Uint8Array() } }
  }
  const watch = watchEvent(lease, options.eventTimeout)
  const logs = invocationLogs(event.headers['x-nuclio-log-level'])
  const withLogs = (answer: WorkerAnswer): WorkerAnswer => {
    const header = logs.header()
    if (header === undefined) return answer
    return { ...answer, headers: [...answer.headers, ['X-Nuclio-Logs', header]] }
  }
  try {
    const answer = await lease.worker.handle(event, (record) => {
      logs.add(record)
      options.onLog(lease.place, record)
    })
    if (answer.body instanceof Uint8Array) {
      watch.end()
      return { how: 'answered', answer: withLogs(checked(answer)) }
    }
    const body = heldStream(answer.body, watch.end)
    return { how: 'answered', answer: withLogs({ ...checked(answer), body }) }
  } catch {
    const timedOut = watch.timedOut()
    watch.end()
    const status = timedOut ? 408 : 500
    const body = Buffer.from(timedOut ? '{"error": "handler timed out"}' : 'EOF')
    return { how: timedOut ? 'timedOut' : 'exited', answer: withLogs({ status, headers: [plain], body }) }
  }
}

/** Ends the lease with the event: by giving the worker back, or by killing it when time is up. */
function watchEvent(lease: Lease, eventTimeout: number | undefined) {
  let timedOut = false
  const timer =
    eventTimeout === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true
          void lease.kill()
        }, eventTimeout)
  return {
    timedOut: () => timedOut,
    end: () => {
      clearTimeout(timer)
      lease.release()
    },
  }
}

/** A status that no HTTP server can send is a fault of the handler. */
function checked(answer: WorkerAnswer): WorkerAnswer {
  if (Number.isInteger(answer.status) && answer.status >= 200 && answer.status <= 599) return answer
  return {
    status: 500,
    headers: [plain],
    body: Buffer.from(`The function answered with status ${answer.status}, which is not one of HTTP`),
  }
}

/** The worker stays taken until the handler has given its last piece, also when nobody reads any more. */
function heldStream(body: ReadableStream<Uint8Array>, end: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const part = await reader.read()
          if (!part.done) return controller.enqueue(part.value)
          end()
          controller.close()
        } catch (error) {
          end()
          controller.error(error)
        }
      },
      cancel() {
        void drain(reader).finally(end)
      },
    },
    { highWaterMark: 0 },
  )
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // It ended all the same.
  }
}
