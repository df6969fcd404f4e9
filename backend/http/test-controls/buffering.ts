import { PlatformError } from '../../errors'
import type { NodeBindings } from '../request-body'
import { endWithSource } from '../stream-end'

/** What a server in between, such as the nginx of Nuclio's own image, does to followed log streams. */
export interface Buffering {
  /** Nothing is passed on, not even the head, until so many bytes came; then again until as many came. */
  bytes: number
  /** After so many milliseconds without a byte the head is passed on and the connection closed; what was held is lost. */
  quietCut?: number
}

/** Reads it from a request body. Throws 400 that says what is expected. */
export function readBuffering(value: unknown): Buffering {
  const { bytes, quietCut } = (value ?? {}) as Record<string, unknown>
  const isCount = (number: unknown): number is number => Number.isInteger(number) && (number as number) > 0
  if (!isCount(bytes)) throw new PlatformError(400, 'bytes must be a whole number of at least 1')
  if (quietCut === undefined) return { bytes }
  if (!isCount(quietCut)) throw new PlatformError(400, 'quietCut must be a whole number of at least 1')
  return { bytes, quietCut }
}

/** Passes followed log streams on as a buffering server in between would; everything else as it is. */
export class BufferedStreams {
  #buffering: Buffering | undefined

  /** Counts for streams that are opened after it. */
  set(buffering: Buffering | undefined): void {
    this.#buffering = buffering
  }

  async apply(
    request: Request,
    answer: () => Response | Promise<Response>,
    bindings: NodeBindings | undefined,
  ): Promise<Response> {
    const buffering = this.#buffering
    const whole = await answer()
    if (!buffering || !whole.ok || !whole.body || !isFollowed(request)) return whole
    const blocks = readBlocks(whole.body, buffering)
    const first = blocks.next()
    // Its failure is that of the answer's body.
    await first.catch(() => undefined)
    const headers = new Headers(whole.headers)
    headers.delete('content-length')
    // Servers in between that obey it would not buffer, which is what is not wanted here.
    headers.delete('x-accel-buffering')
    return new Response(endWithSource(streamOf(first, blocks), bindings), { status: whole.status, headers })
  }
}

function isFollowed(request: Request): boolean {
  const { pathname, searchParams } = new URL(request.url)
  const isLog = /^\/api\/functions\/[^/]+\/logs\/[^/]+\/?$/.test(pathname)
  return request.method === 'GET' && isLog && !/^(?:false|f|0)$/i.test(searchParams.get('follow') ?? '')
}

/** Blocks of at least so many bytes; the last one may be smaller. Throws after too long a silence. */
async function* readBlocks(
  source: ReadableStream<Uint8Array>,
  { bytes, quietCut }: Buffering,
): AsyncGenerator<Uint8Array, void> {
  const reader = source.getReader()
  let held: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const read = await withinTime(reader.read(), quietCut)
      if (!read) throw new Error('Quiet for too long: cut by a test control')
      if (read.done) break
      held.push(read.value)
      size += read.value.byteLength
      if (size < bytes) continue
      yield Buffer.concat(held)
      held = []
      size = 0
    }
    if (size > 0) yield Buffer.concat(held)
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function withinTime<T>(result: Promise<T>, milliseconds: number | undefined): Promise<T | undefined> {
  if (milliseconds === undefined) return result
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  return Promise.race([result, late]).finally(() => clearTimeout(timer))
}

function streamOf(
  first: Promise<IteratorResult<Uint8Array, void>>,
  rest: AsyncGenerator<Uint8Array, void>,
): ReadableStream<Uint8Array> {
  let next: Promise<IteratorResult<Uint8Array, void>> | undefined = first
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await (next ?? rest.next())
        next = undefined
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => void (await rest.return()),
    },
    { highWaterMark: 0 },
  )
}
