import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { runTool } from './build-commands'
import { buildFolder } from './environment'
import type { PythonInterpreter } from './python-interpreter'
import type { BuildOptions } from './runtime'

/** Where a function's own Python environment is, if its build needed one. */
export function ownPythonEnvironment(directory: string): string {
  return join(directory, buildFolder, 'python')
}

/** The function's own interpreter when there is one, otherwise the one that all share. */
export function functionPython(directory: string, interpreter: PythonInterpreter): string {
  const own = join(ownPythonEnvironment(directory), 'bin', 'python')
  return existsSync(own) ? own : interpreter.executable
}

/**
 * Makes a function's own environment. Installing pip into it would take seconds, so it sees the pip and the SDK of the
 * environment that all functions share; what it installs itself comes before them.
 */
export async function makePythonEnvironment(
  { directory, onLog, signal }: BuildOptions,
  interpreter: PythonInterpreter,
  env: Record<string, string>,
): Promise<void> {
  const home = ownPythonEnvironment(directory)
  const withoutPip = interpreter.pip === undefined ? [] : ['--without-pip']
  await runTool({
    words: "Making the function's Python environment",
    command: interpreter.executable,
    args: ['-m', 'venv', ...withoutPip, home],
    directory,
    env,
    signal,
    onLog,
  })
  const shared = [...new Set([interpreter.sdk, interpreter.pip])].filter((folder) => folder !== undefined)
  for (const version of await readdir(join(home, 'lib'))) {
    await writeFile(
      join(home, 'lib', version, 'site-packages', 'nuclio-shared.pth'),
      `${shared.join('\n')}\n`,
    )
  }
  if (interpreter.pip === undefined) return
  await mkdir(join(home, 'bin'), { recursive: true })
  for (const name of ['pip', 'pip3']) {
    const shim = join(home, 'bin', name)
    // Not by its path in the first line, which a system limits in length and which cannot hold spaces.
    await writeFile(shim, '#!/bin/sh\nexec "$(dirname "$0")/python" -m pip "$@"\n')
    await chmod(shim, 0o755)
  }
}
