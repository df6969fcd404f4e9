import type { History, HistoryEntry } from './history'

/** Bytes of a body that are searched. */
const searchedBytes = 262_144

const texts = new WeakMap<HistoryEntry, string>()

/** All of an entry that can be searched for, in lower case; made once, for each letter typed asks for all of them. */
function searchText(entry: HistoryEntry): string {
  const known = texts.get(entry)
  if (known !== undefined) return known
  const { request } = entry.request
  const { answer, verdict } = entry
  const rows = (all: readonly { name: string; value: string }[]) =>
    all.map(({ name, value }) => `${name}: ${value}`)
  const text = [
    `${request.method} ${request.path}`,
    ...rows(request.headers),
    request.body.text.slice(0, searchedBytes),
    ...rows(request.body.fields),
    ...[request.body.file, ...request.body.fields.map(({ file }) => file)].map((file) => file?.name ?? ''),
    answer ? `${answer.status} ${answer.statusText}` : '',
    ...(answer?.headers ?? []).map(([name, value]) => `${name}: ${value}`),
    verdict.words ?? '',
    verdict.said ?? '',
    bodyText(answer?.body),
  ]
    .join('\n')
    .toLowerCase()
  texts.set(entry, text)
  return text
}

/** The beginning of a body as text; what is no text has none to be found. */
function bodyText(body: Uint8Array | undefined): string {
  const text = new TextDecoder().decode(body?.subarray(0, searchedBytes) ?? new Uint8Array())
  return text.includes('\0') ? '' : text
}

/** The entries in which every word of a query stands: in method, path, status, headers, bodies (the first 256 KiB) or names of files. */
export function searchHistory(history: History, query: string): History {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return words.length === 0
    ? history
    : history.filter((entry) => words.every((word) => searchText(entry).includes(word)))
}
