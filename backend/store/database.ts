import { createClient } from '@libsql/client'
import type { Client } from '@libsql/client'
import { join } from 'node:path'
import { DataDirectoryError, databaseUrl, sqliteCode } from './data-directory'
import { textOf } from './documents'
import { migrate } from './schema'
import type { Migration } from './schema'

export interface DatabaseOptions {
  /** Name of the file in the data folder. */
  file: string
  migrations: Migration[]
  /** Overwrite what is deleted. Costs time with every delete. */
  secureDelete: boolean
}

/**
 * Opens a database of a data folder that this process holds, and brings it up to date. Throws `DataDirectoryError` when it is
 * damaged, cannot be opened, or was written by a newer server.
 */
export async function openDatabase(directory: string, options: DatabaseOptions): Promise<Client> {
  const path = join(directory, options.file)
  let client: Client | undefined
  try {
    // One connection: settings below belong to a connection, and only this process writes.
    client = createClient({ url: databaseUrl(directory, options.file), concurrency: 1 })
    // What is deleted gives its space back.
    await client.execute('PRAGMA auto_vacuum = FULL')
    await client.execute(`PRAGMA secure_delete = ${options.secureDelete ? 'ON' : 'OFF'}`)
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('PRAGMA journal_size_limit = 16777216')
    const { rows } = await client.execute('PRAGMA quick_check(1)')
    const verdict = textOf(rows[0]?.quick_check)
    if (verdict !== 'ok') throw damaged(path, verdict)
    await migrate(client, options.migrations)
    return client
  } catch (error) {
    client?.close()
    if (error instanceof DataDirectoryError) throw error
    throw ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].some((code) => sqliteCode(error).startsWith(code))
      ? damaged(path, error)
      : new DataDirectoryError(`The database ${path} cannot be opened: ${messageOf(error)}.`, {
          cause: error,
        })
  }
}

function damaged(path: string, cause: unknown): DataDirectoryError {
  return new DataDirectoryError(
    `The database ${path} is damaged (${messageOf(cause)}). Put a copy of it back, or move the data folder away to start anew.`,
    { cause },
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
