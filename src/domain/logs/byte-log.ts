/** Bytes of a whole chunk; the first ones of a log are smaller, for there may be many logs. */
const fullChunk = 256 * 1024
const firstChunk = 4 * 1024

const lineFeed = 10

interface Chunk {
  /** Place of its first byte in all that was ever appended. */
  start: number
  bytes: Uint8Array<ArrayBuffer>
  used: number
}

/**
 * The bytes of one replica as they came. Each has a place, counted from the first one ever appended, which it keeps while the oldest are
 * dropped. A line is always in one chunk, however long it is.
 */
export class ByteLog {
  /** Place of the first byte held. */
  start = 0
  /** The place behind the last one. */
  end = 0
  /** Where the line begins that has no end yet; `end` when there is none. */
  lineStart = 0
  #chunks: Chunk[] = []

  /** Copies bytes to the end. */
  append(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      const chunk = this.#chunks.at(-1)
      const room = chunk ? chunk.bytes.length - chunk.used : 0
      const left = bytes.length - from
      // What does not fit goes on in another chunk after the last line end that does.
      const fitting = left <= room ? left : bytes.subarray(from, from + room).lastIndexOf(lineFeed) + 1
      if (chunk && fitting > 0) {
        this.#put(chunk, bytes.subarray(from, from + fitting))
        from += fitting
      } else this.#addChunk(left)
    }
  }

  #put(chunk: Chunk, bytes: Uint8Array): void {
    chunk.bytes.set(bytes, chunk.used)
    chunk.used += bytes.length
    const last = bytes.lastIndexOf(lineFeed)
    if (last >= 0) this.lineStart = this.end + last + 1
    this.end += bytes.length
  }

  /** A chunk for so many more bytes, which takes the line with it that has no end yet. */
  #addChunk(more: number): void {
    const last = this.#chunks.at(-1)
    const unended = last ? last.bytes.subarray(this.lineStart - last.start, last.used) : undefined
    const kept = unended?.length ?? 0
    const usual = Math.min(fullChunk, Math.max(firstChunk, this.end - this.start))
    // Twice its length, so that a line that grows for long is not copied each time.
    const bytes = new Uint8Array(Math.max(usual, more + kept, 2 * kept))
    if (last && unended) {
      bytes.set(unended)
      last.used -= kept
      if (last.used === 0) this.#chunks.pop()
    }
    this.#chunks.push({ start: this.lineStart, bytes, used: kept })
  }

  /** The line that has no end yet is whole. */
  endLine(): void {
    this.lineStart = this.end
  }

  /** Lets go of what is before a place. */
  dropBefore(place: number): void {
    this.start = Math.max(this.start, Math.min(place, this.end))
    let first = this.#chunks[0]
    while (
      first &&
      first.start + first.used <= this.start &&
      (this.#chunks.length > 1 || first.used > firstChunk)
    ) {
      this.#chunks.shift()
      first = this.#chunks[0]
    }
  }

  /** The bytes of a chunk from a place on; nothing behind the end. Not a copy: they stay as long as they are held. */
  rest(from: number): Uint8Array<ArrayBuffer> {
    const chunk = this.#chunks[this.#indexOf(from)]
    return chunk ? chunk.bytes.subarray(from - chunk.start, chunk.used) : new Uint8Array()
  }

  /** The bytes between two places in the pieces that they are held in. Not copies. */
  pieces(from: number, to: number): Uint8Array<ArrayBuffer>[] {
    const pieces: Uint8Array<ArrayBuffer>[] = []
    for (let i = this.#indexOf(from); i >= 0 && i < this.#chunks.length; i += 1) {
      const chunk = this.#chunks[i]
      if (!chunk || chunk.start >= to) break
      pieces.push(
        chunk.bytes.subarray(Math.max(from - chunk.start, 0), Math.min(to - chunk.start, chunk.used)),
      )
    }
    return pieces
  }

  /** The bytes between two places as one array, which may be the one that they are held in. */
  bytes(from: number, to: number): Uint8Array<ArrayBuffer> {
    const [only, ...others] = this.pieces(from, to)
    return only && others.length === 0 ? only : this.copy(from, to)
  }

  /** A copy of the bytes between two places. */
  copy(from: number, to: number): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(Math.max(to - from, 0))
    let at = 0
    for (const piece of this.pieces(from, to)) {
      all.set(piece, at)
      at += piece.length
    }
    return all
  }

  /** The last chunk that begins at or before a place. */
  #indexOf(place: number): number {
    let [low, high] = [0, this.#chunks.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#chunks[middle]?.start ?? 0) <= place) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
