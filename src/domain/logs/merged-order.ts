import type { EntryColumns } from './entry-columns'

const leastCapacity = 1024

/**
 * The entries of all sources in one order: by time, at one time by source, of one source as they came. Positions are counted from the first
 * entry that ever was, so they stay the same while the oldest are dropped; what is inserted moves those after it.
 */
export class MergedOrder {
  /** Position of the oldest entry held. */
  first = 0
  #head = 0
  #tail = 0
  #time = new Float64Array(leastCapacity)
  #source = new Uint16Array(leastCapacity)
  /** The lowest 32 bits of its number. */
  #entry = new Uint32Array(leastCapacity)

  /** The position behind the last one. */
  get end(): number {
    return this.first + this.#tail - this.#head
  }

  timeAt(position: number): number {
    return this.#time[position - this.first + this.#head] ?? Number.NaN
  }

  sourceAt(position: number): number {
    return this.#source[position - this.first + this.#head] ?? 0
  }

  /** The lowest 32 bits of the number of an entry, which is enough to find it in its columns. */
  entryAt(position: number): number {
    return this.#entry[position - this.first + this.#head] ?? 0
  }

  /** Lets go of the oldest entry. */
  shift(): void {
    this.#head += 1
    this.first += 1
  }

  /** Where an entry is; -1 when it has no place. */
  positionOf(source: number, entry: number, time: number): number {
    const at = this.#lowerBound(time, source, entry)
    const isThere = at < this.#tail && this.#source[at] === source && this.#entry[at] === entry >>> 0
    return isThere ? this.#position(at) : -1
  }

  /** The first position with a time that is not before the given one. */
  positionOfTime(time: number): number {
    return this.#position(this.#lowerBound(time, -1, 0))
  }

  /** Puts an entry in its place, and says where that is. */
  insert(source: number, entry: number, time: number): number {
    this.#reserve(1)
    const at = this.#upperBound(time, source, this.#tail)
    this.#move(at, this.#tail, at + 1)
    this.#set(at, time, source, entry)
    this.#tail += 1
    return this.#position(at)
  }

  /**
   * Gives the entries of a source their places that came since the last time, and takes those away that are stale.
   * @returns the first position that is another entry's now; infinite when there is none
   */
  integrate(source: number, entries: EntryColumns): number {
    const changed = this.#remove(source, entries)
    const from = Math.min(entries.placed, entries.staleFrom)
    const count = entries.next - from
    if (count <= 0) return changed
    this.#reserve(count)
    // From the last one backwards, so that each part of what is there moves once.
    let read = this.#tail
    let write = this.#tail + count
    for (let entry = entries.next - 1; entry >= from; entry -= 1) {
      const time = entries.time[entry & entries.mask] ?? 0
      const at = this.#upperBound(time, source, read)
      if (at < read) {
        write -= read - at
        this.#move(at, read, write)
        read = at
      }
      write -= 1
      this.#set(write, time, source, entry)
    }
    this.#tail += count
    return Math.min(changed, this.#position(write))
  }

  #remove(source: number, entries: EntryColumns): number {
    const { staleFrom, placed } = entries
    if (staleFrom >= placed) return Number.POSITIVE_INFINITY
    const start = this.#lowerBound(entries.staleTime, source, staleFrom)
    let write = start
    let read = start
    for (let left = placed - staleFrom; left > 0 && read < this.#tail; read += 1) {
      if (this.#source[read] === source && (((this.#entry[read] ?? 0) - staleFrom) | 0) >= 0) left -= 1
      else {
        this.#set(write, this.#time[read] ?? 0, this.#source[read] ?? 0, this.#entry[read] ?? 0)
        write += 1
      }
    }
    this.#move(read, this.#tail, write)
    this.#tail -= read - write
    return this.#position(start)
  }

  #position(at: number): number {
    return at - this.#head + this.first
  }

  #set(at: number, time: number, source: number, entry: number): void {
    this.#time[at] = time
    this.#source[at] = source
    this.#entry[at] = entry
  }

  #move(from: number, to: number, target: number): void {
    if (from >= to || from === target) return
    this.#time.copyWithin(target, from, to)
    this.#source.copyWithin(target, from, to)
    this.#entry.copyWithin(target, from, to)
  }

  /** The first place whose entry is not before this one. */
  #lowerBound(time: number, source: number, entry: number): number {
    let [low, high] = [this.#head, this.#tail]
    while (low < high) {
      const middle = (low + high) >>> 1
      const apart = (this.#time[middle] ?? 0) - time || (this.#source[middle] ?? 0) - source
      if (apart < 0 || (apart === 0 && (((this.#entry[middle] ?? 0) - entry) | 0) < 0)) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The first place before `end` whose entry is after the last one of a source at a time. */
  #upperBound(time: number, source: number, end: number): number {
    const isAfter = (at: number) => ((this.#time[at] ?? 0) - time || (this.#source[at] ?? 0) - source) > 0
    // Most entries come at the end.
    if (end === this.#head || !isAfter(end - 1)) return end
    let [low, high] = [this.#head, end - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isAfter(middle)) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Makes room for so many more at the end. */
  #reserve(count: number): void {
    const held = this.#tail - this.#head
    const capacity = this.#time.length
    if (this.#tail + count <= capacity) return
    // Moving what is held is cheap as long as it is seldom.
    if (held + count > capacity * 0.96) {
      const size = Math.max(capacity * 2, held + count)
      const grown = <Column extends Float64Array | Uint16Array | Uint32Array>(to: Column, from: Column) => {
        to.set(from.subarray(this.#head, this.#tail))
        return to
      }
      this.#time = grown(new Float64Array(size), this.#time)
      this.#source = grown(new Uint16Array(size), this.#source)
      this.#entry = grown(new Uint32Array(size), this.#entry)
    } else this.#move(this.#head, this.#tail, 0)
    this.#tail = held
    this.#head = 0
  }
}
