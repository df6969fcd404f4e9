import { createClient } from '@libsql/client'
import type { Client } from '@libsql/client'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { FunctionStore } from '../platform/functions/function-store'
import { DataDirectoryError, databaseUrl, lockDataDirectory, sqliteCode } from './data-directory'
import { textOf } from './documents'
import { eventStore } from './event-store'
import type { EventStore } from './event-store'
import { functionStore } from './function-store'
import { projectStore } from './project-store'
import type { ProjectStore } from './project-store'
import { migrate } from './schema'

/** Everything that outlives the process. A write is on disk when its promise resolves. */
export interface Store {
  /** Made once for a data folder and never changed. */
  readonly identity: string
  readonly projects: ProjectStore
  readonly functions: FunctionStore
  readonly events: EventStore
  /** Also lets the next server in. */
  close(): Promise<void>
}

const databaseFile = 'platform.db'

/**
 * Opens the store of a data folder, creating both when they are missing, for this process alone. Throws `DataDirectoryError`
 * when another server holds the folder, when it cannot be written, when the database is damaged or when a newer server wrote it.
 */
export async function openStore(directory: string): Promise<Store> {
  const lock = await lockDataDirectory(directory)
  let client: Client | undefined
  try {
    client = await openDatabase(directory)
    const identity = await ensureSetting(client, 'identity', randomUUID)
    const opened = client
    return {
      identity,
      projects: projectStore(opened),
      functions: functionStore(opened),
      events: eventStore(opened),
      async close() {
        opened.close()
        await lock.release()
      },
    }
  } catch (error) {
    client?.close()
    await lock.release()
    throw error
  }
}

async function openDatabase(directory: string): Promise<Client> {
  let client: Client | undefined
  try {
    // One connection: settings below belong to a connection, and only this process writes.
    client = createClient({ url: databaseUrl(directory, databaseFile), concurrency: 1 })
    // Deleted functions give their space back, and the pages they stood in are overwritten: they may have held secrets.
    await client.execute('PRAGMA auto_vacuum = FULL')
    await client.execute('PRAGMA secure_delete = ON')
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('PRAGMA journal_size_limit = 16777216')
    const { rows } = await client.execute('PRAGMA quick_check(1)')
    const verdict = textOf(rows[0]?.quick_check)
    if (verdict !== 'ok') throw damaged(directory, verdict)
    await migrate(client)
    return client
  } catch (error) {
    client?.close()
    if (error instanceof DataDirectoryError) throw error
    throw ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].some((code) => sqliteCode(error).startsWith(code))
      ? damaged(directory, error)
      : new DataDirectoryError(
          `The database ${join(directory, databaseFile)} cannot be opened: ${messageOf(error)}.`,
          {
            cause: error,
          },
        )
  }
}

function damaged(directory: string, cause: unknown): DataDirectoryError {
  return new DataDirectoryError(
    `The database ${join(directory, databaseFile)} is damaged (${messageOf(cause)}). Put a copy of it back, or move the data folder away to start anew.`,
    { cause },
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function ensureSetting(client: Client, key: string, make: () => string): Promise<string> {
  await client.execute({
    sql: 'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
    args: [key, make()],
  })
  const { rows } = await client.execute({ sql: 'SELECT value FROM settings WHERE key = ?', args: [key] })
  return textOf(rows[0]?.value)
}
