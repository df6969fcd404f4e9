import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The Python that runs functions on this machine. */
export interface PythonInterpreter {
  executable: string
  /** E.g. `3.11.7`. */
  version: string
  /** The folder that holds the nuclio-sdk package, when there is one. */
  sdk?: string
  /** The folder that holds pip, when there is one. */
  pip?: string
}

const question = `
import importlib.util, json, os, platform, sys
def home(name):
    found = importlib.util.find_spec(name)
    return os.path.dirname(os.path.dirname(found.origin)) if found and found.origin else None
print(json.dumps([sys.executable, platform.python_version(), home("nuclio_sdk"), home("pip")]))
`

/**
 * Asks the prepared environment's Python what it is, or the machine's `python3` when there is no environment or it has none of
 * its own. Undefined when there is no Python at all.
 */
export async function findPython(environment: string | undefined): Promise<PythonInterpreter | undefined> {
  const own = environment && join(environment, 'bin', 'python')
  const packages = environment && join(environment, 'packages')
  const env = packages && existsSync(packages) ? { ...process.env, PYTHONPATH: packages } : process.env
  const candidates = own && existsSync(own) ? [own, 'python3'] : ['python3']
  for (const candidate of candidates) {
    const answer = await ask(candidate, env)
    if (answer) return answer
  }
  return undefined
}

function ask(command: string, env: NodeJS.ProcessEnv): Promise<PythonInterpreter | undefined> {
  return new Promise((resolve) => {
    execFile(command, ['-c', question], { env, timeout: 60_000 }, (error, stdout) => {
      if (error) return resolve(undefined)
      const [executable, version, sdk, pip] = JSON.parse(stdout) as [string, string, ...(string | null)[]]
      resolve({ executable, version, sdk: sdk ?? undefined, pip: pip ?? undefined })
    })
  })
}
