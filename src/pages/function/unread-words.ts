import type { Path } from '@/lib/tree'
import type { UnreadTexts } from './draft/unread-texts'
import { placeName } from './place-name'

/** What a text that cannot be read is of: its field, or the YAML of the whole function. */
export function textTitle(path: Path): string {
  return path.length === 0 ? 'the YAML' : placeName(path)
}

/** Which texts of a draft cannot be read, as a clause; nothing where all can. */
export function unreadInWords(texts: UnreadTexts | undefined): string | undefined {
  const [first, ...more] = Object.values(texts ?? {})
  if (!first) return undefined
  if (more.length > 0) return `${more.length + 1} texts cannot be read`
  return `the text of ${textTitle(first.path)} cannot be read`
}
