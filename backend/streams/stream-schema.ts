import type { Migration } from '../store/schema'

/** How the database of the streams grows. Sequence numbers begin at 1 in every shard, so 0 is before the first record. */
export const streamMigrations: Migration[] = [
  {
    version: 1,
    statements: [
      `CREATE TABLE streams (
         id INTEGER PRIMARY KEY, container TEXT NOT NULL, path TEXT NOT NULL, created_at INTEGER NOT NULL,
         UNIQUE (container, path)) STRICT`,
      // The last sequence number outlives the records: what is dropped by age must not be counted anew.
      `CREATE TABLE shards (
         stream INTEGER NOT NULL, shard INTEGER NOT NULL, last INTEGER NOT NULL, bytes INTEGER NOT NULL,
         PRIMARY KEY (stream, shard)) STRICT, WITHOUT ROWID`,
      // With row ids: without them a record of a kilobyte would take a page more of its own.
      `CREATE TABLE records (
         stream INTEGER NOT NULL, shard INTEGER NOT NULL, sequence INTEGER NOT NULL,
         arrived INTEGER NOT NULL, data BLOB NOT NULL,
         PRIMARY KEY (stream, shard, sequence)) STRICT`,
      // "start" is where a group began that has committed nothing yet, for this "seek"; committed is NULL until then.
      `CREATE TABLE positions (
         stream INTEGER NOT NULL, consumer_group TEXT NOT NULL, shard INTEGER NOT NULL,
         start INTEGER NOT NULL, seek TEXT NOT NULL, committed INTEGER,
         PRIMARY KEY (stream, consumer_group, shard)) STRICT, WITHOUT ROWID`,
    ],
  },
]
