// `npm run check`: every static check, two at a time; `npm test` runs the same list.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { root } from './setup.mjs'

const bin = (name) => join(root, 'node_modules', '.bin', name)

/** Name, command and arguments; the slow ones first, so that two cores stay busy. */
const checks = [
  ['lint', bin('eslint'), ['--max-warnings', '0', '.']],
  ['types of src', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types of backend, e2e and scripts', bin('tsc'), ['-p', 'backend/tsconfig.json']],
  ['unused code and dependencies', bin('knip'), ['--no-progress']],
  [
    'import directions',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.js', '--output-type', 'err', 'src', 'backend', 'e2e', 'scripts'],
  ],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['generated files', process.execPath, ['scripts/generate.mjs', '--check']],
]

function runQuietly([name, command, args]) {
  return new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)`)
      if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '      '))
      resolve(code === 0)
    })
  })
}

/**
 * Runs all static checks and prints a line for each, with the output of those that fail.
 * @returns {Promise<number>} how many failed
 */
export async function runChecks() {
  const queue = [...checks]
  let failed = 0
  const worker = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) if (!(await runQuietly(check))) failed += 1
  }
  await Promise.all([worker(), worker()])
  return failed
}

if (process.argv[1] === import.meta.filename) process.exit((await runChecks()) === 0 ? 0 : 1)
