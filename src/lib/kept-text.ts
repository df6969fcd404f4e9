/**
 * Small texts that this browser keeps across reloads. Storage may be full, blocked or absent: reading then finds nothing,
 * and writing answers false so that the page can say what it cannot promise.
 */
export const keptText = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  /** No text removes the key. Answers whether it is kept. */
  write(key: string, text: string | undefined): boolean {
    try {
      if (text === undefined) localStorage.removeItem(key)
      else localStorage.setItem(key, text)
      return true
    } catch {
      return false
    }
  },
}
