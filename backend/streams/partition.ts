/** The shard that records of a key go to: always the same one, as long as the stream has so many shards. */
export function shardOfKey(key: string, shards: number): number {
  // FNV-1a with a last mix: keys that differ in one digit only would fall on few shards otherwise.
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) % shards
}
