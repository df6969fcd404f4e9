import type { Client } from '@libsql/client'
import type { FunctionRecord, FunctionStore } from '../platform/functions/function-store'
import { documentsOf } from './documents'

/** The functions of a database that `migrate` has brought up to date. */
export function functionStore(client: Client): FunctionStore {
  return {
    async list() {
      const sql = 'SELECT record FROM functions ORDER BY namespace, name'
      return documentsOf<FunctionRecord>(await client.execute(sql), 'record')
    },

    async put(records) {
      const sql = `INSERT INTO functions (namespace, name, record) VALUES (?, ?, ?)
                   ON CONFLICT DO UPDATE SET record = excluded.record`
      const statements = records.map((record) => ({
        sql,
        args: [record.namespace, record.name, JSON.stringify(record)],
      }))
      if (statements.length > 0) await client.batch(statements, 'write')
    },

    async delete({ namespace, name }) {
      const sql = 'DELETE FROM functions WHERE namespace = ? AND name = ?'
      await client.execute({ sql, args: [namespace, name] })
    },
  }
}
