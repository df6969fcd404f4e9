import type { History, HistoryEntry } from '@/domain/console/history'
import type { KeptExchange } from '@/lib/browser-database'
import { changeExchanges, exchangesOf, pruneExchanges } from '@/lib/kept-exchanges'
import { readEntry } from './read-entry'

const days = 24 * 60 * 60 * 1000
/** How long entries of all functions wait for their person, and how much of the browser's room they may take together. */
const limits = { age: 90 * days, bytes: 128_000_000 }

/** What was sent to one function from this browser, the newest first. Rejects where there is no database. */
export async function readHistory(owner: string): Promise<History> {
  const kept = await exchangesOf(owner)
  return kept.flatMap(({ entry }) => readEntry(entry) ?? []).sort((a, b) => b.at - a.at)
}

/** Keeps entries, and removes others. Rejects when the browser refuses. */
export async function writeHistory(
  owner: string,
  { put = [], remove = [] }: { put?: readonly HistoryEntry[]; remove?: readonly string[] },
): Promise<void> {
  await changeExchanges(owner, { put: put.map((entry) => keptExchange(owner, entry)), remove })
}

function keptExchange(owner: string, entry: HistoryEntry): KeptExchange {
  const { id, at, bytes, pinned } = entry
  return { owner, id, at, bytes, pinned: pinned ? 1 : 0, entry }
}

let isPruned = false

/** Once in the life of a page: lets go of entries that nobody came back for, whatever their function. */
export async function pruneHistoryOnce(now: number): Promise<void> {
  if (isPruned) return
  isPruned = true
  await pruneExchanges({ oldest: now - limits.age, bytes: limits.bytes }).catch(() => undefined)
}
