import type { Client } from '@libsql/client'
import type { ApiGateway } from '@/api/generated/schema'
import type { Named } from '../platform/platform'
import { documentsOf } from './documents'

/** An API gateway as it is kept. */
export interface GatewayRecord {
  namespace: string
  name: string
  gateway: ApiGateway
  /** Port of the listener when the gateway was written: a host that names it follows the listener. */
  listenerPort?: number
}

/** API gateways, keyed by namespace and name. */
export interface GatewayStore {
  /** Of all namespaces, sorted by name. */
  list(): Promise<GatewayRecord[]>
  /** Stores new ones and replaces those that are there. */
  put(record: GatewayRecord): Promise<void>
  delete(ref: Named): Promise<void>
}

/** The API gateways of a database that `migrate` has brought up to date. */
export function gatewayStore(client: Client): GatewayStore {
  return {
    async list() {
      const sql = 'SELECT record FROM api_gateways ORDER BY name, namespace'
      return documentsOf<GatewayRecord>(await client.execute(sql), 'record')
    },

    async put(record) {
      const sql = `INSERT INTO api_gateways (namespace, name, record) VALUES (?, ?, ?)
                   ON CONFLICT DO UPDATE SET record = excluded.record`
      await client.execute({ sql, args: [record.namespace, record.name, JSON.stringify(record)] })
    },

    async delete({ namespace, name }) {
      const sql = 'DELETE FROM api_gateways WHERE namespace = ? AND name = ?'
      await client.execute({ sql, args: [namespace, name] })
    },
  }
}
