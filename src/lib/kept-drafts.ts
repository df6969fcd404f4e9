import { database } from './browser-database'

/**
 * Removes drafts that were last edited before `oldest` (milliseconds), and of the rest the oldest ones beyond `bytes` in
 * all; never the one that is `open`. Looks at the index alone, so it costs little whatever the drafts hold.
 */
export async function pruneDrafts(limits: { oldest: number; bytes: number; open?: string }): Promise<void> {
  const { oldest, bytes, open } = limits
  const transaction = (await database()).transaction('drafts', 'readwrite')
  let total = 0
  let cursor = await transaction.store.index('byAge').openKeyCursor(null, 'prev')
  while (cursor) {
    const [editedAt, size] = cursor.key
    total += size
    const isTooMuch = editedAt < oldest || total > bytes
    if (isTooMuch && cursor.primaryKey !== open) void transaction.store.delete(cursor.primaryKey)
    cursor = await cursor.continue()
  }
  await transaction.done
}
