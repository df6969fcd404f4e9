import { createContext, use, useEffect, useRef, useState } from 'react'
import { addEntry, clearHistory, pinEntry, type History, type HistoryEntry } from '@/domain/console/history'
import { putSecretsBack, takeOutSecrets } from '@/domain/console/request-secrets'
import { SecretMemory } from '@/domain/console/secret-memory'
import type { Verdict } from '@/domain/console/verdict'
import type { Exchange } from '../exchange'
import { entryOfExchange } from './entry-exchange'
import { pruneHistoryOnce, readHistory, writeHistory } from './history-store'

/** What was sent to a function, over reloads. */
export interface HistoryControl {
  /** The newest first. */
  history: History
  isLoaded: boolean
  /** False when the browser keeps nothing: the history ends with the page. */
  isKept: boolean
  /** Takes in a request that is over. */
  add: (exchange: Exchange, verdict: Verdict) => void
  pin: (id: string, pinned: boolean) => void
  remove: (ids: readonly string[]) => void
  clear: () => void
  /** The request of an entry with its own secrets, as far as this tab knows them, and those that it does not. */
  restore: (entry: HistoryEntry) => ReturnType<typeof putSecretsBack>
  secrets: SecretMemory
}

export const HistoryContext = createContext<HistoryControl | undefined>(undefined)

/** The history of the function whose page this is. */
export function useHistory(): HistoryControl {
  const control = use(HistoryContext)
  if (!control) throw new Error('useHistory is for parts of a function’s page')
  return control
}

const pruneAfter = 10_000

/** By function; they leave the tab's memory with the tab. */
const secretsInMemory = new Map<string, SecretMemory>()

function secretsOf(owner: string): SecretMemory {
  const known = secretsInMemory.get(owner) ?? new SecretMemory()
  secretsInMemory.set(owner, known)
  return known
}

/** Holds the history that this browser keeps under `owner`; further tabs of the function have the same one. */
export function useConsoleHistory(owner: string): HistoryControl {
  const [history, setHistory] = useState<History>([])
  const [isLoaded, setIsLoaded] = useState(false)
  const [isKept, setIsKept] = useState(true)
  const latest = useRef<History>([])
  const channel = useRef<BroadcastChannel>(undefined)
  const set = (next: History) => {
    latest.current = next
    setHistory(next)
  }

  useEffect(() => {
    let isOver = false
    const read = () =>
      readHistory(owner)
        .then((kept) => {
          if (isOver) return
          // What was sent while it was read is not among it yet.
          const known = new Set(kept.map(({ id }) => id))
          const news = latest.current.filter(({ id, at }) => !known.has(id) && at > Date.now() - 2_000)
          latest.current = [...news, ...kept]
          setHistory(latest.current)
        })
        .catch(() => {
          if (!isOver) setIsKept(false)
        })
        .finally(() => {
          if (!isOver) setIsLoaded(true)
        })
    void read()
    // Writing waits until the page is at rest.
    const pruning = setTimeout(() => void pruneHistoryOnce(Date.now()), pruneAfter)
    if (typeof BroadcastChannel === 'function') {
      channel.current = new BroadcastChannel(owner)
      channel.current.onmessage = () => void read()
    }
    return () => {
      isOver = true
      clearTimeout(pruning)
      channel.current?.close()
      channel.current = undefined
    }
  }, [owner])

  const write = (change: Parameters<typeof writeHistory>[1]) => {
    writeHistory(owner, change).then(
      () => channel.current?.postMessage('changed'),
      () => setIsKept(false),
    )
  }

  return {
    history,
    isLoaded,
    isKept,
    secrets: secretsOf(owner),
    add(exchange, verdict) {
      const { masked, secrets } = takeOutSecrets(exchange.request)
      secretsOf(owner).remember(exchange.id, secrets)
      const entry = entryOfExchange(exchange, verdict, { masked, secrets })
      const { history: next, evicted } = addEntry(latest.current, entry)
      secretsOf(owner).forget(evicted)
      set(next)
      write({ put: [entry], remove: evicted })
    },
    pin(id, pinned) {
      set(pinEntry(latest.current, id, pinned))
      write({ put: latest.current.filter((entry) => entry.id === id) })
    },
    remove(ids) {
      secretsOf(owner).forget(ids)
      set(latest.current.filter(({ id }) => !ids.includes(id)))
      write({ remove: ids })
    },
    clear() {
      const left = clearHistory(latest.current)
      const stay = new Set(left.map(({ id }) => id))
      const remove = latest.current.flatMap(({ id }) => (stay.has(id) ? [] : [id]))
      secretsOf(owner).forget(remove)
      set(left)
      write({ remove })
    },
    restore: (entry) => putSecretsBack(entry.request, secretsOf(owner).of(entry.id)),
  }
}
