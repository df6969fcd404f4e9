// Shared by the start and test scripts. Nothing outside Node is imported here: a fresh clone has no packages yet.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's root. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/**
 * Runs a command in the checkout with its output shown.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 1 when it could not be started or was ended by a signal
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Ends with a sentence when this Node is older than package.json asks for. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Installs the locked packages unless node_modules already holds exactly them. */
export async function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.installed-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('installing packages …')
  const code = await run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) {
    console.error('The packages could not be installed; the lines above say why.')
    process.exit(code)
  }
  writeFileSync(stamp, lock)
}

/** What the two builds are made from; a change in any of it makes them stale. */
const sources = [
  'src',
  'backend',
  'public',
  'index.html',
  'vite.config.ts',
  'postcss.config.cjs',
  'tsconfig.json',
  'openapi.yaml',
  'package-lock.json',
]

function fingerprint() {
  const hash = createHash('sha256')
  const visit = (path) => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return
    if (stats.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name))
      return
    }
    if (/\.test\.tsx?$/.test(path)) return
    hash.update(`${path.slice(root.length)} ${stats.size} ${stats.mtimeMs}\n`)
  }
  for (const source of sources) visit(join(root, source))
  return hash.digest('hex')
}

/** Vite's command, to be run with this Node. */
export const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

/**
 * Builds the server alone.
 * @returns {Promise<number>} the exit code
 */
export function buildServer() {
  const target = ['--ssr', 'backend/main.ts', '--outDir', 'build']
  return run(process.execPath, [vite, 'build', ...target, '--logLevel', 'warn'])
}

/** Builds pages and server unless both are there and nothing they are made from has changed since. */
export async function buildWhenStale() {
  const stamp = join(root, '.cache', 'build-fingerprint')
  const now = fingerprint()
  const built = existsSync(join(root, 'dist', 'index.html')) && existsSync(join(root, 'build', 'server.js'))
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  console.log('building …')
  const codes = await Promise.all([
    run(process.execPath, [vite, 'build', '--logLevel', 'warn']),
    buildServer(),
  ])
  const failed = codes.find((code) => code !== 0)
  if (failed !== undefined) {
    console.error('The build failed; the lines above say why.')
    process.exit(failed)
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}
