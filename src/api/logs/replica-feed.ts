import type { FeedState } from '@/domain/logs/log-status'
import { ApiError, isAbort } from '../errors'
import { follow, type FollowEnd } from './feed-follow'
import { FeedFault, type FeedOutput } from './feed-output'
import { FeedReader, type FeedSource } from './feed-reader'

/** How a replica is to be read. */
export type FeedWay =
  | { kind: 'follow' }
  /** Asked so often, in milliseconds; `isByTurns` because not all can be followed. */
  | { kind: 'poll'; every: number; isByTurns?: boolean }
  | { kind: 'stopped' }

export interface ReplicaFeedOptions extends FeedSource {
  /** State, problem or way have changed. */
  onChange: () => void
  /** A followed stream was found to hold lines back, which those of other replicas will do as well. */
  onBuffered: () => void
  /** The server says that the replica, or the function, is not there. */
  onGone: () => void
}

/** All in milliseconds. */
const delays = {
  /** Of a stream that lasted less, the next is not opened at once. */
  short: 3_000,
  first: 500,
  /** Where a server answers, though not to the end: lines must not wait for longer. */
  mostOfStreams: 1_000,
  most: 15_000,
  /** A last line without its end is looked at again after that. */
  open: 1_000,
  /** What is held back is told after that, when no answer said anything of it. */
  settle: 1_500,
  /** A stream of a replica that is gone may go on for so long. */
  lastLines: 3_000,
}

/** So many lines more are asked for when a stream does not tell where it goes on. */
const followDepths = [512, 16_384]

/** Reads the log of one replica as long as it is there, by the way that it is told to, through whatever happens to the connection. */
export class ReplicaFeed {
  readonly name: string
  state: FeedState = 'connecting'
  problem: { status?: number; message: string } | undefined
  retryAt: number | undefined
  /** The first answer has come, or will not. */
  hasLoaded = false
  /** Followed streams do not work here. */
  isBuffered = false
  readonly #options: ReplicaFeedOptions
  readonly #reader: FeedReader
  readonly #output: FeedOutput
  readonly #closing = new AbortController()
  #way: FeedWay = { kind: 'stopped' }
  #stream: AbortController | undefined
  #wake: (() => void) | undefined
  /** It makes no sense to go on before something changes. */
  #isOver = false
  #failures = 0
  #shortStreams = 0
  /** What is held back, by where it ends, is told soon. */
  #settling: { bytes: number; callOff: () => void } | undefined

  constructor(options: ReplicaFeedOptions) {
    this.name = options.replica
    this.#options = options
    this.#reader = new FeedReader(options)
    this.#output = this.#reader.output
    void this.#run()
  }

  /** Its lines are told as they are written, up to its end; otherwise it is asked for them again and again. */
  get isFollowed(): boolean {
    return this.#way.kind === 'follow' && !this.isBuffered && this.state !== 'waiting'
  }

