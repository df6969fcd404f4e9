import type { Worker } from '../../runtimes/runtime'

/** Place of a worker: which replica it belongs to and its number there, both from 0. */
export interface WorkerPlace {
  replica: number
  id: number
}

/** The right to run one event on a worker. Exactly one of `release` and `kill` ends it. */
export interface Lease {
  readonly place: WorkerPlace
  readonly worker: Worker
  release: () => void
  /** Ends the worker's process, because its handler will not return; another is started in its place at once. */
  kill: () => Promise<void>
}

/** Milliseconds; tests shorten them. */
export interface PoolTimings {
  /** Wait before the first restart after a crash; doubles with every further crash in a row. */
  firstRestart: number
  longestRestart: number
  /** A worker that lived this long has recovered. */
  stable: number
}

export const defaultPoolTimings: PoolTimings = { firstRestart: 100, longestRestart: 30_000, stable: 10_000 }

/** Crashes in a row from which on a function counts as unhealthy. */
const unhealthyAfter = 3
const startsAtOnce = 4

export interface PoolOptions {
  replicas: number
  workersPerReplica: number
  timings: PoolTimings
  /** Aborting the signal, which `stop` does, gives the start up and ends what it has started. */
  startWorker(place: WorkerPlace, signal: AbortSignal): Promise<Worker>
  /** Called with the reason when workers keep crashing, and with undefined when all of them are well again. */
  onHealth(problem: string | undefined): void
  /** A worker's process crashed, was ended because its handler did not return, or could not be started again. */
  onCrash(place: WorkerPlace, description: string): void
}

interface Slot {
  place: WorkerPlace
  worker?: Worker
  busy: boolean
  killed: boolean
  crashes: number
  problem?: string
  timer?: NodeJS.Timeout
}

interface Waiter {
  mayTake: (place: WorkerPlace) => boolean
  take: (slot: Slot, worker: Worker) => void
  give: () => void
}

/** The workers of all replicas of one function: keeps them running and hands them out one event at a time. */
export interface WorkerPool {
  /** Resolves when every worker is ready. When one cannot start, all are ended and the reason is thrown. */
  start(): Promise<void>
  /**
   * The worker that has been free longest, of those that `only` lets pass; undefined when none got free in `timeout` milliseconds
   * or `signal` was aborted.
   */
  acquire(
    timeout: number,
    signal: AbortSignal,
    only?: (place: WorkerPlace) => boolean,
  ): Promise<Lease | undefined>
  /** Lets events that are running or waiting end for at most `grace` milliseconds, then ends every process. */
  stop(grace: number): Promise<void>
}

