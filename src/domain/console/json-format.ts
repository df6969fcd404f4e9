import { scanJson } from '@/lib/json-rows/json-scan'

// Indenting by depth makes a body of nothing but brackets grow with its square.
const deepestIndent = 100

/**
 * JSON text with a line for each item and key. Only white space changes: numbers, texts with their escapes, the order of keys and
 * keys that repeat stay as they were written. Deeper than 100 levels lines are indented no further.
 * @param isSequence many values one after the other, each beginning a line
 * @returns nothing when the text is no JSON
 */
export function indentJson(text: string, spaces = 2, isSequence = false): string | undefined {
  const lineBreak = (depth: number) => '\n' + ' '.repeat(Math.min(depth, deepestIndent) * spaces)
  return spaced(text, lineBreak, ': ', isSequence)
}

/**
 * JSON text without white space between its parts; all else stays as it was written.
 * @param isSequence many values one after the other, each on a line of its own
 * @returns nothing when the text is no JSON
 */
export function minifyJson(text: string, isSequence = false): string | undefined {
  return spaced(text, () => '', ':', isSequence)
}

function spaced(
  text: string,
  lineBreak: (depth: number) => string,
  colon: string,
  isSequence: boolean,
): string | undefined {
  const parts: string[] = []
  let depth = 0
  let isFirst = true
  let afterKey = false
  const begin = () => {
    if (afterKey) afterKey = false
    else if (depth > 0) parts.push(isFirst ? '' : ',', lineBreak(depth))
    else if (!isFirst) parts.push('\n')
    isFirst = false
  }
  const fault = scanJson(
    text,
    {
      open(at) {
        begin()
        parts.push(text.charAt(at))
        depth++
        isFirst = true
      },
      close(at) {
        depth--
        parts.push(isFirst ? '' : lineBreak(depth), text.charAt(at))
        isFirst = false
      },
      key(at, end) {
        begin()
        parts.push(text.slice(at, end), colon)
        afterKey = true
      },
      scalar(at, end) {
        begin()
        parts.push(text.slice(at, end))
      },
    },
    isSequence,
  )
  return fault ? undefined : parts.join('')
}
