import { randomUUID } from 'node:crypto'
import type { WorkerEvent } from '../../runtimes/runtime'

/** A request as a function's HTTP trigger takes it. */
export interface HttpTriggerRequest {
  method: string
  /** With the query, as it was sent. */
  path: string
  headers: [name: string, value: string][]
  body: Uint8Array
}

/** The event that a handler gets for a request. */
export function eventOfRequest(request: HttpTriggerRequest, triggerName: string): WorkerEvent {
  const headers: Record<string, string> = {}
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase()
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`
  }
  const url = `/${request.path.replace(/^\/+/, '')}`
  const question = url.indexOf('?')
  const query = question < 0 ? '' : url.slice(question + 1)
  return {
    id: randomUUID(),
    method: request.method,
    path: question < 0 ? url : url.slice(0, question),
    url,
    headers,
    fields: Object.fromEntries(new URLSearchParams(query)),
    contentType: headers['content-type'] ?? '',
    body: request.body,
    timestamp: Date.now(),
    trigger: { kind: 'http', name: triggerName },
  }
}
