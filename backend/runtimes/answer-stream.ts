import { deferred } from './deferred'

/** The body of an answer that a function gives piece by piece. */
export interface AnswerStream {
  readonly body: ReadableStream<Uint8Array>
  /** Resolves when the reader has room for more; at once when the reader has gone away. */
  write(chunk: Uint8Array): Promise<void>
  end(): void
  fail(error: Error): void
}

/** A stream that holds its writer back, and swallows what nobody reads any more, because a handler runs on regardless. */
export function answerStream(): AnswerStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let closed = false
  let room = deferred()
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given
      },
      pull() {
        room.resolve()
      },
      cancel() {
        closed = true
        room.resolve()
      },
    },
    { highWaterMark: 0 },
  )
  return {
    body,
    async write(chunk) {
      if (closed) return
      await room.promise
      if (closed) return
      room = deferred()
      controller?.enqueue(new Uint8Array(chunk))
    },
    end() {
      if (!closed) controller?.close()
      closed = true
    },
    fail(error) {
      if (!closed) controller?.error(error)
      closed = true
      room.resolve()
    },
  }
}
