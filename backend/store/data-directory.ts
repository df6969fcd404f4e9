import { createClient } from '@libsql/client'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Why a server cannot work on a data folder, in words for the person who started it. */
export class DataDirectoryError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DataDirectoryError'
  }
}

export interface DataDirectoryLock {
  release(): Promise<void>
}

/** The URL that the database driver takes for a file, whatever characters its path has. */
export function databaseUrl(directory: string, file: string): string {
  return pathToFileURL(join(directory, file)).href
}

/** The driver's code of a failure (`SQLITE_BUSY`, …), empty when it has none. */
export function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const ownerFile = 'server.json'
const lockFile = 'lock.db'

/**
 * Creates the folder when it is missing and keeps other servers out until `release`.
 *
 * The operating system holds the lock (an open transaction on a database of its own), so a killed server leaves none behind
 * and a process id that was given to somebody else, or that lives in another container, misleads nobody. `server.json` only
 * names the holder. Throws {@link DataDirectoryError} when another server is at work or the folder cannot be written.
 */
export async function lockDataDirectory(directory: string): Promise<DataDirectoryLock> {
  await makeWritable(directory)
  const client = openLockDatabase(directory)
  const transaction = await client.transaction('write').catch(async (error: unknown) => {
    client.close()
    if (sqliteCode(error).startsWith('SQLITE_BUSY')) throw await inUse(directory, error)
    throw cannotWrite(directory, error)
  })
  const owner = join(directory, ownerFile)
  const release = async () => {
    // The name goes first: once the lock is free, the file belongs to the next server.
    await rm(owner, { force: true })
    if (!transaction.closed) await transaction.rollback()
    client.close()
  }
  try {
    await writeFile(owner, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }) + '\n')
  } catch (error) {
    await release()
    throw cannotWrite(directory, error)
  }
  return { release }
}

async function makeWritable(directory: string): Promise<void> {
  const probe = join(directory, `.writable-${process.pid}`)
  try {
    // Only for its owner: sources and environment values of functions are secrets.
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    throw cannotWrite(directory, error)
  }
}

function openLockDatabase(directory: string) {
  try {
    return createClient({ url: databaseUrl(directory, lockFile), concurrency: 1 })
  } catch (error) {
    throw cannotWrite(directory, error)
  }
}

function cannotWrite(directory: string, cause: unknown): DataDirectoryError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new DataDirectoryError(
    `The data folder ${directory} cannot be used: ${why}. Give this user the right to write there, or choose another folder with DATA_DIR.`,
    { cause },
  )
}

async function inUse(directory: string, cause: unknown): Promise<DataDirectoryError> {
  const pid = await holder(directory)
  const who = pid === undefined ? 'another server' : `another server (process ${pid})`
  return new DataDirectoryError(
    `The data folder ${directory} is in use by ${who}. Stop that server, or choose another folder with DATA_DIR.`,
    { cause },
  )
}

async function holder(directory: string): Promise<number | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(join(directory, ownerFile), 'utf8'))
    if (typeof content !== 'object' || content === null || !('pid' in content)) return undefined
    return typeof content.pid === 'number' ? content.pid : undefined
  } catch {
    // The holder is between taking the lock and writing its name: the message does without.
    return undefined
  }
}
