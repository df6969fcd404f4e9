import type { FunctionSpec, Trigger } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'

/** The entries of a map that are maps themselves; whatever is of another type the contract refuses. */
export function branchesOf<Value>(map: Record<string, Value> | undefined | null): [string, Value][] {
  return isBranch(map) ? Object.entries<Value>(map).filter(([, value]) => isBranch(value)) : []
}

/** The items of a list that are maps, each with its place. */
export function itemsOf<Item>(list: readonly Item[] | undefined | null): [number, Item][] {
  return Array.isArray(list) ? [...(list as Item[]).entries()].filter(([, item]) => isBranch(item)) : []
}

/** The texts of a map, without what is of another type. */
export function textsOf(map: unknown): [string, string][] {
  return isBranch(map)
    ? Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    : []
}

export function triggersOf(spec: FunctionSpec): [string, Trigger][] {
  return branchesOf(spec.triggers)
}

export function attributesOf(trigger: Trigger): Record<string, unknown> {
  return isBranch(trigger.attributes) ? trigger.attributes : {}
}
