import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataDirectoryError, lockDataDirectory } from './data-directory'

let parent: string
beforeEach(async () => (parent = await mkdtemp(join(tmpdir(), 'data-directory-'))))
afterEach(() => rm(parent, { recursive: true, force: true }))

describe('lockDataDirectory', () => {
  it('makes a folder that only its owner can read, whatever characters its path has', async () => {
    const directory = join(parent, 'my data', '100% ?&#')
    const lock = await lockDataDirectory(directory)
    expect((await stat(directory)).mode & 0o077).toBe(0)
    await lock.release()
  })

  it('keeps a second server out and names the first', async () => {
    const lock = await lockDataDirectory(parent)
    const refusal = lockDataDirectory(parent)
    await expect(refusal).rejects.toThrow(DataDirectoryError)
    await expect(refusal).rejects.toThrow(`in use by another server (process ${process.pid})`)
    await lock.release()
  })

  it('lets the next server in after a release', async () => {
    await (await lockDataDirectory(parent)).release()
    await (await lockDataDirectory(parent)).release()
  })

  it('takes over from a server that was killed, even when its process id lives again', async () => {
    await writeFile(join(parent, 'server.json'), JSON.stringify({ pid: process.ppid, since: 'long ago' }))
    const lock = await lockDataDirectory(parent)
    expect(JSON.parse(await readFile(join(parent, 'server.json'), 'utf8'))).toMatchObject({
      pid: process.pid,
    })
    await lock.release()
  })

  it('says so when the folder cannot be made', async () => {
    const file = join(parent, 'a-file')
    await writeFile(file, '')
    await expect(lockDataDirectory(join(file, 'data'))).rejects.toThrow(/cannot be used: .*DATA_DIR/s)
  })
})
