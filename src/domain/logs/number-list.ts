/** A list of numbers in one block of memory, which grows at its end and is cut at both. */
export class NumberList {
  #head = 0
  #tail = 0
  #numbers = new Float64Array(256)

  get length(): number {
    return this.#tail - this.#head
  }

  at(index: number): number {
    return this.#numbers[this.#head + index] ?? Number.NaN
  }

  set(index: number, value: number): void {
    this.#numbers[this.#head + index] = value
  }

  push(value: number): void {
    if (this.#tail === this.#numbers.length) this.#makeRoom(1)
    this.#numbers[this.#tail] = value
    this.#tail += 1
  }

  /** Takes away all from an index on. */
  cut(index: number): Float64Array {
    const taken = this.#numbers.slice(this.#head + index, this.#tail)
    this.truncate(index)
    return taken
  }

  append(numbers: Float64Array): void {
    while (this.#tail + numbers.length > this.#numbers.length) this.#makeRoom(numbers.length)
    this.#numbers.set(numbers, this.#tail)
    this.#tail += numbers.length
  }

  /** Keeps so many of the first. */
  truncate(length: number): void {
    this.#tail = Math.min(this.#tail, this.#head + length)
  }

  /** Lets go of so many of the first. */
  drop(count: number): void {
    this.#head = Math.min(this.#tail, this.#head + count)
  }

  /** Of an ascending list the first index whose number is not less. */
  lowerBound(value: number): number {
    let [low, high] = [this.#head, this.#tail]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#numbers[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    return low - this.#head
  }

  #makeRoom(count: number): void {
    const held = this.length
    const isFull = held + count > this.#numbers.length * 0.96
    const target = isFull ? new Float64Array(this.#numbers.length * 2) : this.#numbers
    target.set(this.#numbers.subarray(this.#head, this.#tail))
    this.#numbers = target
    this.#head = 0
    this.#tail = held
  }
}
