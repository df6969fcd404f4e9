// Where the browser of the end-to-end tests comes from: the machine's own, else Debian's package, else Playwright's download.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { root, run } from './setup.mjs'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const found = () => places.find((place) => place && existsSync(place))

/**
 * Finds a Chromium or installs one.
 * @returns {Promise<string | undefined>} its path; undefined when Playwright's own download is to be used
 */
export async function findChromium() {
  const there = found()
  if (there) return there
  if (existsSync('/usr/bin/apt-get')) {
    if (process.getuid?.() !== 0) {
      console.error('No Chromium was found. Install it with: sudo apt-get install chromium')
      process.exit(1)
    }
    console.log('installing chromium …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env })
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const installed = found()
    if (installed) return installed
  }
  const code = await run(process.execPath, [
    join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'install',
    'chromium',
  ])
  if (code !== 0) {
    console.error('No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH.')
    process.exit(1)
  }
  return undefined
}
