import type { LogStatus } from '@/domain/logs/log-status'
import { ApiError, isAbort } from '../errors'
import type { FeedClock } from './feed-clock'

export interface ReplicaNamesOptions {
  clock: FeedClock
  read: (signal: AbortSignal) => Promise<{ names: string[]; date?: string | undefined }>
  /** Told of every answer. */
  onNames: (names: readonly string[], timing: { sentAt: number; date: string | undefined }) => void
  /** `problem` is another one. */
  onChange: () => void
}

/** All in milliseconds. */
const pace = {
  usual: 5_000,
  slow: 15_000,
  /** For a while after something changed. */
  soon: 1_500,
  soonFor: 30_000,
  most: 15_000,
}

/** Keeps asking for the names of a function's replicas. */
export class ReplicaNames {
  /** Whether it is known now which there are, or that it cannot be known. */
  hasAnswered = false
  problem: LogStatus['problem']
  readonly #options: ReplicaNamesOptions
  readonly #closing = new AbortController()
  #pace: 'usual' | 'slow' | 'none' = 'usual'
  #soonUntil = -Infinity
  #failures = 0
  #last = ''
  #isRefused = false
  #isAsking = false
  #callOff: (() => void) | undefined

  constructor(options: ReplicaNamesOptions) {
    this.#options = options
    // Who made this has it at hand only after that.
    this.#callOff = options.clock.after(0, () => void this.#ask())
  }

  /** Asks now, and more often for a while. */
  ask(): void {
    this.#soonUntil = this.#options.clock.now() + pace.soonFor
    this.#isRefused = false
    this.#failures = 0
    if (!this.#isAsking) this.#plan(0)
  }

  setPace(next: 'usual' | 'slow' | 'none'): void {
    const before = this.#pace
    this.#pace = next
    if (next === 'usual' && before !== 'usual') this.ask()
    else if (!this.#isAsking) this.#plan(this.#delay())
  }

  close(): void {
    this.#closing.abort()
    this.#callOff?.()
  }

  async #ask(): Promise<void> {
    const { clock, read, onNames } = this.#options
    const { signal } = this.#closing
    this.#isAsking = true
    const sentAt = clock.now()
    try {
      const { names, date } = await read(signal)
      if (signal.aborted) return
      this.#failures = 0
      this.#news(names.join('\n'))
      onNames(names, { sentAt, date })
      this.#set(names.length > 0 ? undefined : { kind: 'none', message: noReplicas })
    } catch (error) {
      if (signal.aborted) return
      this.#fail(error)
    } finally {
      this.#isAsking = false
      if (!signal.aborted) this.#plan(this.#delay())
    }
  }

  #fail(error: unknown): void {
    const { clock, onNames } = this.#options
    const status = error instanceof ApiError ? error.status : undefined
    const said = error instanceof Error ? error.message : String(error)
    this.#failures += 1
    this.#isRefused = status === 401 || status === 403
    if (status === 404) {
      this.#news('gone')
      onNames([], { sentAt: clock.now(), date: undefined })
      this.#set({ kind: 'gone', status, message: `There is no such function (any more): ${said}` })
    } else if (this.#isRefused) {
      this.#set({ kind: 'refused', status, message: `The server does not let you read this log: ${said}` })
    } else {
      const message = isAbort(error) ? 'It took too long' : said
      const problem = {
        kind: 'failed' as const,
        message: `It cannot be asked which replicas there are: ${message}`,
      }
      this.#set(status ? { ...problem, status } : problem)
    }
  }

  #news(now: string): void {
    if (now !== this.#last && this.hasAnswered) this.#soonUntil = this.#options.clock.now() + pace.soonFor
    this.#last = now
  }

  #set(problem: LogStatus['problem']): void {
    const isNew = !this.hasAnswered || problem?.message !== this.problem?.message
    this.hasAnswered = true
    this.problem = problem
    if (isNew) this.#options.onChange()
  }

  #delay(): number | undefined {
    if (this.#pace === 'none' || this.#isRefused) return undefined
    if (this.#failures > 0 && this.problem?.kind === 'failed') {
      return Math.min(pace.most, pace.soon * 2 ** (this.#failures - 1))
    }
    if (this.#pace === 'slow') return pace.slow
    return this.#options.clock.now() < this.#soonUntil ? pace.soon : pace.usual
  }

  #plan(delay: number | undefined): void {
    this.#callOff?.()
    this.#callOff = delay === undefined ? undefined : this.#options.clock.after(delay, () => void this.#ask())
  }
}

const noReplicas =
  'No replica runs now: the function is scaled to zero, disabled, or not deployed. Lines appear as soon as one starts'
