import { commonEnd, commonStart } from './common-ends'
import { sequenceDiff } from './sequence-diff'

/** Puts `text` in the place of the characters from `from` up to `to` (UTF-16 offsets). */
export interface TextEdit {
  from: number
  to: number
  text: string
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff
const carriageReturn = 13
const lineFeed = 10

/** The one smallest edit that makes `after` of `before`; nothing when they are equal. Cuts no character and no line end in two. */
export function changedRange(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = commonStart(before, after)
  const last = before.charCodeAt(start - 1)
  if (start > 0 && (isHigh(last) || last === carriageReturn)) start -= 1
  let end = commonEnd(before, after, shorter - start)
  const next = before.charCodeAt(before.length - end)
  const splitsLineEnd =
    next === lineFeed &&
    [before, after].some((text) => text.charCodeAt(text.length - end - 1) === carriageReturn)
  if (end > 0 && (isLow(next) || splitsLineEnd)) end -= 1
  return { from: start, to: before.length - end, text: after.slice(start, after.length - end) }
}

/** Beyond so many lines, or words of lines, finding what is common would take longer than a person waits for a key. */
const comparedLines = 1000

const linesWithEnds = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const wordsAndSigns = (text: string): string[] => text.match(/\r\n|\w+|\s|[^\w\s]/gu) ?? []

/**
 * Edits that make `after` of `before`, in order, none touching another: by lines, and within lines that differ by words, so that
 * what stands between them (a caret, a selection) stays. One for all where too much differs.
 */
export function textEdits(before: string, after: string): TextEdit[] {
  const whole = changedRange(before, after)
  if (!whole) return []
  // Whole lines, so that a line is compared with a line.
  const start = whole.from === 0 ? 0 : before.lastIndexOf('\n', whole.from - 1) + 1
  const beforeEnd = before.indexOf('\n', whole.to)
  const end = beforeEnd === -1 ? before.length : beforeEnd + 1
  const from = linesWithEnds(before.slice(start, end))
  const to = linesWithEnds(after.slice(start, after.length - (before.length - end)))
  if (from.length > comparedLines || to.length > comparedLines) return [whole]
  return editsBetween(from, to, start).flatMap((edit) => {
    const words = wordsAndSigns(before.slice(edit.from, edit.to))
    const others = wordsAndSigns(edit.text)
    if (words.length > comparedLines || others.length > comparedLines) return [edit]
    return editsBetween(words, others, edit.from)
  })
}

/** The edits between two sequences of pieces, the first of which begins at `start`. */
function editsBetween(from: string[], to: string[], start: number): TextEdit[] {
  const offsets = [start]
  for (const piece of from) offsets.push((offsets.at(-1) ?? 0) + piece.length)
  return sequenceDiff(from, to).flatMap((hunk) => {
    const inner = changedRange(
      from.slice(hunk.from[0], hunk.from[1]).join(''),
      to.slice(hunk.to[0], hunk.to[1]).join(''),
    )
    const base = offsets[hunk.from[0]] ?? start
    return inner ? [{ from: base + inner.from, to: base + inner.to, text: inner.text }] : []
  })
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits) {
    result += text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return result + text.slice(at)
}

/** `edit`, which was made on the same text as `first`, as an edit of what `first` made of it; nothing when they meet. */
export function editAfter(edit: TextEdit, first: TextEdit | undefined): TextEdit | undefined {
  if (!first || edit.to < first.from) return edit
  if (edit.from <= first.to) return undefined
  const shift = first.text.length - (first.to - first.from)
  return { from: edit.from + shift, to: edit.to + shift, text: edit.text }
}
