import { isDatabaseLate, keepIn, keptIn, whenDatabaseOpens } from '@/lib/browser-database'
import { pruneDrafts } from '@/lib/kept-drafts'
import { parseKept, readKept, type Kept, type KeptDraft } from './kept-draft'
import { keptText } from '@/lib/kept-text'

const days = 24 * 60 * 60 * 1000
/** How long edits wait for their person, and how much of the browser's room they may take together. */
const limits = { age: 90 * days, bytes: 64 * 1024 * 1024 }

/** Where neither storage takes them, edits still outlive a walk through the other pages. */
const inMemory = new Map<string, KeptDraft>()

/** Characters that the other storage, which holds the page up while it writes, takes in a moment. */
const written = 256 * 1024

/** The edits that are kept under a key: in the browser's database, or where an earlier build or {@link writeDraft} put them. */
export async function readDraft(key: string): Promise<Kept | undefined> {
  const inDatabase = await keptIn('drafts', key).then(readKept, () => 'unread' as const)
  const text = keptText.read(key)
  const inText = parseKept(text)
  if (text !== null && inDatabase !== 'unread') void moveIn(key, text, inText, inDatabase)
  const found = [inDatabase === 'unread' ? undefined : inDatabase, inText, inMemory.get(key)]
  return found.reduce((latest, kept) => (kept && kept.editedAt > (latest?.editedAt ?? -1) ? kept : latest))
}

/** What a page left in the other storage goes into the database, unless that has it; then the other one has room again. */
async function moveIn(key: string, text: string, left: Kept | undefined, inDatabase: Kept | undefined) {
  try {
    const isNewer = left?.format === 2 && left.editedAt > (inDatabase?.editedAt ?? -1)
    if (isNewer) await keepIn('drafts', key, left)
    if ((isNewer || inDatabase) && keptText.read(key) === text) keptText.write(key, undefined)
  } catch {
    // It stays where it is.
  }
}

/**
 * The edits that were kept under a key where the database opened only after the page had stopped waiting for it; nothing where it
 * was in time.
 */
export async function readLateDraft(key: string): Promise<Kept | undefined> {
  if (!isDatabaseLate()) return undefined
  await whenDatabaseOpens()
  return readDraft(key)
}

/**
 * Keeps edits, or removes what is kept when there are none. Begins before it returns. Of a page that `isLeaving` the browser may
 * not wait for the database, so the other storage has them until that does. Answers whether they will outlive the page.
 */
export async function writeDraft(
  key: string,
  kept: KeptDraft | undefined,
  isLeaving = false,
): Promise<boolean> {
  if (isLeaving) keptText.write(key, kept && kept.size < written ? JSON.stringify(kept) : undefined)
  try {
    await keepIn('drafts', key, kept)
    keptText.write(key, undefined)
    inMemory.delete(key)
    return true
  } catch {
    if (kept) inMemory.set(key, kept)
    else inMemory.delete(key)
    return keptText.write(key, kept && JSON.stringify(kept))
  }
}

let isPruned = false

/** Once in the life of a page: lets go of edits that nobody came back for, but for those that are `open`. */
export async function pruneOnce(open: string, now: number): Promise<void> {
  if (isPruned) return
  isPruned = true
  await pruneDrafts({ oldest: now - limits.age, bytes: limits.bytes, open }).catch(() => undefined)
}
