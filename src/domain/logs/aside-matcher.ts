import type { MatchAnswer, MatchAsk, Matcher } from './matcher'

/** A thread that answers what it is asked, one after the other. */
export interface MatchThread {
  post: (ask: MatchAsk, transfer: Transferable[]) => void
  end: () => void
}

export interface AsideMatcherOptions {
  /** Starts a thread, which says once that it runs before it answers. */
  start: (on: { ready: () => void; answer: (answer: MatchAnswer) => void; failed: () => void }) => MatchThread
  /** Calls back after milliseconds, unless the returned function is called before. */
  after: (milliseconds: number, then: () => void) => () => void
}

/** An expression that has not come to an end by then (milliseconds) for one piece of a log may never do. */
const patience = 2_000

/** What runs for so long is ended at once when it is not wanted any more. */
const briefly = 150

export const tooSlow = 'The expression takes too long; write it so that it can only match in one way'
const broken = 'The part of the page that searches could not be started'
const notWanted = 'Something else is looked for now'

interface Asked {
  ask: MatchAsk
  transfer: Transferable[]
  resolve: (answer: MatchAnswer) => void
  reject: (error: Error) => void
  /** Its answer is not wanted any more. */
  isForgotten?: boolean
}

/** Runs searches in a thread, and ends that thread when an expression does not come to an end. */
export function createAsideMatcher({ start, after }: AsideMatcherOptions): Matcher {
  let thread: MatchThread | undefined
  let isReady = false
  /** It is known to run for long. */
  let isLong = false
  let stopWatches = () => {}
  /** The first one is being worked at. */
  let waiting: Asked[] = []

  const end = () => {
    stopWatches()
    thread?.end()
    thread = undefined
    isReady = false
  }

  const failAll = (words: string) => {
    const failed = waiting
    waiting = []
    for (const { reject } of failed) reject(new Error(words))
  }

  const fail = (words: string) => {
    end()
    failAll(words)
  }

  const begin = () => {
    stopWatches()
    isLong = false
    const [next] = waiting
    if (!next || !isReady) return
    const stops = [
      after(briefly, () => {
        isLong = true
        if (waiting[0]?.isForgotten) restart()
      }),
      after(patience, () => fail(tooSlow)),
    ]
    stopWatches = () => stops.forEach((stop) => stop())
    thread?.post(next.ask, next.transfer)
  }

  /** Without what is being worked at. */
  const restart = () => {
    end()
    waiting.shift()
    if (waiting.length > 0) open()
  }

  const open = () => {
    // What a thread says that is not in use any more does not count.
    const own: { thread?: MatchThread } = {}
    const isOwn = () => own.thread !== undefined && own.thread === thread
    const callbacks = {
      ready() {
        if (!isOwn()) return
        isReady = true
        begin()
      },
      answer(answer: MatchAnswer) {
        if (!isOwn()) return
        const [done] = waiting.splice(0, 1)
        begin()
        if ('problem' in answer) done?.reject(new Error(answer.problem))
        else done?.resolve(answer)
      },
      failed() {
        if (isOwn()) fail(broken)
      },
    }
    try {
      own.thread = start(callbacks)
      thread = own.thread
    } catch {
      fail(broken)
    }
  }

  const ask = (question: MatchAsk, transfer: Transferable[]) =>
    new Promise<MatchAnswer>((resolve, reject) => {
      waiting.push({ ask: question, transfer, resolve, reject })
      if (!thread) open()
      else if (waiting.length === 1) begin()
    })

  return {
    async match(entries, question) {
      const answer = await ask({ entries, question }, [entries.bytes.buffer, entries.starts.buffer])
      return 'bits' in answer ? answer.bits : new Uint8Array()
    },
    async highlight(texts, query) {
      const answer = await ask({ texts, query }, [])
      return 'ranges' in answer ? answer.ranges : []
    },
    forget() {
      const [running] = waiting
      if (isLong) end()
      failAll(notWanted)
      // The answer of what runs still comes, and nobody waits for it.
      if (running && isReady) waiting = [{ ...running, isForgotten: true }]
    },
    close() {
      fail(notWanted)
    },
  }
}