/** Makes a pool; nothing runs before `start`. */
export function createWorkerPool(options: PoolOptions): WorkerPool {
  const { replicas, workersPerReplica, timings } = options
  const slots: Slot[] = Array.from({ length: replicas * workersPerReplica }, (_, index) => ({
    place: { replica: Math.floor(index / workersPerReplica), id: index % workersPerReplica },
    busy: false,
    killed: false,
    crashes: 0,
  }))
  const idle: Slot[] = []
  const waiters: Waiter[] = []
  const starting = new Set<Promise<void>>()
  const givenUp = new AbortController()
  let stopping = false
  let unhealthy = false
  let drained: (() => void) | undefined

  function offer(slot: Slot) {
    if (!slot.worker || slot.busy) return
    const at = waiters.findIndex(({ mayTake }) => mayTake(slot.place))
    const [waiter] = at < 0 ? [] : waiters.splice(at, 1)
    if (waiter) {
      slot.busy = true
      waiter.take(slot, slot.worker)
    } else if (!idle.includes(slot)) idle.push(slot)
    reportDrained()
  }

  function reportDrained() {
    if (drained && waiters.length === 0 && slots.every((slot) => !slot.busy)) drained()
  }

  function withdraw(slot: Slot) {
    const at = idle.indexOf(slot)
    if (at >= 0) idle.splice(at, 1)
  }

  async function startSlot(slot: Slot): Promise<void> {
    const worker = await options.startWorker(slot.place, givenUp.signal)
    if (stopping) {
      await worker.kill()
      return
    }
    const since = Date.now()
    slot.worker = worker
    slot.killed = false
    slot.timer = setTimeout(() => recovered(slot), timings.stable)
    slot.timer.unref()
    void worker.exited.then((exit) => {
      clearTimeout(slot.timer)
      withdraw(slot)
      delete slot.worker
      slot.busy = false
      reportDrained()
      if (stopping) return
      if (slot.killed) {
        options.onCrash(
          slot.place,
          'was ended, because its handler did not return in time; the next one starts',
        )
        return again(slot, 0)
      }
      if (Date.now() - since >= timings.stable) slot.crashes = 0
      crashed(slot, exit.signal ? `was ended by ${exit.signal}` : `exited with code ${exit.code}`)
    })
    offer(slot)
  }

  function crashed(slot: Slot, what: string) {
    slot.crashes += 1
    slot.problem = what
    const wait = Math.min(timings.longestRestart, timings.firstRestart * 2 ** (slot.crashes - 1))
    options.onCrash(slot.place, `${what}; the next one starts in ${wait} ms`)
    reportHealth()
    again(slot, wait)
  }

  function again(slot: Slot, wait: number) {
    const start = () => {
      const task: Promise<void> = startSlot(slot)
        .catch((error: unknown) => {
          if (!stopping)
            crashed(slot, `cannot start: ${error instanceof Error ? error.message : String(error)}`)
        })
        .finally(() => starting.delete(task))
      starting.add(task)
    }
    if (wait === 0) return start()
    slot.timer = setTimeout(start, wait)
    slot.timer.unref()
  }

  function recovered(slot: Slot) {
    slot.crashes = 0
    delete slot.problem
    reportHealth()
  }

  function reportHealth() {
    const ill = slots.find((slot) => slot.crashes >= unhealthyAfter)
    if (!ill && !unhealthy) return
    // It stays unhealthy until every worker has proved itself, not only until one is below the limit.
    if (!ill && slots.some((slot) => slot.crashes > 0)) return
    unhealthy = ill !== undefined
    options.onHealth(
      ill &&
        `Worker ${ill.place.id} of replica ${ill.place.replica + 1} ${ill.problem} (${ill.crashes} times in a row)`,
    )
  }

  function leaseOf(slot: Slot, worker: Worker): Lease {
    let ended = false
    return {
      place: slot.place,
      worker,
      release() {
        if (ended) return
        ended = true
        if (slot.worker !== worker) return
        slot.busy = false
        offer(slot)
      },
      async kill() {
        if (ended) return
        ended = true
        if (slot.worker === worker) slot.killed = true
        await worker.kill()
      },
    }
  }

  async function stop(grace: number): Promise<void> {
    if (grace > 0 && !stopping && (waiters.length > 0 || slots.some((slot) => slot.busy))) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, grace)
        drained = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    stopping = true
    givenUp.abort()
    for (const slot of slots) clearTimeout(slot.timer)
    for (const waiter of [...waiters]) waiter.give()
    await Promise.all(slots.flatMap((slot) => slot.worker?.kill() ?? []))
    await Promise.allSettled([...starting])
  }

  return {
    async start() {
      const queue = [...slots]
      const lanes = Array.from({ length: Math.min(startsAtOnce, queue.length) }, async () => {
        for (let slot = queue.shift(); slot && !stopping; slot = queue.shift()) await startSlot(slot)
      })
      for (const lane of lanes) starting.add(lane)
      try {
        await Promise.all(lanes)
      } catch (error) {
        queue.length = 0
        await stop(0)
        throw error
      } finally {
        for (const lane of lanes) starting.delete(lane)
      }
    },

    acquire(timeout, signal, only = () => true) {
      const at = idle.findIndex(({ place }) => only(place))
      const [slot] = at < 0 ? [] : idle.splice(at, 1)
      if (slot?.worker) {
        slot.busy = true
        return Promise.resolve(leaseOf(slot, slot.worker))
      }
      return new Promise((resolve) => {
        const settle = (lease: Lease | undefined) => {
          clearTimeout(timer)
          signal.removeEventListener('abort', waiter.give)
          resolve(lease)
        }
        const waiter: Waiter = {
          mayTake: only,
          take: (free, worker) => settle(leaseOf(free, worker)),
          give() {
            const at = waiters.indexOf(waiter)
            if (at < 0) return
            waiters.splice(at, 1)
            settle(undefined)
            reportDrained()
          },
        }
        const timer = setTimeout(waiter.give, timeout)
        signal.addEventListener('abort', waiter.give)
        waiters.push(waiter)
        if (signal.aborted) waiter.give()
      })
    },

    stop,
  }
}
