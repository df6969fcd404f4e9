import { emptiedPath, sameValue, isWithin, samePath, valueAt, type Path } from '@/lib/tree'
import { configOf } from '../draft/draft'
import { useWorkbench } from '../workbench'

export interface Field<Value> {
  /** As the draft has it. A person may have written something of another type in the YAML. */
  value: Value | undefined
  /** Writes into the draft; `undefined` removes the key. */
  set: (value: Value | undefined) => void
  /** What the server would say of it. */
  problem?: string
  /** What the edits were made on. */
  before: Value | undefined
  isEdited: boolean
  /** Back to what the edits were made on. */
  reset: () => void
  /** Of the element in the page, and the fragment of the address that leads to it. */
  id: string
}

/** The DOM id of the field that edits `path`; also the fragment that leads to it. */
export const fieldId = (path: Path): string => path.join('.')

/** One place of the draft for a form. With `whole` the field also stands for everything below its path. */
export function useField<Value>(path: Path, { whole = false } = {}): Field<Value> {
  const { control, findings } = useWorkbench()
  const { draft, edit } = control
  const value = valueAt(draft.config, path)
  const before = valueAt(configOf(draft.base), path)
  const finding = findings.find((one) => (whole ? isWithin(one.path, path) : samePath(one.path, path)))
  return {
    value: value as Value | undefined,
    set: (next) =>
      edit(next === undefined ? emptiedPath(draft.config, path, configOf(draft.base)) : path, next),
    problem: finding?.message,
    before: before as Value | undefined,
    isEdited: !sameValue(before, value),
    reset: () => edit(path, before),
    id: fieldId(path),
  }
}
