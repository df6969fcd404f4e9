import type { ResultSet } from '@libsql/client'

/**
 * The objects of a column of JSON text. Trusted to have the type: only this server writes the column, and the schema version
 * guards what an older or newer one wrote.
 */
export function documentsOf<Type>(result: ResultSet, column: string): Type[] {
  return result.rows.map((row) => JSON.parse(String(row[column])) as Type)
}

/** Whether a statement found a row to write. */
export function changed(result: ResultSet): boolean {
  return result.rowsAffected > 0
}
