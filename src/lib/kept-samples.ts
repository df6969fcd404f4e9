import { database, type KeptSample } from './browser-database'

/** The samples of one owner, in the order of time. */
export async function samplesOf(owner: string): Promise<KeptSample[]> {
  return (await database()).getAll('samples', IDBKeyRange.bound([owner, 0], [owner, Infinity]))
}

/** Writes samples of an owner and removes those of other times, all or nothing. */
export async function changeSamples(
  owner: string,
  { put = [], remove = [] }: { put?: readonly KeptSample[]; remove?: readonly number[] },
): Promise<void> {
  const transaction = (await database()).transaction('samples', 'readwrite')
  const asked = [
    ...put.map((sample) => transaction.store.put(sample)),
    ...remove.map((at) => transaction.store.delete([owner, at])),
  ]
  await Promise.all([...asked, transaction.done])
}

/** Removes the samples of all owners from before `oldest` (milliseconds). */
export async function pruneSamples(oldest: number): Promise<void> {
  const transaction = (await database()).transaction('samples', 'readwrite')
  let cursor = await transaction.store.index('byAge').openKeyCursor(IDBKeyRange.upperBound(oldest, true))
  while (cursor) {
    void transaction.store.delete(cursor.primaryKey)
    cursor = await cursor.continue()
  }
  await transaction.done
}
