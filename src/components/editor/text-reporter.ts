/** What the reporter needs of an editor's text. */
interface ReportedText {
  getValueLength(): number
  getValue(): string
}

export interface TextReporter {
  /** The text is another now. */
  changed: () => void
  /** Hands on at once what waits. */
  flush: () => void
  isWaiting: () => boolean
  dispose: () => void
}

const quietMs = 250

/**
 * Hands a text on as it is typed: one of up to `shortChars` characters at every key, a longer one when the keys rest, and before
 * anything that may use it — another key with a modifier, a press anywhere, the page going away. `onText` hears whether it must act
 * at once, because the same event may go on to deploy what was typed.
 */
export function createTextReporter(
  text: ReportedText,
  shortChars: number,
  onText: (text: string, atOnce: boolean) => void,
): TextReporter {
  let timer: ReturnType<typeof setTimeout> | undefined
  const report = (atOnce: boolean) => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    onText(text.getValue(), atOnce)
  }
  const flush = () => report(true)
  const onKey = (event: Event) => {
    const key = event as KeyboardEvent
    const mayAct = key.ctrlKey || key.metaKey || key.altKey || /^(Tab|Escape|F\d+)$/.test(key.key)
    if (mayAct) flush()
  }
  window.addEventListener('keydown', onKey, true)
  for (const name of events) window.addEventListener(name, flush, true)
  return {
    changed() {
      clearTimeout(timer)
      timer = setTimeout(() => report(false), quietMs)
      if (text.getValueLength() <= shortChars) flush()
    },
    flush,
    isWaiting: () => timer !== undefined,
    dispose() {
      report(false)
      window.removeEventListener('keydown', onKey, true)
      for (const name of events) window.removeEventListener(name, flush, true)
    },
  }
}

// `visibilitychange` passes the window in its capture phase on the way to the document.
const events = ['pointerdown', 'pagehide', 'beforeunload', 'visibilitychange', 'drop']
