import { isBranch } from './tree'

/** The same JSON without keys whose value is null or missing. Items of lists stay. The very argument when there is no such key. */
export function withoutNulls<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => withoutNulls(item))
    return items.some((item, index) => item !== value[index]) ? (items as Value) : value
  }
  if (!isBranch(value)) return value
  let isSame = true
  const kept: [string, unknown][] = []
  for (const [key, part] of Object.entries(value)) {
    const bare = withoutNulls(part)
    const isKept = bare !== null && bare !== undefined
    if (!isKept || bare !== part) isSame = false
    if (isKept) kept.push([key, bare])
  }
  return isSame ? value : (Object.fromEntries(kept) as Value)
}
