import { isAlias, isCollection, isMap, isScalar, isSeq, type Document, type Pair, type YAMLMap } from 'yaml'
import type { FunctionConfig } from '@/api/generated/schema'
import { isBranch, sameValue, type Path } from '@/lib/tree'
import {
  functionYaml,
  isOwnedByServer,
  readFunctionDocument,
  writtenPart,
  type FunctionDocument,
  type Written,
} from './function-document'
import { writeYaml } from './yaml-writing'

/**
 * The text of a document, changed so that it says `config`. Comments, the order of keys and the way values are written stay
 * where they can. A change of one value touches nothing else in the text.
 */
export function rewritten(read: FunctionDocument, config: FunctionConfig): string {
  const wanted = writtenPart(config)
  if (sameValue(read.written, wanted)) return read.text
  const text = withOneValue(read, wanted) ?? withTree(read, wanted)
  return text !== undefined && says(text, wanted) ? text : functionYaml(config)
}

function says(text: string, wanted: Written): boolean {
  const { ok } = readFunctionDocument(text)
  return ok !== undefined && sameValue(ok.written, wanted)
}

/** Changes single values in the text itself; nothing when more than that has changed. */
function withOneValue(read: FunctionDocument, wanted: Written): string | undefined {
  const found: { from: number; to: number; text: string }[] = []
  const scalars = (node: unknown, to: unknown, path: Path): boolean => {
    if (isMap(node) && isBranch(to)) {
      const keys = node.items.map((pair) => keyOf(pair))
      if (Object.keys(to).some((key) => !keys.includes(key))) return false
      return node.items.every((pair) => {
        const value = to[keyOf(pair)]
        const at = [...path, keyOf(pair)]
        return value === undefined ? mayStay(pair, at) : scalars(pair.value, value, at)
      })
    }
    if (isSeq(node) && Array.isArray(to)) {
      const isSame = (item: unknown, i: number) => nameOf(valueOf(item, read.document)) === nameOf(to[i])
      return (
        node.items.length === to.length &&
        node.items.every((item, i) => isSame(item, i) && scalars(item, to[i], [...path, String(i)]))
      )
    }
    if (!isScalar(node) || isCollectionValue(to)) return sameValue(valueOf(node, read.document), to)
    if (sameValue(node.value, to)) return true
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
    if (isBlock || !node.range || node.range[0] === node.range[1] || node.anchor || node.tag) return false
    const text = inline(to, node.type)
    if (text === undefined) return false
    found.push({ from: node.range[0], to: node.range[1], text })
    return true
  }
  const root = read.document.contents
  if (!isMap(root)) return undefined
  for (const part of ['metadata', 'spec'] as const)
    if (!scalars(root.get(part, true), wanted[part], [part])) return undefined
  return found
    .sort((a, b) => b.from - a.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), read.text)
}

const isCollectionValue = (value: unknown): boolean => typeof value === 'object' && value !== null

