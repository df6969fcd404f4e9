import { entryKind } from './entry-columns'
import { LineScan } from './line-scan'
import type { ReplicaLog } from './replica-log'

const scan = new LineScan()

/** What the first line of an entry says, read from its bytes. */
export interface FirstLine {
  /** Of a record, milliseconds since 1970. */
  time?: number
  hash: number
}

export function readFirstLine(replica: ReplicaLog, entry: number): FirstLine {
  const { entries, bytes } = replica
  const start = entries.start[entry & entries.mask] ?? 0
  const line = bytes.rest(start)
  const limit = Math.min(line.length, replica.endOf(entry) - start)
  const lineFeed = line.subarray(0, limit).indexOf(10)
  const end = lineFeed < 0 ? limit : lineFeed
  scan.look(line, 0, end > 0 && line[end - 1] === 13 ? end - 1 : end)
  return Number.isNaN(scan.time) ? { hash: scan.hash } : { hash: scan.hash, time: scan.time }
}

/**
 * The place of an entry in a link: `<time>~<hash>`, the time in milliseconds since 1970 and the hash, in base 36, of what its first line says
 * beside the time. Where the line says no time it is the one that the entry is ordered by, with an `@` before it. Both are the same in
 * another page that has the same lines.
 */
export function keyOf({ time, hash }: FirstLine, orderedBy: number): string {
  return `${time === undefined ? `@${orderedBy}` : time}~${hash.toString(36)}`
}

/** The entry of a replica that a key names; of equal ones the first. Without a time of its own it may also be at another time, the nearest. */
export function findKey(replica: ReplicaLog, key: string): number | undefined {
  const [, at, written = '', hashed = ''] = /^(@?)(-?[\d.]+)~([0-9a-z]+)$/.exec(key) ?? []
  const [time, hash] = [Number(written), Number.parseInt(hashed, 36)]
  if (at === undefined || Number.isNaN(time)) return undefined
  const { entries } = replica
  let [nearest, distance] = [-1, Number.POSITIVE_INFINITY]
  for (let entry = entries.first; entry < entries.next; entry += 1) {
    const place = entry & entries.mask
    // Of an entry of several lines the column has the hash of all.
    const mayBe = entries.hash[place] === hash || (entries.lines[place] ?? 0) > 1
    if (!mayBe || (entries.meta[place] ?? 0) >> 3 === entryKind.mark) continue
    const orderedBy = entries.time[place] ?? 0
    const apart = Math.abs(orderedBy - time)
    // A record stands at its time or after it.
    if (at === '' ? orderedBy < time : apart >= distance) continue
    const first = readFirstLine(replica, entry)
    if (first.hash !== hash) continue
    if (at === '' ? first.time === time : first.time === undefined) [nearest, distance] = [entry, apart]
    if (nearest >= 0 && (at === '' || distance === 0)) return nearest
  }
  return nearest < 0 ? undefined : nearest
}
