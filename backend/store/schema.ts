import type { Client } from '@libsql/client'
import { DataDirectoryError } from './data-directory'

export interface Migration {
  /** Counts up from 1 without gaps. A migration that has been released is never edited: add another one. */
  version: number
  statements: string[]
}

/** How a database grows from nothing to what this version of the server reads. */
export const allMigrations: Migration[] = [
  {
    version: 1,
    statements: [
      `CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
      `CREATE TABLE projects (
         namespace TEXT NOT NULL, name TEXT NOT NULL, document TEXT NOT NULL,
         PRIMARY KEY (namespace, name)) STRICT`,
      `CREATE TABLE functions (
         namespace TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL,
         PRIMARY KEY (namespace, name)) STRICT`,
      `CREATE TABLE function_events (
         namespace TEXT NOT NULL, name TEXT NOT NULL, function_name TEXT NOT NULL, document TEXT NOT NULL,
         PRIMARY KEY (namespace, name)) STRICT`,
      `CREATE INDEX function_events_of_function ON function_events (namespace, function_name, name)`,
    ],
  },
  {
    version: 2,
    statements: [
      `CREATE TABLE api_gateways (
         namespace TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL,
         PRIMARY KEY (namespace, name)) STRICT`,
    ],
  },
]

/**
 * Brings a database to the newest of `migrations`, each step whole or not at all. Throws {@link DataDirectoryError} for a
 * database that a newer server wrote: an old server would lose what it does not know.
 */
export async function migrate(client: Client, migrations: Migration[] = allMigrations): Promise<void> {
  await client.execute(
    `CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT`,
  )
  const known = migrations.at(-1)?.version ?? 0
  const stored = await storedVersion(client)
  if (stored > known) {
    throw new DataDirectoryError(
      `The data folder was written by a newer server (schema version ${stored}, this one knows ${known}). Start the newer server, or choose another folder with DATA_DIR.`,
    )
  }
  for (const { version, statements } of migrations) {
    if (version <= stored) continue
    const record = {
      sql: 'INSERT INTO schema_version (version, applied_at) VALUES (?, ?)',
      args: [version, new Date().toISOString()],
    }
    await client.batch([...statements, record], 'write')
  }
}

async function storedVersion(client: Client): Promise<number> {
  const { rows } = await client.execute('SELECT max(version) AS version FROM schema_version')
  return Number(rows[0]?.version ?? 0)
}
