import type { ResultSet, Value } from '@libsql/client'

/**
 * The objects of a column of JSON text. Trusted to have the type: only this server writes the column, and the schema version
 * guards what an older or newer one wrote.
 */
export function documentsOf<Type>(result: ResultSet, column: string): Type[] {
  return result.rows.map((row) => JSON.parse(textOf(row[column])) as Type)
}

/** A value of a column of text. */
export function textOf(value: Value | undefined): string {
  if (typeof value !== 'string') throw new TypeError('The column does not hold a text')
  return value
}

/** Whether a statement found a row to write. */
export function changed(result: ResultSet): boolean {
  return result.rowsAffected > 0
}
