import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

const newline = 10
const readSize = 64 * 1024
const indexEntrySize = 16
/** Entries closer than this share one place in the index: `since` may show that much more than was asked for. */
const indexResolutionMilliseconds = 20

/** Where reading starts and whether it goes on when all was read. */
export interface ReadOptions {
  follow: boolean
  /** Milliseconds before now. */
  since?: number
  tailLines?: number
  signal: AbortSignal
}

interface Segment {
  file: string
  /** Position of its first byte in the whole log, the parts already dropped included. */
  base: number
  size: number
}

/** What one replica wrote: bytes as they came, in at most two files of a bounded size. */
export interface ReplicaLog {
  /** Resolves when the bytes are on disk; order is that of the calls. */
  append(bytes: Uint8Array): Promise<void>
  read(options: ReadOptions): ReadableStream<Uint8Array>
  /** Ends every stream that follows, and takes no more; what was written stays readable. */
  close(): void
  /** Closes the log and removes its files. */
  remove(): Promise<void>
}

/**
 * Opens the log `<directory>/<name>.log`, with what an earlier run left in it. `limit` is the size in bytes at which the
 * file is put aside as `.1` (whose predecessor is dropped), so a replica takes about twice as much on disk.
 */
export function openReplicaLog(
  directory: string,
  name: string,
  limit = 4 * 1024 * 1024,
  now: () => number = Date.now,
): ReplicaLog {
  const file = path.join(directory, `${name}.log`)
  let segments: Segment[] | undefined
  let endsLine = true
  let lastIndexed = 0
  let closed = false
  let queue: Promise<unknown> = Promise.resolve()
  let pending: Uint8Array[] = []
  let pendingSize = 0
  let dropped = 0
  let writing: Promise<void> | undefined
  const waiting = new Set<() => void>()

  /** One file operation at a time: a reader never sees a file that is just being put aside. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = queue.then(task)
    queue = result.catch(() => undefined)
    return result
  }

  async function load(): Promise<Segment[]> {
    if (segments) return segments
    await mkdir(directory, { recursive: true })
    const older = await sizeOf(`${file}.1`)
    const size = await sizeOf(file)
    segments = [
      ...(older > 0 ? [{ file: `${file}.1`, base: 0, size: older }] : []),
      { file, base: older, size },
    ]
    endsLine = size === 0 || (await byteAt(file, size - 1)) === newline
    return segments
  }

  async function rotate(current: Segment): Promise<void> {
    await rename(file, `${file}.1`)
    await rename(`${file}.index`, `${file}.1.index`).catch(() => rm(`${file}.1.index`, { force: true }))
    segments = [
      { ...current, file: `${file}.1` },
      { file, base: current.base + current.size, size: 0 },
    ]
    lastIndexed = 0
  }

  async function write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0 || closed) return
    let current = lastOf(await load())
    const full = current.size > 0 && current.size + bytes.length > limit
    if (full && (endsLine || current.size > 2 * limit)) {
      await rotate(current)
      current = lastOf(segments ?? [])
    }
    const time = now()
    if (endsLine && time - lastIndexed >= indexResolutionMilliseconds) {
      const entry = Buffer.alloc(indexEntrySize)
      entry.writeDoubleLE(time, 0)
      entry.writeDoubleLE(current.size, 8)
      await appendTo(`${file}.index`, entry)
      lastIndexed = time
    }
    await appendTo(file, bytes)
    current.size += bytes.length
    endsLine = bytes[bytes.length - 1] === newline
    for (const wake of waiting) wake()
  }

  async function startOf({ since, tailLines }: ReadOptions): Promise<number> {
    const parts = await load()
    const end = endOf(parts)
    const tail = tailLines === undefined ? 0 : await tailStart(parts, tailLines)
    const sinceStart = since === undefined ? 0 : await indexedStart(parts, now() - since)
    return Math.min(end, Math.max(parts[0]?.base ?? 0, tail, sinceStart))
  }

  async function readAt(position: number): Promise<{ bytes: Uint8Array; next: number } | undefined> {
    const parts = await load()
    const from = Math.max(position, parts[0]?.base ?? 0)
    const part = parts.find((segment) => from < segment.base + segment.size)
    if (!part) return undefined
    const length = Math.min(readSize, part.base + part.size - from)
    const bytes = await bytesOf(part.file, from - part.base, length)
    return { bytes, next: from + bytes.length }
  }

  /** A process that prints faster than the disk takes it loses output, and the log says how much. */
  function append(bytes: Uint8Array): Promise<void> {
    if (pendingSize + bytes.length > 2 * limit) dropped += bytes.length
    else {
      pending.push(bytes)
      pendingSize += bytes.length
    }
    writing ??= inTurn(() => {
      const note =
        dropped > 0 ? [Buffer.from(`\n(${dropped} bytes of output came too fast and were left out)\n`)] : []
      const batch = Buffer.concat([...pending, ...note])
      pending = []
      pendingSize = 0
      dropped = 0
      writing = undefined
      return write(batch)
    })
    return writing
  }

  function close() {
    closed = true
    for (const wake of waiting) wake()
  }

  return {
    append,

    read(options) {
      let position: number | undefined
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            position ??= await inTurn(() => startOf(options))
            for (;;) {
              if (options.signal.aborted) return controller.close()
              const from = position
              const part = await inTurn(() => readAt(from))
              if (part) {
                position = part.next
                controller.enqueue(part.bytes)
                return
              }
              if (!options.follow || closed) return controller.close()
              await changed(waiting, options.signal, () => endOf(segments ?? []) > from || closed)
            }
          },
        },
        { highWaterMark: 0 },
      )
    },

    close,

    async remove() {
      close()
      await inTurn(() =>
        Promise.all(
          [file, `${file}.1`].flatMap((part) => [
            rm(part, { force: true }),
            rm(`${part}.index`, { force: true }),
          ]),
        ),
      )
    },
  }

  async function tailStart(parts: Segment[], lines: number): Promise<number> {
    const end = endOf(parts)
    if (lines <= 0) return end
    let seen = 0
    for (const part of parts.toReversed()) {
      for (let high = part.size; high > 0; high -= readSize) {
        const low = Math.max(0, high - readSize)
        const bytes = await bytesOf(part.file, low, high - low)
        for (let i = bytes.length - 1; i >= 0; i -= 1) {
          const at = part.base + low + i
          // The newline that ends the last line starts no line.
          if (bytes[i] !== newline || at === end - 1) continue
          if ((seen += 1) === lines) return at + 1
        }
      }
    }
    return 0
  }

  async function indexedStart(parts: Segment[], time: number): Promise<number> {
    for (const part of parts) {
      const index = `${part.file}.index`
      const size = await sizeOf(index)
      const entries = Buffer.from(size > 0 ? await bytesOf(index, 0, size) : [])
      for (let at = 0; at + indexEntrySize <= entries.length; at += indexEntrySize) {
        if (entries.readDoubleLE(at) >= time - indexResolutionMilliseconds) {
          return part.base + entries.readDoubleLE(at + 8)
        }
      }
    }
    return endOf(parts)
  }
}

function changed(waiting: Set<() => void>, signal: AbortSignal, already: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      waiting.delete(done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    waiting.add(done)
    signal.addEventListener('abort', done)
    if (signal.aborted || already()) done()
  })
}

function lastOf(segments: Segment[]): Segment {
  const last = segments.at(-1)
  if (!last) throw new Error('A log always has a current file')
  return last
}

function endOf(segments: Segment[]): number {
  const last = segments.at(-1)
  return last ? last.base + last.size : 0
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined)
  return found?.size ?? 0
}

async function byteAt(file: string, position: number): Promise<number | undefined> {
  return (await bytesOf(file, position, 1))[0]
}

async function bytesOf(file: string, position: number, length: number): Promise<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function appendTo(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'a')
  try {
    await handle.writeFile(bytes)
  } finally {
    await handle.close()
  }
}
