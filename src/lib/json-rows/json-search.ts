import type { JsonNodes } from './json-nodes'
import { endOfScalar } from './json-scan'

/** Where something is found from an offset on: `[from, to)`, or nothing. */
type Finder = (text: string, from: number) => { at: number; end: number } | undefined

function finderOf(query: string, isCaseSensitive: boolean): Finder {
  if (isCaseSensitive)
    return (text, from) => {
      const at = text.indexOf(query, from)
      return at < 0 ? undefined : { at, end: at + query.length }
    }
  // Comparing by letter keeps offsets, which a text in lower case would not.
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi')
  return (text, from) => {
    pattern.lastIndex = from
    const found = pattern.exec(text)
    return found ? { at: found.index, end: found.index + found[0].length } : undefined
  }
}

/** A key or a value of a node: what stands in the text from `at` to `end`, quotes included. */
interface Token {
  at: number
  end: number
}

/**
 * The nodes whose key, string, number or literal holds a text, in their order; escapes in strings are resolved, quotes are not
 * part of them. Goes over the whole text once with the engine's own search and looks closer only where it finds something, or
 * where an escape could hide it.
 */
export function findNodes(nodes: JsonNodes, query: string, isCaseSensitive: boolean): Uint32Array {
  if (query === '' || nodes.count === 0) return new Uint32Array(0)
  const isHit = new Uint8Array(nodes.count)
  const find = finderOf(query, isCaseSensitive)
  markPlain(nodes, find, isHit)
  markEscaped(nodes, find, isHit)
  let total = 0
  for (const mark of isHit) total += mark
  const hits = new Uint32Array(total)
  for (let node = 0, i = 0; i < total; node++) if (isHit[node] === 1) hits[i++] = node
  return hits
}

/** The node that an offset belongs to, looked for from `from` on. */
function nodeAt(nodes: JsonNodes, offset: number, from: number): number {
  let node = from
  while (node + 1 < nodes.count && firstOffset(nodes, node + 1) <= offset) node++
  return node
}

function firstOffset(nodes: JsonNodes, node: number): number {
  return nodes.key[node] || nodes.start[node] || 0
}

function tokenAt(nodes: JsonNodes, node: number, offset: number): Token | undefined {
  const start = nodes.start[node] ?? 0
  const key = nodes.key[node] ?? 0
  if (node === 0 && nodes.isSequence) return undefined
  if (offset < start) return key > 0 ? { at: key, end: endOfScalar(nodes.text, key) } : undefined
  const code = nodes.text.charCodeAt(start)
  // What follows the bracket of a list or an object are brackets and commas only.
  if (code === 0x7b || code === 0x5b) return undefined
  return { at: start, end: endOfScalar(nodes.text, start) }
}

/** Marks what is found in the text as it stands, leaving out keys and strings with escapes. */
function markPlain(nodes: JsonNodes, find: Finder, isHit: Uint8Array): void {
  const { text } = nodes
  let node = 0
  for (let found = find(text, 0); found;) {
    node = nodeAt(nodes, found.at, node)
    const token = tokenAt(nodes, node, found.at)
    let next = found.at + 1
    if (!token || found.at >= token.end) {
      // Brackets, commas and colons: nothing to find before the next value, or the own one behind a key.
      const start = nodes.start[node] ?? 0
      const following = node + 1 < nodes.count ? firstOffset(nodes, node + 1) : text.length
      next = Math.max(next, found.at < start ? start : following)
    } else {
      const edge = text.charCodeAt(token.at) === 0x22 ? 1 : 0
      if (found.at >= token.at + edge && found.end <= token.end - edge) {
        if (!hasEscape(text, token)) isHit[node] = 1
        next = token.end
      }
    }
    found = find(text, next)
  }
}

function hasEscape(text: string, token: Token): boolean {
  if (text.charCodeAt(token.at) !== 0x22) return false
  for (let i = token.at; i < token.end; i++) if (text.charCodeAt(i) === 0x5c) return true
  return false
}

/** Marks keys and strings with escapes by what they say. */
function markEscaped(nodes: JsonNodes, find: Finder, isHit: Uint8Array): void {
  const { text } = nodes
  let node = 0
  for (let at = text.indexOf('\\'); at >= 0;) {
    node = nodeAt(nodes, at, node)
    const token = tokenAt(nodes, node, at)
    if (token && isHit[node] === 0 && find(JSON.parse(text.slice(token.at, token.end)) as string, 0))
      isHit[node] = 1
    at = text.indexOf('\\', token?.end ?? at + 1)
  }
}
