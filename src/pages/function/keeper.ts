import { keptText } from './kept-text'

/** Writes the latest of a stream of values under one key. */
export interface Keeper<Value> {
  /** This is the latest now; it is written when it has stood for a moment. */
  schedule: (value: Value) => void
  /** Writes at once what waits. */
  flush: () => void
}

const keepAfter = 300

/**
 * Keeps what is typed in this browser, a moment after the last key. `textOf` gives the text to keep, nothing to remove it;
 * `onKept` hears whether the browser took it.
 */
export function createKeeper<Value>(
  key: string,
  textOf: (value: Value) => string | undefined,
  onKept: (kept: boolean) => void = () => undefined,
): Keeper<Value> {
  let kept = keptText.read(key) ?? undefined
  let waiting: { value: Value } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    const text = waiting ? textOf(waiting.value) : kept
    waiting = undefined
    // Another tab may have kept something meanwhile: only a change in this one writes over it.
    if (text === kept) return
    kept = text
    onKept(keptText.write(key, text))
  }
  return {
    flush,
    schedule(value) {
      waiting = { value }
      clearTimeout(timer)
      timer = setTimeout(flush, keepAfter)
    },
  }
}
