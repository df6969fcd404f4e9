import type { Client } from '@libsql/client'
import type { Project } from '@/api/generated/schema'
import type { Named } from '../platform/platform'
import { changed, documentsOf } from './documents'

/** Projects as they are read, status and all. `metadata.namespace` and `metadata.name` are the key. */
export interface ProjectStore {
  /** Sorted by name. */
  list(namespace: string): Promise<Project[]>
  get(ref: Named): Promise<Project | undefined>
  /** False, and nothing stored, when the name is taken. */
  insert(ref: Named, project: Project): Promise<boolean>
  /** False, and nothing stored, when there is none of that name. */
  replace(ref: Named, project: Project): Promise<boolean>
  /** False when there was none. */
  delete(ref: Named): Promise<boolean>
}

/** The projects of a database that `migrate` has brought up to date. */
export function projectStore(client: Client): ProjectStore {
  return {
    async list(namespace) {
      const sql = 'SELECT document FROM projects WHERE namespace = ? ORDER BY name'
      return documentsOf<Project>(await client.execute({ sql, args: [namespace] }), 'document')
    },

    async get({ namespace, name }) {
      const sql = 'SELECT document FROM projects WHERE namespace = ? AND name = ?'
      return documentsOf<Project>(await client.execute({ sql, args: [namespace, name] }), 'document')[0]
    },

    async insert({ namespace, name }, project) {
      const sql = 'INSERT INTO projects (namespace, name, document) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
      return changed(await client.execute({ sql, args: [namespace, name, JSON.stringify(project)] }))
    },

    async replace({ namespace, name }, project) {
      const sql = 'UPDATE projects SET document = ? WHERE namespace = ? AND name = ?'
      return changed(await client.execute({ sql, args: [JSON.stringify(project), namespace, name] }))
    },

    async delete({ namespace, name }) {
      const sql = 'DELETE FROM projects WHERE namespace = ? AND name = ?'
      return changed(await client.execute({ sql, args: [namespace, name] }))
    },
  }
}
