import { sameValue, valueAt, type Path } from '@/lib/tree'
import { textName, type UnreadText } from '../draft/unread-texts'
import { useWorkbench } from '../workbench'

/**
 * What was typed for a place and cannot be read, and the way to keep it, or with nothing to let go of it. `value` is what the draft
 * has there.
 */
export function useUnreadText(
  path: Path,
  value: unknown,
): [unread: UnreadText | undefined, keepText: (text: string | undefined) => void] {
  const { control } = useWorkbench()
  const { config, unread } = control.draft
  const kept = unread?.[textName(path)]
  // A line of a list is known by its position alone: after others were taken out it may be another one.
  const isOfLine = path.some((_, length) => Array.isArray(valueAt(config, path.slice(0, length))))
  const shown = kept && (!isOfLine || sameValue(kept.base, value)) ? kept : undefined
  return [
    shown,
    (text) =>
      control.keepText(path, text === undefined ? undefined : { text, base: shown ? shown.base : value }),
  ]
}
