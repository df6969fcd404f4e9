// Where the browsers of the end-to-end tests come from: the machine's own, else Debian's packages, else Playwright's download.
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
    await installPackage('chromium')
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

/**
 * Finds the browser without a window, which takes a fifth less time for the same pages but has no viewer for PDF and no profile of its
 * own; installs it where that needs nobody.
 * @returns {Promise<string | undefined>} its path; undefined when the other one has to do
 */
export async function findHeadlessShell() {
  const path = process.env.HEADLESS_SHELL_PATH ?? '/usr/bin/chromium-headless-shell'
  if (existsSync(path)) return path
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0)
    await installPackage('chromium-headless-shell')
  return existsSync(path) ? path : undefined
}

async function installPackage(name) {
  console.log(`installing ${name} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  await run('apt-get', ['install', '-y', '-qq', name], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}
