const newline = 10
const holdLimit = 64 * 1024

/** Passes a process's output on in whole lines, so that the lines of workers that share a log never mix. */
export interface LineJoiner {
  push: (chunk: Uint8Array) => void
  /** Passes on what is held, although its line has not ended. */
  flush: () => void
}

/**
 * `emit` gets bytes that end in a newline; a line that stays open is passed on after `holdMilliseconds` without more, or
 * when it passes 64 KiB.
 */
export function joinLines(emit: (bytes: Uint8Array) => void, holdMilliseconds = 250): LineJoiner {
  let held: Uint8Array[] = []
  let heldSize = 0
  let timer: NodeJS.Timeout | undefined

  function flush() {
    clearTimeout(timer)
    timer = undefined
    if (heldSize === 0) return
    const bytes = Buffer.concat(held)
    held = []
    heldSize = 0
    emit(bytes)
  }

  return {
    push(chunk) {
      const end = chunk.lastIndexOf(newline) + 1
      if (end > 0) {
        held.push(chunk.subarray(0, end))
        heldSize += end
        flush()
      }
      if (end < chunk.length) {
        held.push(chunk.subarray(end))
        heldSize += chunk.length - end
        if (heldSize > holdLimit) return flush()
        timer ??= setTimeout(flush, holdMilliseconds)
        timer.unref()
      }
    },
    flush,
  }
}
