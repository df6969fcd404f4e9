import type { Client } from '@libsql/client'
import { randomUUID } from 'node:crypto'
import type { FunctionStore } from '../platform/functions/function-store'
import { lockDataDirectory } from './data-directory'
import { openDatabase } from './database'
import { textOf } from './documents'
import { eventStore } from './event-store'
import type { EventStore } from './event-store'
import { functionStore } from './function-store'
import { gatewayStore } from './gateway-store'
import type { GatewayStore } from './gateway-store'
import { projectStore } from './project-store'
import type { ProjectStore } from './project-store'
import { allMigrations } from './schema'

/** Everything that outlives the process. A write is on disk when its promise resolves. */
export interface Store {
  /** Made once for a data folder and never changed. */
  readonly identity: string
  /** What callers of API gateways with the mode `accessKey` have to show; made once for a data folder. */
  readonly accessKey: string
  readonly projects: ProjectStore
  readonly functions: FunctionStore
  readonly events: EventStore
  readonly gateways: GatewayStore
  /** Also lets the next server in. */
  close(): Promise<void>
}

/**
 * Opens the store of a data folder, creating both when they are missing, for this process alone. Throws `DataDirectoryError`
 * when another server holds the folder, when it cannot be written, when the database is damaged or when a newer server wrote it.
 */
export async function openStore(directory: string): Promise<Store> {
  const lock = await lockDataDirectory(directory)
  let client: Client | undefined
  try {
    client = await openDatabase(directory, {
      file: 'platform.db',
      migrations: allMigrations,
      // Sources and environment values of functions may be secrets.
      secureDelete: true,
    })
    const identity = await ensureSetting(client, 'identity', randomUUID)
    const accessKey = await ensureSetting(client, 'access-key', randomUUID)
    const opened = client
    return {
      identity,
      accessKey,
      projects: projectStore(opened),
      functions: functionStore(opened),
      events: eventStore(opened),
      gateways: gatewayStore(opened),
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

async function ensureSetting(client: Client, key: string, make: () => string): Promise<string> {
  await client.execute({
    sql: 'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
    args: [key, make()],
  })
  const { rows } = await client.execute({ sql: 'SELECT value FROM settings WHERE key = ?', args: [key] })
  return textOf(rows[0]?.value)
}
