import { scanJson } from './json-scan'
import type { JsonFault, JsonHandler } from './json-scan'

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'

/**
 * What stands in a JSON text, as numbers that point into it. Nodes are numbered in the order of the text, so that all below a
 * node are the ones up to its `end`. No value is ever made of the text: what a page shows is cut from it, so numbers beyond
 * 2^53, `1.0` and keys that repeat stand as they were sent. Costs 24 bytes a node beside the text.
 */
export interface JsonNodes {
  text: string
  count: number
  /** Whether node 0 is no value of its own but holds the values of a sequence. */
  isSequence: boolean
  /** Where the value begins. */
  start: Uint32Array
  /** Where the key begins with its quote; 0 where there is none, as at 0 no key can be. */
  key: Uint32Array
  /** The first node that is no longer below. */
  end: Uint32Array
  parent: Uint32Array
  /** Among its siblings, from 0. */
  position: Uint32Array
  childCount: Uint32Array
  /** How many nodes there are at each depth. */
  depthCounts: number[]
}

class NodesBuilder implements JsonHandler {
  count = 0
  depthCounts: number[] = []
  start: Uint32Array
  keys: Uint32Array
  end: Uint32Array
  parent: Uint32Array
  position: Uint32Array
  childCount: Uint32Array
  private capacity: number
  private depth = 0
  private current = 0
  private pendingKey = 0

  constructor(capacity: number) {
    this.capacity = capacity
    this.start = new Uint32Array(capacity)
    this.keys = new Uint32Array(capacity)
    this.end = new Uint32Array(capacity)
    this.parent = new Uint32Array(capacity)
    this.position = new Uint32Array(capacity)
    this.childCount = new Uint32Array(capacity)
  }

  open(at: number): void {
    this.current = this.add(at)
    this.depth++
  }

  close(): void {
    this.end[this.current] = this.count
    this.current = this.parent[this.current] ?? 0
    this.depth--
  }

  key(at: number): void {
    this.pendingKey = at
  }

  scalar(at: number): void {
    this.add(at)
  }

  private add(at: number): number {
    const node = this.count++
    if (node === this.capacity) this.grow()
    this.start[node] = at
    this.keys[node] = this.pendingKey
    this.pendingKey = 0
    this.end[node] = this.count
    this.depthCounts[this.depth] = (this.depthCounts[this.depth] ?? 0) + 1
    if (this.depth > 0) {
      this.parent[node] = this.current
      const siblings = this.childCount[this.current] ?? 0
      this.position[node] = siblings
      this.childCount[this.current] = siblings + 1
    }
    return node
  }

  private grow(): void {
    this.capacity *= 2
    this.start = larger(this.start, this.capacity)
    this.keys = larger(this.keys, this.capacity)
    this.end = larger(this.end, this.capacity)
    this.parent = larger(this.parent, this.capacity)
    this.position = larger(this.position, this.capacity)
    this.childCount = larger(this.childCount, this.capacity)
  }
}

function larger(from: Uint32Array, capacity: number): Uint32Array {
  const to = new Uint32Array(capacity)
  to.set(from)
  return to
}

/**
 * The nodes of a JSON text, or what is wrong with it. With `isSequence` the text may hold many values, as newline-delimited JSON
 * does, which become the items of a list around them.
 * @throws RangeError when there is not enough memory for them
 */
export function readJsonNodes(text: string, isSequence = false): JsonNodes | JsonFault {
  const builder = new NodesBuilder(Math.max(64, text.length >> 5))
  if (isSequence) builder.open(0)
  const fault = scanJson(text, builder, isSequence)
  if (fault) return fault
  if (isSequence) builder.close()
  return {
    text,
    count: builder.count,
    isSequence,
    start: builder.start,
    key: builder.keys,
    end: builder.end,
    parent: builder.parent,
    position: builder.position,
    childCount: builder.childCount,
    depthCounts: builder.depthCounts,
  }
}

/** What a node is, as its first character says. */
export function kindOf(nodes: JsonNodes, node: number): JsonKind {
  if (node === 0 && nodes.isSequence) return 'array'
  switch (nodes.text.charCodeAt(nodes.start[node] ?? 0)) {
    case 0x7b:
      return 'object'
    case 0x5b:
      return 'array'
    case 0x22:
      return 'string'
    case 0x74:
    case 0x66:
      return 'boolean'
    case 0x6e:
      return 'null'
    default:
      return 'number'
  }
}
