/** How well a text answers to what was typed: lower is better, `undefined` is not at all. Both in lower case. */
function distance(text: string, query: string): number | undefined {
  const at = text.indexOf(query)
  if (at === 0) return text.length === query.length ? 0 : 1
  if (at > 0) return /[^a-z0-9]/.test(text.charAt(at - 1)) ? 2 : 3
  let from = 0
  for (const letter of query) {
    from = text.indexOf(letter, from) + 1
    if (from === 0) return undefined
  }
  return 4
}

/**
 * The items whose text answers to what was typed, best first and otherwise in their own order, at most `limit` of them,
 * and how many there are in all. An exact beginning beats a word's beginning, that a middle, that scattered letters.
 */
export function bestMatches<Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string,
  limit: number,
): { shown: Item[]; total: number } {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return { shown: items.slice(0, limit), total: items.length }
  const groups: Item[][] = [[], [], [], [], []]
  for (const item of items) {
    const group = distance(textOf(item).toLowerCase(), wanted)
    if (group !== undefined) groups[group]?.push(item)
  }
  const all = groups.flat()
  return { shown: all.slice(0, limit), total: all.length }
}
