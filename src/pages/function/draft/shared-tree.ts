import type { FunctionConfig } from '@/api/generated/schema'
import { nameOfItem } from '@/domain/merge/places'
import { applyChanges, differences, isBranch, sameValue, type Change, type Path } from '@/lib/tree'
import type { Draft } from './draft'
import type { UnreadTexts } from './unread-texts'

/**
 * What tabs share of a draft, as a tree in which a list of named things (variables, volumes, containers) is a map of its items and their
 * order: two tabs that edit different items of it at once write different places. Any other list is one place.
 */
export type SharedTree = Record<string, unknown>

// Signs of private use: no key of a function begins with one, and no text.
const itemsKey = '\uE000items'
const orderKey = '\uE000order'
const listMark = '\uE000'

/**
 * Reads drafts of one function as trees and back. A draft that came from a tree is that tree again, since the order of one tab may not
 * name what another has added meanwhile, and must go on not to.
 */
export function createSharedTrees() {
  let known = new WeakMap<FunctionConfig, unknown>()
  const treeOf = ({ config, unread }: Draft): SharedTree => ({
    config: known.get(config) ?? opened(config, []),
    unread,
  })
  const configChanges = (before: FunctionConfig, after: FunctionConfig): Change[] => {
    if (before === after) return []
    const from = known.get(before) ?? opened(before, [])
    const to = opened(after, [], from)
    known.set(after, to)
    return differences(from, to, ['config']).flatMap(byItem)
  }
  return {
    treeOf,
    /** The draft with what the tree says; the same objects where that is the same. */
    withTree(draft: Draft, tree: SharedTree): Draft {
      const config = closed(tree.config) as FunctionConfig
      const kept = applyChanges(draft.config, differences(draft.config, config))
      known.set(kept, tree.config)
      const texts = isBranch(tree.unread) && Object.keys(tree.unread).length > 0 ? tree.unread : undefined
      const unread = sameValue(texts, draft.unread) ? draft.unread : (texts as UnreadTexts | undefined)
      return { ...draft, config: kept, unread }
    },
    /** What an edit has changed, place by place of the trees. */
    changes(before: Draft, after: Draft): Change[] {
      return [
        ...configChanges(before.config, after.config),
        ...differences(before.unread ?? {}, after.unread ?? {}, ['unread']),
      ]
    },
    /** Whole drafts go from tab to tab as they are, so their lists are read anew, here as there. */
    forget(): void {
      known = new WeakMap()
    },
  }
}

/** A list that comes to be is written item by item: another tab may begin the same one. */
function byItem(change: Change): Change[] {
  const { path, from, to } = change
  if (from !== undefined || !isBranch(to) || !isBranch(to[itemsKey])) return [change]
  const items = Object.entries(to[itemsKey])
  return [
    { path: [...path, orderKey], from, to: to[orderKey] },
    ...items.map(([name, item]) => ({ path: [...path, itemsKey, name], from, to: item })),
  ]
}

/** `like` is the tree before: what is the same item has the same key. */
function opened(value: unknown, path: Path, like?: unknown): unknown {
  if (Array.isArray(value)) return openedList(value, path, isNamedList(like) ? like : {})
  if (!isBranch(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      opened(inner, [...path, key], isBranch(like) ? like[key] : undefined),
    ]),
  )
}

function openedList(list: readonly unknown[], path: Path, like: NamedList): unknown {
  const names = list.map((item) => (isBranch(item) ? nameOfItem(path, item) : undefined))
  const isNamed = list.every(isBranch) && (list.length === 0 || names.some((name) => name !== undefined))
  if (!isNamed) return listMark + JSON.stringify(list)
  const { [itemsKey]: items = {} } = like
  const before = keysInOrder(like)
  const left = new Map<string, string[]>()
  for (const key of before) left.set(nameOfKey(key), [...(left.get(nameOfKey(key)) ?? []), key])
  const taken = new Set(before)
  // Names should differ, but while one is typed they may not.
  const fresh = (name: string, count = 0): string => {
    const key = count === 0 ? name : `${name}${listMark}${count}`
    return taken.has(key) ? fresh(name, count + 1) : key
  }
  const keys = names.map((name = '', at) => {
    const same = left.get(name) ?? []
    const index = same.findIndex((key) => sameValue(items[key], [list[at]]))
    const [key = fresh(name)] = same.splice(Math.max(index, 0), 1)
    taken.add(key)
    return key
  })
  return {
    [orderKey]: sameValue(keys, before) ? like[orderKey] : keys,
    // An item is one value, whatever it holds.
    [itemsKey]: Object.fromEntries(keys.map((key, at) => [key, [list[at]]])),
  }
}

function closed(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith(listMark)) return JSON.parse(value.slice(listMark.length))
  if (!isBranch(value)) return value
  if (isNamedList(value)) return closedList(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed(inner)]))
}

function closedList(list: NamedList): unknown[] {
  const { [itemsKey]: items = {} } = list
  return keysInOrder(list).flatMap((key) => items[key] ?? [])
}

interface NamedList {
  [orderKey]?: readonly string[]
  [itemsKey]?: Record<string, readonly unknown[]>
}

const isNamedList = (value: unknown): value is NamedList =>
  isBranch(value) && (itemsKey in value || orderKey in value)

const nameOfKey = (key: string): string => key.split(listMark)[0] ?? ''

/** The order is that of one tab; what others have added meanwhile stands behind it, in every tab in the same way. */
function keysInOrder({ [orderKey]: order = [], [itemsKey]: items = {} }: NamedList): string[] {
  const ordered = order.filter((key) => Object.hasOwn(items, key))
  const named = new Set(ordered)
  const added = Object.keys(items).filter((key) => !named.has(key))
  return [...ordered, ...added.toSorted()]
}
