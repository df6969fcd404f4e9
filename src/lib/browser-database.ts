import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

interface Kept extends DBSchema {
  /** Edits of functions that are not deployed yet; `editedAt` (milliseconds) and `size` (bytes, about) tell what may go. */
  drafts: { key: string; value: unknown; indexes: { byAge: [editedAt: number, size: number] } }
  /** What this browser deployed, by function. */
  deploys: { key: string; value: unknown }
  /** Requests of the console and what came of them, each under `[function, id]`; the index tells what may go. */
  exchanges: {
    key: [owner: string, id: string]
    value: KeptExchange
    indexes: { byAge: [pinned: number, at: number, bytes: number] }
  }
  /** What was seen of consumer groups, each under `[group, time]`; the index tells what may go. */
  samples: { key: [owner: string, at: number]; value: KeptSample; indexes: { byAge: number } }
}

export type Store = 'drafts' | 'deploys'

/** One exchange as it is kept. What `entry` holds is for its reader to check. */
export interface KeptExchange {
  owner: string
  id: string
  /** 1 when it is to stay. */
  pinned: 0 | 1
  /** Milliseconds since 1970. */
  at: number
  bytes: number
  entry: unknown
}

/** One look at a consumer group. What `sample` holds is for its reader to check. */
export interface KeptSample {
  owner: string
  /** Milliseconds since 1970. */
  at: number
  sample: unknown
}

/** A browser that neither opens nor refuses must not keep the page from coming up. */
const openWithin = 3_000

let opened: Promise<IDBPDatabase<Kept>> | undefined
let isLate = false

/**
 * What the browser keeps for longer than a page lives. Rejects where there is no IndexedDB (private windows, blocked storage), and
 * when the browser takes long to open it; it may be there when it is asked for again.
 */
export function database(): Promise<IDBPDatabase<Kept>> {
  return inTime(whenDatabaseOpens())
}

/** The same, however long it takes. */
export function whenDatabaseOpens(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('nuclio-dashboard', 3, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('drafts').createIndex('byAge', ['editedAt', 'size'])
        db.createObjectStore('deploys')
      }
      if (from < 2) {
        const exchanges = db.createObjectStore('exchanges', { keyPath: ['owner', 'id'] })
        exchanges.createIndex('byAge', ['pinned', 'at', 'bytes'])
      }
      if (from < 3) db.createObjectStore('samples', { keyPath: ['owner', 'at'] }).createIndex('byAge', 'at')
    },
    // A newer build in another tab wants to change the stores: it must not wait for this one.
    blocking: forget,
    terminated: forget,
  })
  return opened
}

/** Whether the database was asked for and not there in time. */
export const isDatabaseLate = (): boolean => isLate

function forget(): void {
  void opened?.then((db) => db.close()).catch(() => undefined)
  opened = undefined
}

function inTime<Value>(asked: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      isLate = true
      reject(new Error('The browser does not open its database'))
    }, openWithin)
    asked.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** What is kept under a key; nothing when there is none. */
export async function keptIn(store: Store, key: string): Promise<unknown> {
  return (await database()).get(store, key)
}

/**
 * Keeps a value (anything that can be cloned) under a key; `undefined` removes it. Resolves when it lies on the disk: after
 * that neither the end of the browser nor a power cut takes it. Rejects when the browser refuses.
 */
export async function keepIn(store: Store, key: string, value: unknown): Promise<void> {
  const db = await database()
  const transaction = db.transaction(store, 'readwrite', { durability: 'strict' })
  const asked = value === undefined ? transaction.store.delete(key) : transaction.store.put(value, key)
  // Without waiting for the answer: the page may be on its way out, and what is not committed then is lost.
  transaction.commit()
  await Promise.all([asked, transaction.done])
}

/** The keys of all that is kept in a store. */
export async function keysIn(store: Store): Promise<string[]> {
  return (await database()).getAllKeys(store)
}
