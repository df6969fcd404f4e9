type Listener = (text: string) => void

let listener: Listener | undefined

/** Has a screen reader say something that a sighted person sees happen. */
export function announce(text: string): void {
  listener?.(text)
}

/** Where announcements go; the live region of the shell registers itself. Returns how to leave. */
export function onAnnounce(say: Listener): () => void {
  listener = say
  return () => {
    if (listener === say) listener = undefined
  }
}
