import { joinBytes } from '@/lib/join-bytes'
import type { OpenReplica } from './feed-request'
import { textOf, type TestClock } from './test-clock'

const newline = 10

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A line, or the beginning of one; its time is that of its first byte. */
interface Line {
  time: number
  bytes: Uint8Array
}

/** A followed stream or an answer on its way. */
interface Connection {
  replica: string
  send: (bytes: Uint8Array) => void
  end: (error?: Error) => void
}

/** How a server in between treats followed streams. */
export interface Buffering {
  /** Nothing is passed on, not even the head, until so many bytes came. */
  bytes: number
  /** The stream is cut after so many milliseconds without a byte from the server, and what is buffered is lost. */
  quietCut?: number
}

/** Logs in memory, asked for as those of a server, over connections that fail as a test wants it. */
export class SimulatedServer {
  /** Milliseconds before an answer begins. */
  latency = 20
  buffering: Buffering | undefined
  /** Asked for every connection: after how many bytes it breaks, at its end at the latest. */
  cutAfter: (follow: boolean) => number | undefined = () => undefined
  /** Asked for every request: what it is refused with. */
  refuse: (replica: string) => Error | undefined = () => undefined
  /** Text that follows the log at once, then the answer ends. */
  fault: string | undefined
  readonly requests: { replica: string; follow: boolean; since?: number; tailLines?: number; at: number }[] =
    []
  /** What followed streams leave out. */
  withheld: RegExp | undefined
  /** Connections that broke as asked for. */
  broken = 0
  followed = 0
  mostFollowed = 0
  readonly #clock: TestClock
  readonly #random: () => number
  readonly #logs = new Map<string, Line[]>()
  #connections: Connection[] = []

  constructor(clock: TestClock, random: () => number = () => 0.5) {
    this.#clock = clock
    this.#random = random
  }