/** One value as it stands in a line, in the quotes that were there; nothing when it does not fit in a line. */
function inline(value: unknown, type: string | undefined): string | undefined {
  if (typeof value === 'string' && type === 'QUOTE_SINGLE' && /^[^\n']*$/.test(value)) return `'${value}'`
  const isText = typeof value === 'string'
  // Commas and brackets end a plain value within brackets.
  if (isText && (type !== 'PLAIN' || /[\n,[\]{}]/.test(value))) return JSON.stringify(value)
  const text = writeYaml(value).replace(/\n$/, '')
  return text.includes('\n') ? undefined : text
}

/** Changes the tree of the document and writes it anew: comments stay, spacing may change. */
function withTree(read: FunctionDocument, wanted: Written): string | undefined {
  // Read again, since the tree is changed in place and the one at hand belongs to somebody else.
  const { ok } = readFunctionDocument(read.text)
  if (!ok || !isMap(ok.document.contents)) return undefined
  const { document } = ok
  update(document, ok.document.contents, { ...rest(ok), ...wanted }, [])
  return document.toString({ ...layoutOf(read.text), lineWidth: 0 })
}

/** What stands beside metadata and spec at the top; it stays. */
function rest({ document }: FunctionDocument): Record<string, unknown> {
  const whole = Object.entries(document.toJS() as object)
  return Object.fromEntries(whole.filter(([key]) => key !== 'metadata' && key !== 'spec'))
}

function update(document: Document, node: unknown, to: unknown, path: Path): unknown {
  if (sameValue(valueOf(node, document), to)) return node
  if (isMap(node) && isBranch(to)) {
    node.items = node.items.filter((pair) => {
      const key = keyOf(pair)
      return key in to || key === '<<' || mayStay(pair, [...path, key])
    })
    for (const [key, value] of Object.entries(to)) {
      const pair = node.items.find((item) => keyOf(item) === key)
      if (pair) pair.value = update(document, pair.value, value, [...path, key])
      else if (!sameValue(mergedValue(document, node, key), value))
        node.items.push(document.createPair(key, value))
    }
    if (node.items.length > 0 && node.flow && node.items.some((pair) => isCollection(pair.value)))
      node.flow = false
    return node
  }
  if (isSeq(node) && Array.isArray(to)) {
    node.items = aligned(document, node.items, to, path)
    return node
  }
  if (isScalar(node) && !isCollectionValue(to) && !node.anchor) {
    node.value = to
    delete node.source
    return node
  }
  const made = document.createNode(to, { aliasDuplicateObjects: false })
  if (isScalar(node) || isCollection(node)) {
    made.comment = node.comment
    made.commentBefore = node.commentBefore
    made.spaceBefore = node.spaceBefore
  }
  return made
}

/** Items that stay keep their nodes, and so their comments: equal ones first, then those of the same name, then by place. */
function aligned(document: Document, nodes: unknown[], to: unknown[], path: Path): unknown[] {
  const free = new Set(nodes)
  const values = new Map(nodes.map((node) => [node, valueOf(node, document)]))
  const take = (fits: (value: unknown) => boolean): unknown => {
    for (const node of free)
      if (fits(values.get(node))) {
        free.delete(node)
        return node
      }
    return undefined
  }
  const equal = to.map((value) => take((other) => sameValue(other, value)))
  const named = to.map((value, i) => {
    const name = nameOf(value)
    return equal[i] ?? (name === undefined ? undefined : take((other) => nameOf(other) === name))
  })
  return to.map((value, i) => {
    const node = named[i] ?? (free.has(nodes[i]) && nameOf(value) === undefined ? nodes[i] : undefined)
    if (node === undefined) return document.createNode(value, { aliasDuplicateObjects: false })
    free.delete(node)
    return update(document, node, value, [...path, String(i)])
  })
}

function nameOf(value: unknown): unknown {
  if (!isBranch(value)) return undefined
  return value['name'] ?? (isBranch(value['volume']) ? value['volume']['name'] : undefined)
}

/** A key as text; the one that merges is kept as a symbol by the reader. */
function keyOf({ key }: Pair): string {
  const value = isScalar(key) ? key.value : key
  return typeof value === 'symbol' ? (value.description ?? '') : String(value)
}

/** Value of a key that a map gets from elsewhere through `<<`. */
function mergedValue(document: Document, node: YAMLMap, key: string): unknown {
  if (!node.items.some((pair) => keyOf(pair) === '<<')) return undefined
  const whole = valueOf(node, document)
  return isBranch(whole) ? whole[key] : undefined
}

function valueOf(node: unknown, document: Document): unknown {
  if (isAlias(node) || isCollection(node) || isScalar(node)) return node.toJS(document)
  return node ?? undefined
}

/** A key may stay although it is not wanted when there is nothing behind it, or when it is the server's and not compared. */
function mayStay(pair: Pair, path: Path): boolean {
  const isEmpty = pair.value === null || (isScalar(pair.value) && pair.value.value === null)
  return isEmpty || isOwnedByServer(path)
}

function layoutOf(text: string): { indent: number; indentSeq: boolean } {
  const indent = /^( +)\S/m.exec(text.replace(/^ *#.*$/gm, ''))?.[1]?.length ?? 2
  const list = /^( *)[\w.-]+:[^\S\n]*\n( *)- /m.exec(text)
  return {
    indent: Math.min(Math.max(indent, 1), 8),
    indentSeq: !list || (list[2] ?? '').length > (list[1] ?? '').length,
  }
}
