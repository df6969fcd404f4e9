/** Anything that servers list under its name. */
interface Named {
  metadata: { name: string }
}

/**
 * The items of a list answer, by name. Servers answer a map; null and a missing body are empty. What is not even an object is
 * left out, and an item without a name is called by its key.
 */
export function listOf<Wire, Item extends Named>(
  answer: Record<string, Wire> | null | undefined,
  normalise: (wire: Wire, key: string) => Item,
): Item[] {
  const items: Item[] = []
  for (const [key, wire] of Object.entries(answer ?? {})) {
    if (typeof wire === 'object' && wire !== null) items.push(normalise(wire, key))
  }
  return items.sort(byName)
}

/** Metadata with a name, taken from the key of the list or from the request when the server left it out. */
export function namedMetadata<M extends { name?: string }>(
  metadata: M | null | undefined,
  name: string,
): M & { name: string } {
  return metadata?.name ? (metadata as M & { name: string }) : ({ ...metadata, name } as M & { name: string })
}

// Not by locale: names are ASCII, and ten thousand comparisons by locale take long.
function byName(one: Named, other: Named): number {
  const [a, b] = [one.metadata.name, other.metadata.name]
  return a < b ? -1 : a > b ? 1 : 0
}
