import { bodyText } from '@/domain/console/body-text'
import { rest } from './rest'

/** Signs of one row; a longer line goes on in the next one. */
const longestRow = 1_000
/** Bytes that are read in one go, a few milliseconds' worth. */
const slice = 1_000_000

/**
 * The lines of a large text, cut where they are long. Reads a slice at a time and hands on what it has after each; ends early when
 * the signal says so.
 */
export async function readTextRows(
  bytes: Uint8Array,
  declared: string | undefined,
  signal: AbortSignal,
  onRows: (rows: readonly string[]) => void,
): Promise<void> {
  const { charset } = bodyText(bytes.subarray(0, 65_536), declared, true)
  const decoder = new TextDecoder(charset)
  const rows: string[] = []
  let open = ''
  for (let at = 0; at < bytes.length; at += slice) {
    const isLast = at + slice >= bytes.length
    const lines = (open + decoder.decode(bytes.subarray(at, at + slice), { stream: !isLast })).split('\n')
    open = isLast ? '' : (lines.pop() ?? '')
    for (const line of lines) cut(line, rows)
    // A line without an end must not be joined again and again.
    if (open.length > slice) {
      const whole = open.length - (open.length % longestRow)
      cut(open.slice(0, whole), rows)
      open = open.slice(whole)
    }
    onRows(rows)
    await rest()
    if (signal.aborted) return
  }
}

/** The same rows of a text that is short enough to be read at once. */
export function textRows(text: string): string[] {
  const rows: string[] = []
  for (const line of text.split('\n')) cut(line, rows)
  return rows
}

function cut(line: string, rows: string[]): void {
  if (line.length <= longestRow) rows.push(line)
  else for (let at = 0; at < line.length; at += longestRow) rows.push(line.slice(at, at + longestRow))
}