  write(text: string, replica = 'a'): void {
    const bytes = bytesOf(text)
    const log = this.#log(replica)
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf(newline, at) + 1 || bytes.length
      const open = log.at(-1)
      if (open && open.bytes.at(-1) !== newline) open.bytes = joinBytes([open.bytes, bytes.subarray(at, end)])
      else log.push({ time: this.#clock.now(), bytes: bytes.subarray(at, end) })
      at = end
    }
    if (this.withheld?.test(text)) return
    for (const connection of this.#connections.filter((one) => one.replica === replica))
      connection.send(bytes)
  }

  /** Everything that is in the log. */
  text(replica = 'a'): string {
    return textOf(this.#log(replica).map(({ bytes }) => bytes))
  }

  /** The log begins anew, and followed streams end. */
  restart(replica = 'a'): void {
    this.#logs.set(replica, [])
    this.endStreams(replica)
  }

  /** All but so many of the last lines go. */
  rotate(keep: number, replica = 'a'): void {
    const log = this.#log(replica)
    log.splice(0, log.length - keep)
  }

  /** Followed streams end, by a failure where one is given, after words of the server where there are some. */
  endStreams(replica = 'a', error?: Error, words = ''): void {
    const ended = this.#connections.filter((one) => one.replica === replica)
    this.#connections = this.#connections.filter((one) => one.replica !== replica)
    for (const connection of ended) {
      connection.send(bytesOf(words))
      connection.end(error)
    }
  }

  open: OpenReplica = async (replica, { follow, since, tailLines, signal }) => {
    this.requests.push({
      replica,
      follow,
      at: this.#clock.now(),
      ...(since !== undefined && { since }),
      ...(tailLines !== undefined && { tailLines }),
    })
    await this.#clock.delay(this.latency)
    if (signal.aborted) throw abortError()
    const refusal = this.refuse(replica)
    if (refusal) throw refusal
    const { buffering } = this
    const head = deferred<ReadableStream<Uint8Array>>()
    let held: Uint8Array[] = []
    let heldBytes = 0
    let isOver = false
    let left = this.cutAfter(follow) ?? Infinity
    let callOffCut: (() => void) | undefined
    const { stream, enqueue, close } = queuedStream()
    const over = (finish: () => void) => {
      if (isOver) return
      isOver = true
      callOffCut?.()
      if (follow) this.followed -= 1
      this.#connections = this.#connections.filter((one) => one !== connection)
      finish()
    }
    const deliver = (bytes: Uint8Array) => {
      head.resolve(stream)
      for (let at = 0; at < bytes.length && !isOver;) {
        const size = Math.min(left, 1 + Math.floor(this.#random() * 400), bytes.length - at)
        if (size > 0) enqueue(bytes.slice(at, at + size))
        at += size
        left -= size
        if (left > 0) continue
        this.broken += 1
        over(() => close(new TypeError('network error')))
      }
    }
    const cutWhenQuiet = () => {
      callOffCut?.()
      if (!follow || buffering?.quietCut === undefined) return
      callOffCut = this.#clock.after(buffering.quietCut, () =>
        over(() => {
          head.resolve(stream)
          close(new TypeError('network error'))
        }),
      )
    }
    const connection: Connection = {
      replica,
      send: (bytes) => {
        if (isOver) return
        cutWhenQuiet()
        if (!follow || !buffering) return deliver(bytes)
        held.push(bytes)
        heldBytes += bytes.length
        if (heldBytes < buffering.bytes) return
        const all = joinBytes(held)
        held = []
        heldBytes = 0
        deliver(all)
      },
      end: (error) => {
        if (follow && held.length > 0) deliver(joinBytes(held))
        over(() => {
          head.resolve(stream)
          if (left < Infinity) this.broken += 1
          close(left < Infinity ? new TypeError('network error') : error)
        })
      },
    }
    if (follow) {
      this.followed += 1
      this.mostFollowed = Math.max(this.mostFollowed, this.followed)
    }
    signal.addEventListener('abort', () => {
      head.reject(abortError())
      over(() => close(abortError()))
    })
    const text = this.#from(replica, since, tailLines)
    if (!follow || !buffering) head.resolve(stream)
    cutWhenQuiet()
    if (text.length > 0) connection.send(text)
    if (follow && this.fault === undefined) this.#connections.push(connection)
    else {
      if (this.fault !== undefined) connection.send(bytesOf(this.fault))
      connection.end()
    }
    return head.promise
  }

  #log(replica: string): Line[] {
    const log = this.#logs.get(replica) ?? []
    this.#logs.set(replica, log)
    return log
  }

  #from(replica: string, since = Infinity, tailLines = Infinity): Uint8Array {
    const log = this.#log(replica)
    const from = this.#clock.now() - since * 1_000
    let first = log.length
    while (first > 0 && log.length - first < tailLines && (log[first - 1]?.time ?? 0) >= from) first -= 1
    return joinBytes(log.slice(first).map(({ bytes }) => bytes))
  }
}

/** A stream whose end comes after all that was put into it, also when it is a failure. */
function queuedStream() {
  const queue: Uint8Array[] = []
  let end: { error: Error | undefined } | undefined
  let wake: (() => void) | undefined
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (queue.length === 0 && !end) await new Promise<void>((resolve) => (wake = resolve))
        const next = queue.shift()
        if (next) controller.enqueue(next)
        else if (end?.error) controller.error(end.error)
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return {
    stream,
    enqueue: (bytes: Uint8Array) => {
      queue.push(bytes)
      wake?.()
    },
    close: (error?: Error) => {
      end = { error }
      wake?.()
    },
  }
}

function deferred<T>() {
  let settle: { resolve: (value: T) => void; reject: (error: Error) => void } | undefined
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }))
  return {
    promise,
    resolve: (value: T) => settle?.resolve(value),
    reject: (error: Error) => settle?.reject(error),
  }
}

const abortError = () => new DOMException('The operation was aborted', 'AbortError')

/** Numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
