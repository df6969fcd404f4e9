import { keepIn, keptIn } from '@/lib/browser-database'
import { readDeploys, type KeptDeploy } from './deploy-history'

/** The kept deploys of one function, for as long as its page lives. */
export interface DeployStore {
  subscribe: (listener: () => void) => () => void
  read: () => readonly KeptDeploy[]
  /** Changes what is kept, one change after the other. Where the browser keeps nothing, the page remembers it. */
  write: (change: (kept: readonly KeptDeploy[]) => KeptDeploy[]) => void
}

/** Opens what is kept under `key`; it comes a moment later. */
export function createDeployStore(key: string): DeployStore {
  let entries: readonly KeptDeploy[] = []
  const listeners = new Set<() => void>()
  const show = (next: readonly KeptDeploy[]) => {
    entries = next
    for (const tell of listeners) tell()
  }
  const stored = () => keptIn('deploys', key).then(readDeploys, () => undefined)
  let turn: Promise<void> = stored().then((kept) => kept && show(kept))
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: () => entries,
    write(change) {
      turn = turn.then(async () => {
        // Another tab may have written meanwhile.
        const kept = await stored()
        const next = change(kept ?? entries)
        show(next)
        if (kept) await keepIn('deploys', key, next).catch(() => undefined)
      })
    },
  }
}
