import type { ServerResponse } from 'node:http'
import type { HttpLog } from './log'
import type { NodeBindings } from './request-body'

/**
 * The same bytes; when the source fails, the connection is closed without a proper end, so that the client sees that
 * the rest is missing. The Node adapter would print the failure and add its text to the body.
 */
export function endWithSource(
  source: ReadableStream<Uint8Array>,
  bindings: NodeBindings | undefined,
  log?: HttpLog,
): ReadableStream<Uint8Array> {
  const reader = source.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        log?.debug({ err: error }, 'A stream ended early')
        if (!bindings?.outgoing) return controller.error(error)
        await breakOff(bindings.outgoing)
        controller.close()
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

/** Sends what was written so far and closes the connection where it is. */
async function breakOff(outgoing: ServerResponse): Promise<void> {
  if (outgoing.destroyed) return
  const closed = new Promise<void>((resolve) => outgoing.once('close', () => resolve()))
  // What was written in this turn reaches the socket only with the next.
  await new Promise((resolve) => setImmediate(resolve))
  if (outgoing.socket) outgoing.socket.destroySoon()
  else outgoing.destroy()
  await closed
}
