import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react'

export interface ConfirmOptions {
  title: string
  body: ReactNode
  /** Says the act, e.g. “Delete echo”. */
  confirmLabel: string
  danger?: boolean
  /** Has to be typed before the act is possible: for what cannot be made again. */
  typeToConfirm?: string
  /** Runs while the dialog shows progress; when it fails, the dialog stays and shows why. */
  act: () => Promise<unknown>
}

let current: ConfirmOptions | undefined
const listeners = new Set<() => void>()

function set(next: ConfirmOptions | undefined): void {
  current = next
  for (const tell of listeners) tell()
}

/** Asks before an act, does it, and shows its failure. The dialog is fetched on first use. */
export function confirmAct(options: ConfirmOptions): void {
  set(options)
}

const ConfirmDialog = lazy(async () => ({ default: (await import('./ConfirmDialog')).ConfirmDialog }))

/** Where confirmations appear; stands once, in the shell. */
export function ConfirmHost() {
  const options = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
  if (!options) return null
  return (
    <Suspense fallback={null}>
      <ConfirmDialog options={options} onClose={() => set(undefined)} />
    </Suspense>
  )
}
