// The web server that a Nuclio dashboard stands behind: the machine's own, else Debian's package. Some tests need it.
import { existsSync } from 'node:fs'

import { run } from './setup.mjs'

const places = [
  process.env.NGINX_PATH,
  '/usr/sbin/nginx',
  '/usr/local/bin/nginx',
  '/opt/homebrew/bin/nginx',
  '/usr/bin/nginx',
]

const found = () => places.find((place) => place && existsSync(place))

/**
 * Finds an nginx or installs one.
 * @returns {Promise<string | undefined>} its path; undefined where there is none and it cannot be installed
 */
export async function findNginx() {
  const there = found()
  if (there) return there
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('installing nginx …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] }
    await run('apt-get', ['update', '-qq'], quiet)
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light'], quiet)
  }
  if (!found())
    console.log(
      'No nginx was found, so what is said of proxies is not tested. Install one, or set NGINX_PATH.',
    )
  return found()
}
