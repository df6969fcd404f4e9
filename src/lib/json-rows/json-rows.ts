import { kindOf, readJsonNodes } from './json-nodes'
import type { JsonKind, JsonNodes } from './json-nodes'
import { previewOf, readString } from './json-preview'
import type { JsonFault } from './json-scan'
import { endOfValue } from './json-scan'
import { findNodes } from './json-search'

/** Keys from the root to a value; the items of a list are counted from 0. */
export type JsonKeys = (string | number)[]

/** One line of the tree, ready to be sent to the page: its size is bounded whatever the body holds. */
export interface JsonRow {
  /** Names the value for as long as the body is open, also where keys repeat. */
  node: number
  depth: number
  /** Cut after 200 characters; nothing at the root. */
  key?: string | number
  kind: JsonKind
  /** Text of the value, or first parts of a list or an object, on one line. */
  preview: string
  /** Whether the preview is not all of it. */
  isCut: boolean
  childCount: number
  isOpen: boolean
  /** Among its siblings, from 1. */
  position: number
  setSize: number
  /** Left out where it is very deep or long; `pathOf` has it. */
  path?: JsonKeys
  /** Whether the search finds its text in this key or value. */
  isHit: boolean
}

const previewLimit = 160
const keyLimit = 200
const pathDepthLimit = 64
const pathLengthLimit = 4096

/**
 * A JSON text as rows of a tree of which nodes are open or closed, for bodies of tens of megabytes and millions of values. It holds
 * no page and no timers, so it can live in a worker that the page asks for windows of rows.
 *
 * Rows are a list of node numbers that is made anew from the changed row on: cheaper, at these sizes, than any structure that
 * would save it, and a window or the row of a node is then a mere look-up.
 */
export class JsonRows {
  /** How many rows are to be seen at present. */
  rowCount = 0
  /** How many keys and values the search finds, closed nodes included. */
  hitCount = 0
  readonly nodes: JsonNodes
  private readonly isOpen: Uint8Array
  private readonly shown: Uint32Array
  private hits: Uint32Array = new Uint32Array(0)

  /** All is open when that makes no more than `openUpTo` rows; otherwise as many levels as stay within it, the first in any case. */
  constructor(nodes: JsonNodes, openUpTo = 1000) {
    this.nodes = nodes
    this.isOpen = new Uint8Array(nodes.count)
    this.shown = new Uint32Array(nodes.count)
    let rows = 1
    let levels = 0
    do rows += nodes.depthCounts[++levels] ?? 0
    while (levels < nodes.depthCounts.length && rows <= openUpTo)
    this.openLevels(rows <= openUpTo ? levels : Math.max(1, levels - 1))
    this.layOut(0, 0)
  }

  /** A window of rows; fewer where the tree ends. */
  rows(first: number, count: number): JsonRow[] {
    const rows: JsonRow[] = []
    for (let row = Math.max(0, first); row < Math.min(first + count, this.rowCount); row++)
      rows.push(this.rowAt(this.nodeAt(row)))
    return rows
  }

  nodeAt(row: number): number {
    return this.shown[row] ?? 0
  }

  /** The row of a node; nothing while it is within a closed one. */
  rowOf(node: number): number | undefined {
    const row = lowerBound(this.shown, this.rowCount, node)
    return row < this.rowCount && this.shown[row] === node ? row : undefined
  }

  /** The row of what holds the value of a row; the root has none. */
  parentRow(row: number): number | undefined {
    const node = this.nodeAt(row)
    return node === 0 ? undefined : this.rowOf(this.nodes.parent[node] ?? 0)
  }

  /** Opens a closed list or object and closes an open one. */
  toggle(node: number): void {
    if (this.nodes.childCount[node] === 0) return
    this.isOpen[node] = this.isOpen[node] === 1 ? 0 : 1
    this.layOutFrom(node)
  }

  /** Opens a node and all below. */
  openBelow(node: number): void {
    this.isOpen.fill(1, node, this.nodes.end[node])
    this.layOutFrom(node)
  }

  /** Closes all below a node, which itself stays as it is. */
  closeBelow(node: number): void {
    this.isOpen.fill(0, node + 1, this.nodes.end[node])
    this.layOutFrom(node)
  }

  /** Opens what hides a node and says its row. */
  reveal(node: number): number {
    let topmost: number | undefined
    for (let at = node; at > 0;) {
      at = this.nodes.parent[at] ?? 0
      if (this.isOpen[at] === 1) continue
      this.isOpen[at] = 1
      topmost = at
    }
    if (topmost !== undefined) this.layOutFrom(topmost)
    return this.rowOf(node) ?? 0
  }

  pathOf(node: number): JsonKeys {
    const keys: JsonKeys = []
    for (let at = node; at > 0; at = this.nodes.parent[at] ?? 0) keys.push(this.keyOf(at))
    return keys.reverse()
  }

  /** The node at a path. Of a key that repeats it is the last, as for whoever parses the text; nothing when there is none. */
  nodeOfPath(path: readonly (string | number)[]): number | undefined {
    let node = 0
    for (const key of path) {
      const child = this.childOf(node, key)
      if (child === undefined) return undefined
      node = child
    }
    return node
  }

