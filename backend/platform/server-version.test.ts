import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readServerVersion } from './server-version'

const commit = '0123456789abcdef0123456789abcdef01234567'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'version-'))
  await writeFile(join(root, 'package.json'), '{"version": "1.2.3"}')
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function git(file: string, content: string) {
  const path = join(root, '.git', file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

describe('readServerVersion', () => {
  it('does without a checkout', async () => {
    expect(await readServerVersion(root)).toEqual({ version: '1.2.3', gitCommit: undefined })
  })

  it('finds the commit of a branch', async () => {
    await git('HEAD', 'ref: refs/heads/feature/one\n')
    await git('packed-refs', `# pack-refs with: peeled\n${commit} refs/heads/feature/one\n`)
    expect((await readServerVersion(root)).gitCommit).toBe(commit)
    await git('refs/heads/feature/one', `${commit.replace('0', 'f')}\n`)
    expect((await readServerVersion(root)).gitCommit).toBe(commit.replace('0', 'f'))
  })

  it('finds the commit of a detached head', async () => {
    await git('HEAD', `${commit}\n`)
    expect((await readServerVersion(root)).gitCommit).toBe(commit)
  })
})
