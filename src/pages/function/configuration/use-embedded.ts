import { useSuspenseQuery } from '@tanstack/react-query'
import { serverQuery } from '@/api/platform'

/** Words for a part that the embedded platform keeps and does not heed; nothing when another platform answers. */
export function useEmbeddedNote(words: string): string | undefined {
  const { data } = useSuspenseQuery(serverQuery())
  return data.kind === 'embedded' ? words : undefined
}
