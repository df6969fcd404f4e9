import { kindOf } from './json-nodes'
import type { JsonNodes } from './json-nodes'
import { endOfScalar } from './json-scan'

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/**
 * What a string of a JSON text says, its escapes resolved, at most about `limit` characters of it.
 * @param at where its opening quote stands, in a text that is known to be JSON
 */
export function readString(text: string, at: number, limit = Infinity): { value: string; isCut: boolean } {
  let value = ''
  let from = at + 1
  for (let i = from; ; i++) {
    const code = text.charCodeAt(i)
    const isEnd = code === 0x22 || code !== code
    const isCut = !isEnd && value.length + i - from >= limit
    if (isEnd || isCut) return { value: withoutHalf(value + text.slice(from, i), isCut), isCut }
    if (code !== 0x5c) continue
    const letter = text.charAt(i + 1)
    const isCode = letter === 'u'
    value += text.slice(from, i)
    value += isCode
      ? String.fromCharCode(Number.parseInt(text.slice(i + 2, i + 6), 16))
      : (escapes[letter] ?? letter)
    i += isCode ? 5 : 1
    from = i + 1
  }
}

/** A cut between the two halves of one character would show neither. */
function withoutHalf(text: string, isCut: boolean): string {
  return isCut && /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text
}

/** A text of at most `limit` characters that stands for a value: its own text, or a list's or an object's first parts. */
export interface Preview {
  text: string
  isCut: boolean
}

/** The preview of a node, without line breaks. A number stands as it was sent; a string is quoted, its letters readable. */
export function previewOf(nodes: JsonNodes, node: number, limit: number): Preview {
  const kind = kindOf(nodes, node)
  if (kind === 'object' || kind === 'array') return partsPreview(nodes, node, limit)
  const at = nodes.start[node] ?? 0
  if (kind === 'string') return quoted(nodes.text, at, limit)
  const text = nodes.text.slice(at, Math.min(endOfScalar(nodes.text, at), at + limit + 1))
  return text.length > limit ? { text: `${text.slice(0, limit)}…`, isCut: true } : { text, isCut: false }
}

function quoted(text: string, at: number, limit: number): Preview {
  const { value, isCut } = readString(text, at, limit)
  const whole = JSON.stringify(value)
  return { text: isCut ? `${whole.slice(0, -1)}…` : whole, isCut }
}

function partsPreview(nodes: JsonNodes, node: number, limit: number): Preview {
  const isObject = kindOf(nodes, node) === 'object'
  const parts: string[] = []
  const end = nodes.end[node] ?? 0
  let length = 0
  let child = node + 1
  for (; child < end; child = nodes.end[child] ?? end) {
    const kind = kindOf(nodes, child)
    const isEmpty = nodes.childCount[child] === 0
    let part =
      kind === 'object'
        ? isEmpty
          ? '{}'
          : '{…}'
        : kind === 'array'
          ? isEmpty
            ? '[]'
            : '[…]'
          : previewOf(nodes, child, 24).text
    if (isObject) part = `${quoted(nodes.text, nodes.key[child] ?? 0, 24).text}: ${part}`
    if (parts.length > 0 && length + part.length > limit) break
    length += part.length + 2
    parts.push(part)
    if (length > limit) {
      child = nodes.end[child] ?? end
      break
    }
  }
  const isCut = child < end
  if (isCut) parts.push('…')
  const inside = parts.join(', ')
  return { text: isObject ? `{${inside}}` : `[${inside}]`, isCut }
}
