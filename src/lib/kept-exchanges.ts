import { database, type KeptExchange } from './browser-database'

/** The exchanges of one owner, in no order. */
export async function exchangesOf(owner: string): Promise<KeptExchange[]> {
  return (await database()).getAll('exchanges', IDBKeyRange.bound([owner, ''], [owner, '\uffff']))
}

/** Writes exchanges and removes others of the owner, all or nothing. */
export async function changeExchanges(
  owner: string,
  { put = [], remove = [] }: { put?: readonly KeptExchange[]; remove?: readonly string[] },
): Promise<void> {
  const transaction = (await database()).transaction('exchanges', 'readwrite')
  const asked = [
    ...put.map((exchange) => transaction.store.put(exchange)),
    ...remove.map((id) => transaction.store.delete([owner, id])),
  ]
  await Promise.all([...asked, transaction.done])
}

/**
 * Removes exchanges of all owners that nobody pinned and that were sent before `oldest` (milliseconds), and of the rest the oldest
 * ones beyond `bytes` in all. Looks at the index alone.
 */
export async function pruneExchanges({ oldest, bytes }: { oldest: number; bytes: number }): Promise<void> {
  const transaction = (await database()).transaction('exchanges', 'readwrite')
  let total = 0
  // The pinned ones come first, and take their room; of the others the latest.
  let cursor = await transaction.store.index('byAge').openKeyCursor(null, 'prev')
  while (cursor) {
    const [pinned, at, size] = cursor.key
    total += size
    if (pinned === 0 && (at < oldest || total > bytes)) void transaction.store.delete(cursor.primaryKey)
    cursor = await cursor.continue()
  }
  await transaction.done
}
