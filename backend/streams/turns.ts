/** Things that one at a time may have, by name; the others wait in line. */
export interface Turns {
  /** Resolves with what gives the turn back, or with nothing when `signal` was aborted before it came. */
  take(name: string, signal: AbortSignal): Promise<(() => void) | undefined>
}

/** Nothing is taken yet. */
export function createTurns(): Turns {
  const lines = new Map<string, (() => void)[]>()

  function giveBack(name: string) {
    const next = lines.get(name)?.shift()
    if (next) next()
    else lines.delete(name)
  }

  return {
    take(name, signal) {
      if (signal.aborted) return Promise.resolve(undefined)
      const once = () => {
        let given = false
        return () => {
          if (!given) giveBack(name)
          given = true
        }
      }
      const line = lines.get(name)
      if (!line) {
        lines.set(name, [])
        return Promise.resolve(once())
      }
      return new Promise((resolve) => {
        const enter = () => {
          signal.removeEventListener('abort', leave)
          resolve(once())
        }
        const leave = () => {
          line.splice(line.indexOf(enter), 1)
          resolve(undefined)
        }
        signal.addEventListener('abort', leave, { once: true })
        line.push(enter)
      })
    },
  }
}
