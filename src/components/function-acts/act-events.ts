/** What a page does itself about an act, in place of the notice that is usual. */
export interface FunctionActEvents {
  /** The server has taken a change; the words say which. */
  onChanged?: (words: string) => void
  /** After the notice. */
  onDeleted?: () => unknown
  /** It was deleted in the middle of a deploy. */
  onForced?: () => void
  /** The build of a function that was deleted so has written it anew. */
  onReturned?: () => void
  /** What a forced deletion leaves on the page, in a sentence. */
  remains?: string
}