  /** A value as it stands in the text. */
  textOf(node: number): string {
    const { text, start } = this.nodes
    if (node === 0) return text.trim()
    const at = start[node] ?? 0
    return text.slice(at, endOfValue(text, at))
  }

  /** A string without quotes and escapes; any other value as it stands in the text. */
  plainTextOf(node: number): string {
    return kindOf(this.nodes, node) === 'string'
      ? readString(this.nodes.text, this.nodes.start[node] ?? 0).value
      : this.textOf(node)
  }

  /** Looks for a text in keys and values and says how many of them hold it; an empty text ends the search. */
  search(query: string, isCaseSensitive = false): number {
    this.hits = findNodes(this.nodes, query, isCaseSensitive)
    this.hitCount = this.hits.length
    return this.hitCount
  }

  /** The row of a hit, counted from 0, after opening what hides it; nothing when there is no such hit. */
  revealHit(index: number): number | undefined {
    const node = this.hits[index]
    return node === undefined ? undefined : this.reveal(node)
  }

  /** The first hit at or after a row, where a search that begins there goes first; after the last it is 0 again. */
  hitFrom(row: number): number {
    const index = lowerBound(this.hits, this.hits.length, this.nodeAt(row))
    return index < this.hits.length ? index : 0
  }

  private rowAt(node: number): JsonRow {
    const { nodes } = this
    const preview = previewOf(nodes, node, previewLimit)
    const hit = lowerBound(this.hits, this.hits.length, node)
    return {
      node,
      depth: this.depthOf(node),
      key: node === 0 ? undefined : this.keyOf(node, keyLimit),
      kind: kindOf(nodes, node),
      preview: preview.text,
      isCut: preview.isCut,
      childCount: nodes.childCount[node] ?? 0,
      isOpen: this.isOpen[node] === 1 && nodes.childCount[node] !== 0,
      position: (nodes.position[node] ?? 0) + 1,
      setSize: node === 0 ? 1 : (nodes.childCount[nodes.parent[node] ?? 0] ?? 1),
      path: this.shortPathOf(node),
      isHit: this.hits[hit] === node,
    }
  }

  private shortPathOf(node: number): JsonKeys | undefined {
    const keys: JsonKeys = []
    let length = 0
    for (let at = node; at > 0; at = this.nodes.parent[at] ?? 0) {
      const key = this.keyOf(at, pathLengthLimit)
      length += typeof key === 'string' ? key.length : 1
      if (keys.length === pathDepthLimit || length >= pathLengthLimit) return undefined
      keys.push(key)
    }
    return keys.reverse()
  }

  private keyOf(node: number, limit = Infinity): string | number {
    const key = this.nodes.key[node] ?? 0
    if (key === 0) return this.nodes.position[node] ?? 0
    const { value, isCut } = readString(this.nodes.text, key, limit)
    return isCut ? `${value}…` : value
  }

  private depthOf(node: number): number {
    let depth = 0
    for (let at = node; at > 0; at = this.nodes.parent[at] ?? 0) depth++
    return depth
  }

  private childOf(node: number, key: string | number): number | undefined {
    const end = this.nodes.end[node] ?? 0
    const isList = kindOf(this.nodes, node) === 'array'
    if (isList !== (typeof key === 'number')) return undefined
    let found: number | undefined
    for (let child = node + 1; child < end; child = this.nodes.end[child] ?? end) {
      if (this.keyOf(child) !== key) continue
      if (isList) return child
      found = child
    }
    return found
  }

  private openLevels(levels: number): void {
    const { count, childCount, parent } = this.nodes
    // A parent comes before its children, so one pass knows every depth.
    const depths = new Uint32Array(count)
    for (let node = 0; node < count; node++) {
      const depth = node === 0 ? 0 : (depths[parent[node] ?? 0] ?? 0) + 1
      depths[node] = depth
      if (depth < levels && childCount[node] !== 0) this.isOpen[node] = 1
    }
  }

  private layOutFrom(node: number): void {
    const row = this.rowOf(node)
    if (row !== undefined) this.layOut(row, node)
  }

  private layOut(row: number, node: number): void {
    const { isOpen, shown } = this
    const { count, end } = this.nodes
    for (let at = node; at < count; at = isOpen[at] === 1 ? at + 1 : (end[at] ?? count)) shown[row++] = at
    this.rowCount = row
  }
}

/** The first place among the first `length` of ascending numbers where one is not less than `value`. */
function lowerBound(numbers: Uint32Array, length: number, value: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The tree of a JSON text, or what is wrong with the text. With `isSequence` it may hold many values, as newline-delimited JSON does,
 * which are shown as the items of a list.
 * @param openUpTo how many rows may be open from the start
 */
export function openJsonRows(
  text: string,
  options: { isSequence?: boolean; openUpTo?: number } = {},
): { rows: JsonRows } | { fault: JsonFault } {
  const nodes = readJsonNodes(text, options.isSequence)
  return 'kind' in nodes ? { fault: nodes } : { rows: new JsonRows(nodes, options.openUpTo) }
}
