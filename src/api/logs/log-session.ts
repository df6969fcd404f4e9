import type { LogStatus } from '@/domain/logs/log-status'
import type { FromLogWorker, LogAsks, LogTarget, LogTells, ToLogWorker } from './log-messages'

/** The log of a function as a page sees it: what is held, and the parts of it that are in view. */
export interface LogSession {
  /** For `useSyncExternalStore`: calls back, at most some ten times a second, when `status` is another one. */
  subscribe: (listener: () => void) => () => void
  status: () => LogStatus
  ask: <Key extends keyof LogAsks>(
    about: Key,
    request: Parameters<LogAsks[Key]>[0],
  ) => Promise<ReturnType<LogAsks[Key]>>
  tell: <Key extends keyof LogTells>(about: Key, value: LogTells[Key]) => void
  /** Ends the streams and lets go of everything. */
  close: () => void
}

const nothingYet: LogStatus = {
  revision: 0,
  rows: 0,
  lines: 0,
  bytes: 0,
  dropped: { lines: 0, bytes: 0 },
  arrived: { rows: 0, errors: 0 },
  levels: { debug: 0, info: 0, warn: 0, error: 0 },
  replicas: [],
  isLoading: true,
}

/**
 * A log that is read in a thread of its own from the first time that something is asked of it until it is closed; asked again, it is opened
 * anew. Where no thread can be had, `status().problem` says so.
 */
export function logSession(opened: LogTarget): LogSession {
  let target = opened
  let status = nothingYet
  let worker: Worker | undefined
  let count = 0
  const listeners = new Set<() => void>()
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  const show = (next: LogStatus) => {
    status = next
    for (const listener of listeners) listener()
  }

  function start(): Worker {
    const started = new Worker(new URL('./log.worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<FromLogWorker>) => {
      if ('status' in data) return show(data.status)
      const { id, value, failure } = data.answer
      const asked = waiting.get(id)
      waiting.delete(id)
      if (failure === undefined) asked?.resolve(value as never)
      else asked?.reject(new Error(failure))
    })
    started.addEventListener('error', ({ message }) => {
      const said = message || 'The part of the page that reads logs could not be started. Reload the page.'
      show({ ...status, isLoading: false, problem: { kind: 'failed', message: said } })
      rejectAll()
    })
    started.postMessage({ open: target } satisfies ToLogWorker)
    return started
  }

  function rejectAll(): void {
    for (const { reject } of waiting.values()) reject(new Error('The log was closed'))
    waiting.clear()
  }

  const send = (message: ToLogWorker): void => (worker ??= start()).postMessage(message)

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    status: () => status,
    ask(about, request) {
      const id = (count += 1)
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        send({ ask: { id, about, request } })
      })
    },
    tell(about, value) {
      if (about === 'view' || about === 'byteLimit') target = { ...target, [about]: value }
      send({ tell: { about, value } as Extract<ToLogWorker, { tell: unknown }>['tell'] })
    },
    close() {
      worker?.terminate()
      worker = undefined
      status = nothingYet
      rejectAll()
    },
  }
}
