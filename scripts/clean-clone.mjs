// `npm run test:slow`: what takes its time. What a newcomer does: clones the last commit into an empty folder, runs `npm start` there,
// walks the headline journeys against it in a browser, and starts it a second time. Then a hundred cuts of log streams, a hundred
// thousand records of a stream, and whether the end of a lag is foretold.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findChromium } from './find-chromium.mjs'
import { buildWhenStale, installPackages, root, run } from './setup.mjs'

await installPackages()
await buildWhenStale()
const chromium = await findChromium()
const folder = mkdtempSync(join(tmpdir(), 'nuclio-dashboard-clone-'))
const clone = join(folder, 'clone')
let failed = (await run('git', ['clone', '--quiet', root, clone])) !== 0

/** Starts the clone and resolves with its address and how long that took. */
function start() {
  const from = Date.now()
  const child = spawn('npm', ['start'], {
    cwd: clone,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', GATEWAY_PORT: '0' },
    detached: true,
  })
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      output += chunk
      const ready = /^ready on (\S+)$/m.exec(output)
      if (ready) resolve({ url: ready[1], seconds: (Date.now() - from) / 1000, stop: () => stop(child) })
    })
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)))
  })
}

/** Ctrl-C: the signal goes to npm and everything below it. */
function stop(child) {
  return new Promise((resolve) => {
    child.once('exit', resolve)
    process.kill(-child.pid, 'SIGINT')
  })
}

try {
  const first = await start()
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const code = await run(
    process.execPath,
    [playwright, 'test', 'e2e/headline.spec.ts', '--project=documented', '--workers=1'],
    {
      env: { ...process.env, DASHBOARD_URL: first.url, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) },
    },
  )
  await first.stop()
  const cuts = await run(
    process.execPath,
    [
      ...[playwright, 'test', 'e2e/logs-cuts.spec.ts'],
      ...['--project=documented', '--workers=1', '--timeout=900000'],
    ],
    {
      env: {
        ...process.env,
        LOG_CUTS: '100',
        ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
      },
    },
  )
  failed ||= cuts !== 0
  const second = await start()
  await second.stop()
  // The short form of it is among the unit and contract tests.
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const streams = await run(process.execPath, [vitest, 'run', 'e2e/contract/stream'], {
    env: { ...process.env, STREAM_RECORDS: '100000' },
  })
  console.log(`first start ${first.seconds.toFixed(1)} s, second start ${second.seconds.toFixed(1)} s`)
  failed ||= code !== 0 || streams !== 0
} catch (error) {
  console.error(error.message)
  failed = true
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
process.exit(failed ? 1 : 0)
