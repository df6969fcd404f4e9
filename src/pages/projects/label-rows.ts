import { labelKeyProblem, labelValueProblem } from '@/domain/names'

/** One label as it is being edited. The id only tells rows apart. */
export interface LabelRow {
  id: number
  key: string
  value: string
}

/** What is wrong with one row, field by field. */
export interface LabelProblems {
  key?: string
  value?: string
}

/** The rows to edit for some labels. */
export function labelRows(labels: Record<string, string> = {}): LabelRow[] {
  return Object.entries(labels).map(([key, value], id) => ({ id, key, value }))
}

const isBlank = ({ key, value }: LabelRow): boolean => key === '' && value === ''

/** The labels of the rows; blank rows are left out. */
export function labelsOf(rows: readonly LabelRow[]): Record<string, string> {
  return Object.fromEntries(rows.filter((row) => !isBlank(row)).map(({ key, value }) => [key, value]))
}

/** The problems of each row, in their order. */
export function labelRowProblems(rows: readonly LabelRow[]): LabelProblems[] {
  return rows.map((row, at) => {
    if (isBlank(row)) return {}
    const isTaken = rows.some((other, place) => place < at && other.key === row.key && !isBlank(other))
    return {
      key: labelKeyProblem(row.key) ?? (isTaken ? 'This key is already there' : undefined),
      value: labelValueProblem(row.value),
    }
  })
}
