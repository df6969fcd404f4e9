import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { root } from '../scripts/setup.mjs'

const startLimit = 60_000

/**
 * Starts the built server on a free port of loopback, with a data folder of its own and test controls.
 * @returns {Promise<{ url: string, seed: (count: number, project: string) => Promise<void>, stop: () => Promise<void> }>}
 */
export async function startServer() {
  const data = await mkdtemp(join(tmpdir(), 'nuclio-dashboard-bench-'))
  const child = spawn(process.execPath, [join(root, 'build', 'server.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      GATEWAY_PORT: '0',
      DATA_DIR: data,
      TEST_CONTROLS: '1',
      NUCLIO_DASHBOARD_URL: '',
    },
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
  let output = ''
  const url = await new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`the server was not ready:\n${output}`)), startLimit)
    const read = (chunk) => {
      output = (output + chunk.toString()).slice(-20_000)
      const ready = /^ready on (\S+)$/m.exec(output)
      if (!ready) return
      clearTimeout(limit)
      resolve(ready[1].replace(/\/$/, ''))
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)))
  }).catch(async (error) => {
    await stop()
    throw error
  })
  const seed = async (count, project) => {
    const answer = await fetch(`${url}/test-controls/seed`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ count, project }),
    })
    if (!answer.ok) throw new Error(`seeding was answered ${answer.status}: ${await answer.text()}`)
  }
  return { url, seed, stop }
}

/**
 * Deploys a function of Node.js into the default project and waits until it is ready.
 * @param {string} url of the server
 * @param {string} name
 * @param {string} source
 */
export async function deployNode(url, name, source) {
  const answer = await fetch(`${url}/api/functions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-nuclio-wait-function-action': 'true' },
    body: JSON.stringify({
      metadata: { name, namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'default' } },
      spec: {
        runtime: 'nodejs',
        handler: 'main:handler',
        build: { functionSourceCode: Buffer.from(source).toString('base64') },
      },
    }),
  })
  if (!answer.ok) throw new Error(`the function was answered ${answer.status}: ${await answer.text()}`)
  const deployed = await fetch(`${url}/api/functions/${name}`, {
    headers: { 'x-nuclio-function-namespace': 'nuclio' },
  })
  const { status } = await deployed.json()
  if (status.state !== 'ready') throw new Error(`the function is ${status.state}: ${status.message}`)
}