  setWay(way: FeedWay): void {
    if (JSON.stringify(way) === JSON.stringify(this.#way)) return
    const before = this.#way.kind
    this.#way = way
    if (way.kind !== 'follow') this.#stream?.abort()
    if (before !== way.kind) this.#wake?.()
  }

  /** Tries again now what waits or was given up. */
  retry(): void {
    if (!this.#isOver && this.state !== 'waiting') return
    this.#isOver = false
    this.#wake?.()
  }

  /** The replica is not there any more; `retry` takes it up again. */
  leave(): void {
    this.#isOver = true
    this.hasLoaded = true
    // A stream that is still open has its last lines; the server ends it.
    const stream = this.#stream
    if (stream) this.#options.clock.after(delays.lastLines, () => stream.abort())
    this.#show('gone')
    this.#wake?.()
  }

  close(): void {
    this.#closing.abort()
    this.#stream?.abort()
    this.#settling?.callOff()
    this.#wake?.()
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      if (this.#isOver) await this.#rest()
      else if (this.#way.kind === 'stopped') {
        if (this.state !== 'connecting') this.#show('stopped')
        await this.#rest()
      } else await this.#readOn().catch((error: unknown) => this.#fail(error))
    }
  }

  /** Reads what there is, then follows, or waits for the next turn. */
  async #readOn(): Promise<void> {
    const { clock } = this.#options
    const asked = clock.now()
    await this.#reader.catchUp(this.#closing.signal)
    const way = this.#way
    if (this.#isOver || way.kind === 'stopped') return this.#settleLater()
    this.#failures = 0
    this.hasLoaded ||= this.#output.hasRead
    const isHolding = this.#output.lines.isHolding || !this.#output.hasRead
    this.#settleLater()
    if (way.kind === 'follow' && !this.isBuffered) {
      this.#show('following')
      return isHolding ? this.#rest(delays.open) : this.#follow()
    }
    if (way.kind === 'follow') this.#show('polling')
    if (way.kind === 'poll') this.#show(way.isByTurns ? 'by-turns' : 'polling')
    const every = way.kind === 'poll' ? way.every : pollEvery
    await this.#rest(Math.max(0, asked + (isHolding ? delays.open : every) - clock.now()))
  }

  async #follow(): Promise<void> {
    const { clock } = this.#options
    const stream = new AbortController()
    this.#stream = stream
    let end: FollowEnd | undefined
    try {
      let request = this.#reader.followRequest()
      for (const depth of [...followDepths, 0]) {
        if (this.#way.kind !== 'follow' || this.#closing.signal.aborted) return
        end = await follow(this.#reader, request, stream.signal, depth === 0)
        if (end.kind !== 'unclear' || stream.signal.aborted) break
        request = { tailLines: end.lines + depth }
      }
    } finally {
      this.#stream = undefined
    }
    // Ended from here, by another way or for good: nothing broke.
    this.#settleLater()
    if (stream.signal.aborted || this.#isOver || !end) return
    if (end.kind === 'buffered' || end.kind === 'unclear') {
      this.isBuffered = true
      this.#options.onBuffered()
      return
    }
    this.#output.brokenAt ??= clock.now()
    if (end.kind === 'ended' && end.lasted >= delays.short) {
      this.#shortStreams = 0
      if (!end.isClean) await this.#rest(delays.first * jitter())
      return
    }
    this.#shortStreams += 1
    const delay = delays.first * 2 ** (this.#shortStreams - 1)
    await this.#rest(Math.min(delays.mostOfStreams, delay) * jitter())
  }

  async #fail(error: unknown): Promise<void> {
    if (this.#closing.signal.aborted || this.#isOver) return
    const { clock } = this.#options
    const status = error instanceof ApiError ? error.status : undefined
    const message = error instanceof Error ? error.message : String(error)
    this.hasLoaded = true
    this.#settleLater()
    if (isAbort(error)) return this.#rest(delays.first)
    if (status === 404 || (status === 400 && /does not belong to/.test(message))) {
      this.#isOver = true
      this.#show('gone', { status, message })
      return this.#options.onGone()
    }
    if (status === 401 || status === 403) {
      this.#isOver = true
      return this.#show('refused', { status, message })
    }
    // A server that answers, though not to the end, is asked again sooner.
    const most = this.#output.isAnswered && !(error instanceof FeedFault) ? delays.mostOfStreams : delays.most
    this.#output.isAnswered = false
    this.#output.brokenAt ??= clock.now()
    this.#failures += 1
    const delay = Math.min(most, delays.first * 2 ** (this.#failures - 1)) * jitter()
    this.#show('waiting', { status, message }, clock.now() + delay)
    await this.#rest(delay)
  }

  /** What was held back at the end of an answer is told after a while, when no other answer said what it is. */
  #settleLater(): void {
    const { lines } = this.#output
    if (lines.isHolding && this.#settling?.bytes === lines.bytes) return
    this.#settling?.callOff()
    this.#settling = undefined
    if (!lines.isHolding) return
    const callOff = this.#options.clock.after(delays.settle, () => {
      this.#settling = undefined
      this.#output.settle()
    })
    this.#settling = { bytes: lines.bytes, callOff }
  }

  #show(state: FeedState, problem?: ReplicaFeed['problem'], retryAt?: number): void {
    if (state === this.state && problem?.message === this.problem?.message && retryAt === this.retryAt) return
    this.state = state
    this.problem = problem
    this.retryAt = retryAt
    this.#options.onChange()
  }

  /** Waits so long, or until something changes. */
  #rest(milliseconds?: number): Promise<void> {
    if (this.#closing.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const callOff =
        milliseconds === undefined ? undefined : this.#options.clock.after(milliseconds, () => this.#wake?.())
      this.#wake = () => {
        this.#wake = undefined
        callOff?.()
        resolve()
      }
    })
  }
}

/** So often a log is asked for that cannot be followed; milliseconds. Whole seconds, as `since` counts. */
export const pollEvery = 2_000

const jitter = () => 0.9 + Math.random() * 0.2
