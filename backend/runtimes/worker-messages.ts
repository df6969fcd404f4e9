import type { WorkerEvent } from './runtime'

/** What the server tells a worker first; the answer is `ready` or `failed`. */
export interface StartMessage {
  kind: 'start'
  handler: string
  workerId: number
  trigger: { kind: string; name: string }
  functionName: string
  namespace: string
  /** Variables whose names a shell would not pass on; the worker sets them itself. */
  environment: Record<string, string>
  /** Of the function's spec, for runtimes that have some. */
  runtimeAttributes: Record<string, unknown>
}

/** An event; its body is the frame's body. */
export interface EventMessage {
  kind: 'event'
  event: Omit<WorkerEvent, 'body'> & { body: undefined }
}

/** What a worker tells the server. Bodies of `answer` and `chunk` are the frame's body. */
export type WorkerMessage =
  | { kind: 'ready'; pid: number }
  | { kind: 'failed'; message: string }
  | {
      kind: 'log'
      level: 'debug' | 'info' | 'warn' | 'error'
      /** Milliseconds since the epoch, with a fraction. */
      time: number
      message: string
      fields: Record<string, unknown>
    }
  /** What a handler tells the platform beside its answer. */
  | { kind: 'control'; message: unknown }
  | { kind: 'answer'; status: unknown; headers: [name: string, value: string][]; streamed: boolean }
  | { kind: 'chunk' }
  /** Of a streamed answer; `error` when the function failed in the middle of it. */
  | { kind: 'end'; error?: string }

/** The frame that carries an event, with header names as Nuclio's processor gives them to functions (`X-My-Header`). */
export function eventMessage(event: WorkerEvent): EventMessage {
  const headers = Object.entries(event.headers).map(([name, value]) => [canonicalName(name), value] as const)
  // The body goes beside the head; JSON leaves out what is undefined.
  return { kind: 'event', event: { ...event, headers: Object.fromEntries(headers), body: undefined } }
}

function canonicalName(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())
}

/**
 * A function's headers as HTTP can carry them: names that are none are left out, line ends become spaces, and characters
 * beyond Latin-1 become their UTF-8 bytes, as Nuclio's processor would send them.
 */
export function sendableHeaders(headers: [string, string][]): [string, string][] {
  return headers
    .filter(([name]) => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name))
    .map(([name, value]) => [name, sendableValue(String(value))])
}

function sendableValue(value: string): string {
  const oneLine = value.replace(/[\u0000-\u0008\u000a-\u001f\u007f]+/g, ' ').trim()
  return /[^\u0000-\u00ff]/.test(oneLine) ? Buffer.from(oneLine, 'utf8').toString('latin1') : oneLine
}
