import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { BuildError } from '../../runtimes/runtime'
import type { Named } from '../platform'

const safePart = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const buildPrefix = 'build-'

/** The folder with everything that one function has on disk. Throws for a name that could lead elsewhere. */
export function functionFolder(dataDirectory: string, { namespace, name }: Named): string {
  for (const part of [namespace, name]) {
    if (!safePart.test(part)) throw new Error(`"${part}" cannot be the name of a folder`)
  }
  return path.join(dataDirectory, 'functions', namespace, name)
}

/** Name of the folder in which a generation of the function is built. */
export function buildFolderName(generation: number): string {
  return `${buildPrefix}${generation}`
}

/** Makes an empty folder for a build and puts the source into it. Throws {@link BuildError} for a handler that leads out of it. */
export async function writeSource(directory: string, sourceFile: string, base64: string): Promise<void> {
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  const file = path.resolve(directory, sourceFile)
  const inside = path.relative(directory, file)
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside) || inside.includes('\0')) {
    throw new BuildError(
      `The handler names the file ${sourceFile}, which is outside of the function's folder`,
    )
  }
  await mkdir(path.dirname(file), { recursive: true })
  const text = Buffer.from(base64, 'base64').toString('utf8').replaceAll('\r\n', '\n')
  await writeFile(file, text)
}

/** Removes every build but the one that is in use. */
export async function removeOtherBuilds(folder: string, keep: string | undefined): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const stale = names.filter((name) => name.startsWith(buildPrefix) && name !== keep)
  await Promise.all(stale.map((name) => removeFolder(path.join(folder, name))))
}

/** Removes folders of functions that no record knows, which a killed server may have left. */
export async function removeOrphans(dataDirectory: string, known: Named[]): Promise<void> {
  const root = path.join(dataDirectory, 'functions')
  const keep = new Set(known.map(({ namespace, name }) => path.join(namespace, name)))
  for (const namespace of await readdir(root).catch(() => [])) {
    for (const name of await readdir(path.join(root, namespace)).catch(() => [])) {
      if (!keep.has(path.join(namespace, name))) await removeFolder(path.join(root, namespace, name))
    }
  }
}

/** Removes a folder that a process, just ended, may still have been writing to. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}
