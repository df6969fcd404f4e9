import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
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
  /** Ends early where older bytes are dropped faster than they are read. */
  read(options: ReadOptions): ReadableStream<Uint8Array>
  /**
   * Ends every stream that follows once it has shown what was written, and takes no more. Streams that were begun can be read to
   * their end when it has resolved, even if the files are removed.
   */
  close(): Promise<void>
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
  let readers = 0
  /** The files, kept open for the streams that outlive the log. */
  let held = new Map<string, FileHandle>()

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
    // The first line that begins in these bytes: what comes before is the rest of one that has its place already.
    const lineStart = endsLine ? 0 : bytes.indexOf(newline) + 1 || bytes.length
    if (lineStart < bytes.length && time - lastIndexed >= indexResolutionMilliseconds) {
      const entry = Buffer.alloc(indexEntrySize)
      entry.writeDoubleLE(time, 0)
      entry.writeDoubleLE(current.size + lineStart, 8)
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

  /** Nothing at the end, and where the bytes were dropped before anybody read them. */
  async function readAt(from: number): Promise<{ bytes: Uint8Array; next: number } | undefined> {
    const parts = await load()
    const part = parts.find((segment) => from >= segment.base && from < segment.base + segment.size)
    if (!part) return undefined
    const length = Math.min(readSize, part.base + part.size - from)
    const bytes = await bytesIn(part.file, from - part.base, length)
    // Of files that went before anybody held them, nothing is left to read.
    return bytes.length > 0 ? { bytes, next: from + bytes.length } : undefined
  }

  async function bytesIn(name: string, position: number, length: number): Promise<Uint8Array> {
    const handle = held.get(name)
    if (handle) return readFrom(handle, position, length)
    return bytesOf(name, position, length).catch((error: unknown) => {
      if (closed && isMissing(error)) return new Uint8Array()
      throw error
    })
  }

  async function hold(): Promise<void> {
    if (readers === 0 || held.size > 0) return
    for (const { file: name } of await load()) {
      const handle = await open(name, 'r').catch(() => undefined)
      if (handle) held.set(name, handle)
    }
  }

  async function readerEnded(): Promise<void> {
    readers -= 1
    if (readers > 0) return
    const handles = [...held.values()]
    held = new Map()
    await Promise.all(handles.map((handle) => handle.close()))
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

  async function close(): Promise<void> {
    await writing?.catch(() => undefined)
    closed = true
    await inTurn(hold)
    for (const wake of waiting) wake()
  }

  return {
    append,

    read(options) {
      let position: number | undefined
      let isOver = false
      readers += 1
      const end = async (): Promise<void> => {
        if (isOver) return
        isOver = true
        options.signal.removeEventListener('abort', onAbort)
        await inTurn(readerEnded)
      }
      const onAbort = () => void end()
      options.signal.addEventListener('abort', onAbort)
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            try {
              const bytes = await nextBytes()
              if (bytes) return controller.enqueue(bytes)
              controller.close()
            } catch (error) {
              controller.error(error)
            }
            await end()
          },
          cancel: end,
        },
        { highWaterMark: 0 },
      )

      async function nextBytes(): Promise<Uint8Array | undefined> {
        for (;;) {
          if (options.signal.aborted) return undefined
          const { from, part } = await inTurn(async () => {
            const start = (position ??= await startOf(options))
            return { from: start, part: await readAt(start) }
          })
          if (part) {
            position = part.next
            return part.bytes
          }
          if (!options.follow || closed) return undefined
          // A reader that was too slow is not given what comes after a hole as if there were none.
          if (from < (segments?.[0]?.base ?? 0)) return undefined
          await changed(waiting, options.signal, () => endOf(segments ?? []) > from || closed)
        }
      }
    },

    close,

    async remove() {
      await close()
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
        const bytes = await bytesIn(part.file, low, high - low)
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
      const entries = Buffer.from(size > 0 ? await bytesIn(index, 0, size) : [])
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
    return await readFrom(handle, position, length)
  } finally {
    await handle.close()
  }
}

async function readFrom(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function appendTo(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'a')
  try {
    await handle.writeFile(bytes)
  } finally {
    await handle.close()
  }
}
