import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface ServerVersion {
  /** As in package.json. */
  version: string
  /** Absent where there is no git checkout. */
  gitCommit?: string
}

/** Which version of this server lies in a folder: its root, with package.json and perhaps a git checkout. */
export async function readServerVersion(root: string): Promise<ServerVersion> {
  const content: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const version =
    typeof content === 'object' && content !== null && 'version' in content ? String(content.version) : ''
  return { version, gitCommit: await headCommit(join(root, '.git')) }
}

async function headCommit(gitDirectory: string): Promise<string | undefined> {
  const head = await readIfThere(join(gitDirectory, 'HEAD'))
  const branch = /^ref: (refs\/[^\s]+)$/m.exec(head)?.[1]
  if (branch === undefined) return commitIn(head)
  const loose = commitIn(await readIfThere(join(gitDirectory, branch)))
  if (loose !== undefined) return loose
  const packed = await readIfThere(join(gitDirectory, 'packed-refs'))
  return commitIn(packed.split('\n').find((line) => line.endsWith(` ${branch}`)) ?? '')
}

function commitIn(text: string): string | undefined {
  return /^[0-9a-f]{40,64}\b/.exec(text)?.[0]
}

/** Empty for a missing file, and for a checkout that keeps its `.git` elsewhere. */
async function readIfThere(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}
