import { fact } from './line-facts'

/** A line that is an entry of its own. */
export const ownEntry = -1

/** Lines that a record may go on for without an end of its own. */
const longestMessage = 200

/** Lines of a message before its frames that are looked at: Node shows the line of the code, too. */
const mostHeadLines = 8

/** Empty lines that may stand between two goroutines. */
const longestGap = 50

const mode = {
  none: 0,
  /** Frames of Python, which are indented; the exception itself comes after them. */
  python: 1,
  /** Of a group of Python all is indented. */
  pythonGroup: 2,
  pythonEnd: 3,
  /** An empty line, after which another one may follow from it. */
  pythonPause: 4,
  pythonChain: 5,
  pythonChainPause: 6,
  go: 7,
  frames: 8,
  stack: 9,
} as const

/**
 * Tells which lines of a replica belong together, line by line and never waiting for what comes: tracebacks of Python (chained ones and groups
 * too), of JavaScript, Java and .NET (`at …`), panics of Go, call stacks of Nuclio itself, and records whose message has several lines. A
 * record without fields goes on when one of the next 200 lines ends in those of a handler's record.
 */
export class LineJoiner {
  /** Whether the entry that the last line went to is a traceback, unless it is a record. */
  isTrace = false
  #mode: number = mode.none
  /** Entries after the traceback that are within it when it goes on. */
  #gap = 0
  /** The last lines that are entries of their own, the latest in the lowest two bits: 1 may be before frames, 2 heads them. */
  #recent = 0
  #recentCount = 0
  /** The last line began a record that is still open. */
  #isAfterRecord = false
  /** Entries and lines since the record that is still open; -1 when none is. */
  #since = -1
  #sinceLines = 0

  /** Nothing that comes belongs to what was there before. */
  reset(): void {
    this.isTrace = false
    this.#mode = mode.none
    this.#gap = 0
    this.#recent = 0
    this.#recentCount = 0
    this.#isAfterRecord = false
    this.#since = -1
  }

  /** Becomes like another one, to look at a line that may change. */
  copy(other: LineJoiner): void {
    this.isTrace = other.isTrace
    this.#mode = other.#mode
    this.#gap = other.#gap
    this.#recent = other.#recent
    this.#recentCount = other.#recentCount
    this.#isAfterRecord = other.#isAfterRecord
    this.#since = other.#since
    this.#sinceLines = other.#sinceLines
  }

  /**
   * Where the next line goes, by its facts: `ownEntry`, or how many of the last entries go with it into the entry before them, 0 for the last
   * entry itself.
   */
  next(facts: number): number {
    if ((facts & (fact.record | fact.json)) !== 0) return this.#begin(facts)
    if (this.#since >= 0) {
      this.#sinceLines += 1
      if (this.#sinceLines > longestMessage) this.#since = -1
      else if ((facts & fact.handler) !== 0) {
        const within = this.#since
        this.reset()
        return within
      }
    }
    const joined = this.#place(facts)
    this.#isAfterRecord = false
    if (this.#since >= 0) this.#since += joined === ownEntry ? 1 : -joined
    if (joined === ownEntry) {
      this.#recent =
        (this.#recent << 2) | ((facts & fact.before) !== 0 ? 1 : 0) | ((facts & fact.head) !== 0 ? 2 : 0)
      this.#recentCount = Math.min(this.#recentCount + 1, mostHeadLines)
    }
    // Frames do not reach back over a traceback.
    if (this.isTrace) this.#recentCount = 0
    return joined
  }

  #begin(facts: number): typeof ownEntry {
    this.reset()
    if ((facts & (fact.json | fact.braced)) !== 0) return ownEntry
    this.#isAfterRecord = true
    this.#since = 0
    this.#sinceLines = 0
    if ((facts & fact.pythonHead) !== 0) this.#mode = mode.python
    return ownEntry
  }

  #place(facts: number): number {
    const joined = this.#continues(facts)
    if (joined !== undefined) return joined
    if ((facts & fact.pythonHead) !== 0)
      return this.#head((facts & fact.pythonGroup) !== 0 ? mode.pythonGroup : mode.python)
    if ((facts & fact.goHead) !== 0) return this.#head(mode.go)
    if ((facts & fact.stackHead) !== 0) return this.#head(mode.stack, false)
    if ((facts & fact.frame) !== 0) {
      const before = this.#beforeFrames()
      if (before !== undefined) return this.#join(before, mode.frames)
    }
    this.isTrace = false
    if (this.#mode !== mode.stack) this.#mode = mode.none
    return ownEntry
  }

  #head(next: number, isTrace = true): typeof ownEntry {
    this.#mode = next
    this.#gap = 0
    this.isTrace = isTrace
    return ownEntry
  }

  #join(count: number, next = this.#mode): number {
    this.#mode = next
    this.#gap = 0
    this.isTrace = true
    return count
  }

  /** An entry for now, which may turn out to be within the traceback. */
  #pause(next = this.#mode): typeof ownEntry {
    this.#mode = next
    this.#gap += 1
    if (this.#gap > longestGap) this.#mode = mode.none
    this.isTrace = false
    return ownEntry
  }

  /** Where the line goes when it goes on with the traceback; nothing when it ends that. */
  #continues(facts: number): number | undefined {
    const is = (bit: number) => (facts & bit) !== 0
    switch (this.#mode) {
      case mode.python:
        if (is(fact.indented)) return this.#join(0)
        if (is(fact.letter)) return this.#join(0, mode.pythonEnd)
        return is(fact.empty) ? this.#pause(mode.pythonPause) : undefined
      case mode.pythonGroup:
        return is(fact.indented) ? this.#join(0) : undefined
      case mode.pythonEnd:
        return is(fact.empty) ? this.#pause(mode.pythonPause) : undefined
      case mode.pythonPause:
        return is(fact.pythonChain) ? this.#join(1, mode.pythonChain) : undefined
      case mode.pythonChain:
      case mode.pythonChainPause:
        if (is(fact.pythonHead))
          return this.#join(this.#gap, is(fact.pythonGroup) ? mode.pythonGroup : mode.python)
        return this.#gap === 0 && is(fact.empty) ? this.#pause(mode.pythonChainPause) : undefined
      case mode.go:
        if (is(fact.empty)) return this.#pause()
        return is(fact.goLine) ? this.#join(this.#gap) : undefined
      case mode.frames:
        return is(fact.afterFrames) ? this.#join(0) : undefined
      case mode.stack:
        if (is(fact.stackLine)) return this.#join(this.#gap)
        this.#gap += 1
        if (this.#gap > mostHeadLines) this.#mode = mode.none
        return undefined
      default:
        return undefined
    }
  }

  /** How many entries are between the one that frames belong to and the frames; the earliest head counts. */
  #beforeFrames(): number | undefined {
    for (let i = this.#recentCount - 1; i >= 0; i -= 1) if (((this.#recent >> (2 * i)) & 2) !== 0) return i
    if (this.#recentCount > 0) return (this.#recent & 1) !== 0 ? 0 : undefined
    return this.#isAfterRecord ? 0 : undefined
  }
}
