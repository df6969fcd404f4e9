/** A shallow copy of an object that lacks some of its keys. */
export function without<Type extends object, Key extends keyof Type>(
  object: Type,
  ...keys: Key[]
): Omit<Type, Key> {
  const copy = { ...object }
  for (const key of keys) delete copy[key]
  return copy
}
