// Gives Python functions the nuclio-sdk package. Nothing outside Node is imported here: a fresh clone has no packages yet.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The release of nuclio-sdk that every Python function can import. */
const sdkVersion = '0.6.3'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where the environment is made when nobody names another place. */
export const pythonEnvironment = join(root, '.cache', 'python')

/**
 * Makes the environment that Python functions share, unless it is there already. Never throws: without it the other
 * runtimes work, and Python functions say what is missing.
 * @param {{ directory?: string, python?: string, say?: (sentence: string) => void }} [options]
 * @returns {Promise<string | undefined>} the environment's folder, or undefined when there is none
 */
export async function preparePython({ directory = pythonEnvironment, python = 'python3', say = print } = {}) {
  if (isPrepared(directory)) return directory
  const interpreter = await run(python, ['-c', 'import sys; print(sys.executable)'])
  if (!interpreter.ok) {
    say('Python functions will not run: python3 was not found on this machine.')
    return undefined
  }
  say('preparing Python …')
  const draft = `${directory}.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  try {
    const executable = interpreter.output.trim()
    const problem = await fill(draft, executable)
    if (problem !== undefined) {
      say(
        `Python functions will run without the nuclio-sdk package, because it could not be installed: ${problem}`,
      )
      return undefined
    }
    writeFileSync(join(draft, stampName), JSON.stringify({ sdkVersion, executable }))
    rmSync(directory, { recursive: true, force: true })
    renameSync(draft, directory)
    return directory
  } catch (error) {
    say(
      `Python functions will run without the nuclio-sdk package: ${error instanceof Error ? error.message : error}`,
    )
    return undefined
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

const stampName = 'environment.json'

/** Installs the package into a virtual environment, or beside it where Python comes without `ensurepip`. */
async function fill(directory, executable) {
  const wanted = `nuclio-sdk==${sdkVersion}`
  const install = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--no-deps',
    '--retries',
    '1',
    '--timeout',
    '20',
    wanted,
  ]
  const whole = await run(executable, ['-m', 'venv', directory])
  if (whole.ok) {
    const installed = await run(join(directory, 'bin', 'python'), install)
    return installed.ok ? undefined : lastLine(installed.output)
  }
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const installed = await run(executable, [...install, '--target', join(directory, 'packages')])
  return installed.ok ? undefined : lastLine(installed.output)
}

/** Without starting a process, because this runs at every start. */
function isPrepared(directory) {
  try {
    const stamp = JSON.parse(readFileSync(join(directory, stampName), 'utf8'))
    if (stamp.sdkVersion !== sdkVersion) return false
    const own = join(directory, 'bin', 'python')
    // An upgrade of the machine's Python leaves a link to nothing behind.
    return existsSync(join(directory, 'packages')) ? existsSync(stamp.executable) : realpathSync(own) !== ''
  } catch {
    return false
  }
}

function run(command, args) {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 300_000, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: error === null ? stdout : `${stdout}${stderr}` || error.message })
    })
  })
}

function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? ''
}

function print(sentence) {
  console.log(sentence)
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await preparePython()
}
