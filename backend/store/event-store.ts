import type { Client } from '@libsql/client'
import type { FunctionEvent } from '@/api/generated/schema'
import type { Named } from '../platform/platform'
import { changed, documentsOf } from './documents'

/** A function event and the function it belongs to, which may change with an update. */
export interface StoredEvent {
  functionName: string
  event: FunctionEvent
}

/** Function events, keyed by namespace and name. */
export interface EventStore {
  /** Sorted by name. */
  list(filter: { namespace: string; functionName?: string; name?: string }): Promise<FunctionEvent[]>
  get(ref: Named): Promise<FunctionEvent | undefined>
  /** False, and nothing stored, when the name is taken. */
  insert(ref: Named, stored: StoredEvent): Promise<boolean>
  /** False, and nothing stored, when there is none of that name. */
  replace(ref: Named, stored: StoredEvent): Promise<boolean>
  /** False when there was none. */
  delete(ref: Named): Promise<boolean>
  deleteOfFunction(fn: Named): Promise<void>
  /** Deletes what a server that was killed left behind of functions that are gone. */
  deleteOrphans(): Promise<void>
}

/** The function events of a database that `migrate` has brought up to date. */
export function eventStore(client: Client): EventStore {
  return {
    async list({ namespace, functionName, name }) {
      const conditions = ['namespace = ?']
      const args = [namespace]
      if (functionName) {
        conditions.push('function_name = ?')
        args.push(functionName)
      }
      if (name) {
        conditions.push('name = ?')
        args.push(name)
      }
      const sql = `SELECT document FROM function_events WHERE ${conditions.join(' AND ')} ORDER BY name`
      return documentsOf<FunctionEvent>(await client.execute({ sql, args }), 'document')
    },

    async get({ namespace, name }) {
      const sql = 'SELECT document FROM function_events WHERE namespace = ? AND name = ?'
      return documentsOf<FunctionEvent>(await client.execute({ sql, args: [namespace, name] }), 'document')[0]
    },

    async insert({ namespace, name }, { functionName, event }) {
      const sql = `INSERT INTO function_events (namespace, name, function_name, document) VALUES (?, ?, ?, ?)
                   ON CONFLICT DO NOTHING`
      const args = [namespace, name, functionName, JSON.stringify(event)]
      return changed(await client.execute({ sql, args }))
    },

    async replace({ namespace, name }, { functionName, event }) {
      const sql =
        'UPDATE function_events SET function_name = ?, document = ? WHERE namespace = ? AND name = ?'
      const args = [functionName, JSON.stringify(event), namespace, name]
      return changed(await client.execute({ sql, args }))
    },

    async delete({ namespace, name }) {
      const sql = 'DELETE FROM function_events WHERE namespace = ? AND name = ?'
      return changed(await client.execute({ sql, args: [namespace, name] }))
    },

    async deleteOfFunction({ namespace, name }) {
      const sql = 'DELETE FROM function_events WHERE namespace = ? AND function_name = ?'
      await client.execute({ sql, args: [namespace, name] })
    },

    async deleteOrphans() {
      await client.execute(
        `DELETE FROM function_events WHERE NOT EXISTS (
           SELECT 1 FROM functions
           WHERE functions.namespace = function_events.namespace AND functions.name = function_name)`,
      )
    },
  }
}
