export interface Notice {
  id: number
  tone: 'ok' | 'bad'
  message: string
  error?: unknown
}

const keep = 4
let next = 1
let notices: readonly Notice[] = []
const listeners = new Set<() => void>()

function set(changed: readonly Notice[]): void {
  notices = changed
  for (const tell of listeners) tell()
}

/** Says that an act has worked; goes away by itself. */
export function notifySuccess(message: string): void {
  set([...notices, { id: next++, tone: 'ok' as const, message }].slice(-keep))
}

/** Says which act failed (`title`) and why; stays until it is put away. */
export function notifyError(title: string, error: unknown): void {
  set([...notices, { id: next++, tone: 'bad' as const, message: title, error }].slice(-keep))
}

/** Puts one away. */
export function dismissNotice(id: number): void {
  set(notices.filter((notice) => notice.id !== id))
}

/** For the part that shows them. */
export const noticeStore = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  read: () => notices,
}
