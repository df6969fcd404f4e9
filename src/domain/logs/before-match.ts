/** Entries that are shown when a match comes soon enough, and the marks between them, which are shown anyway. */
export class BeforeMatch {
  readonly #context: number
  #queue: { position: number; isMark: boolean }[] = []
  #entries = 0

  constructor(context: number) {
    this.#context = context
  }

  /** Whether a mark has to wait for its turn. */
  takesMark(position: number): boolean {
    if (this.#queue.length === 0) return false
    this.#queue.push({ position, isMark: true })
    return true
  }

  /** Answers whether an entry is out of reach now; the marks behind it are let go. */
  push(position: number, onMark: (position: number) => void): boolean {
    this.#queue.push({ position, isMark: false })
    this.#entries += 1
    if (this.#entries <= this.#context) return false
    this.#queue.shift()
    this.#entries -= 1
    while (this.#queue[0]?.isMark) onMark(this.#queue.shift()?.position ?? 0)
    return true
  }

  /** Hands all of them out. */
  take(each: (position: number, isMark: boolean) => void): void {
    if (this.#queue.length === 0) return
    for (const { position, isMark } of this.#queue) each(position, isMark)
    this.#queue = []
    this.#entries = 0
  }
}
