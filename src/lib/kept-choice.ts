import { keptText } from './kept-text'

/** What a person chose once for all pages; lasts as long as the page does where the browser keeps nothing. */
export interface KeptChoice<T> {
  read: () => T
  subscribe: (listener: () => void) => () => void
  set: (value: T) => void
}

/** A choice that this browser keeps under `key`, for all its tabs. `parse` makes what is usual of a text that is none of its own. */
export function keptChoice<T>(
  key: string,
  parse: (text: string | null) => T,
  print: (value: T) => string = JSON.stringify,
): KeptChoice<T> {
  let current: T | undefined
  const listeners = new Set<() => void>()
  return {
    read: () => (current ??= parse(keptText.read(key))),
    subscribe(listener) {
      const onStorage = (event: StorageEvent) => {
        if (event.key !== key) return
        current = parse(event.newValue)
        listener()
      }
      listeners.add(listener)
      window.addEventListener('storage', onStorage)
      return () => {
        listeners.delete(listener)
        window.removeEventListener('storage', onStorage)
      }
    },
    set(value) {
      current = value
      keptText.write(key, print(value))
      for (const tell of listeners) tell()
    },
  }
}

/** The fields of a kept object, by name; none of a text that holds no object. */
export function keptFields<T>(text: string | null): Partial<Record<keyof T, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}')
    return typeof parsed === 'object' && parsed !== null ? parsed : {}
  } catch {
    // Someone else's text.
    return {}
  }
}
