/**
 * The secrets of requests for as long as a tab lives, by the keys of their marks: those of each request of the history, so that a replay
 * sends its own, and the latest under each key, to be offered where a request's own are not known.
 */
export class SecretMemory {
  readonly #own = new Map<string, ReadonlyMap<string, string>>()
  readonly #latest = new Map<string, string>()

  /** Adds what a request has, or what a person entered for it. */
  remember(id: string, secrets: ReadonlyMap<string, string>): void {
    if (secrets.size === 0) return
    this.#own.set(id, new Map([...this.of(id), ...secrets]))
    for (const [key, secret] of secrets) this.#latest.set(key, secret)
  }

  /** Those of one request, as far as the tab knows them. */
  of(id: string): ReadonlyMap<string, string> {
    return this.#own.get(id) ?? new Map<string, string>()
  }

  /** What the latest request had at this place, whichever that was: never to be sent for another one unasked. */
  latest(key: string): string | undefined {
    return this.#latest.get(key)
  }

  /** Lets go of requests that the history has no more. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) this.#own.delete(id)
  }
}
