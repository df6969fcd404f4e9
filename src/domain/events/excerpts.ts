import { commonStart } from '@/lib/common-ends'

/** Characters of a text that are shown in a verdict. */
const most = 240
const lead = 60

/** Two texts cut to the part where they begin to differ, both at the same place; short ones are whole. */
export function differingExcerpts(expected: string, got: string): { expected: string; got: string } {
  const longest = Math.max(expected.length, got.length)
  const from = longest <= most ? 0 : Math.max(0, commonStart(expected, got) - lead)
  return { expected: excerpt(expected, from), got: excerpt(got, from) }
}

/** A text cut to what is shown in a verdict, with dots where something is missing. */
export function excerpt(text: string, from = 0): string {
  const part = text.slice(from, from + most)
  return `${from > 0 && text.length > 0 ? '…' : ''}${part}${from + most < text.length ? '…' : ''}`
}
