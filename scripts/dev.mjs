// `npm run dev`: Vite with hot reload for the pages, and the server behind it, rebuilt and restarted when its code changes.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'

import { preparePython } from './prepare-python.mjs'
import { buildServer, installPackages, requireNode, root, vite } from './setup.mjs'

requireNode()
await installPackages()
if (!process.env.NUCLIO_DASHBOARD_URL) await preparePython()

const port = process.env.PORT ?? '8090'
let server

function startServer() {
  server = spawn(process.execPath, [join(root, 'build', 'server.js')], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT: port,
      ALLOWED_ORIGINS: 'http://127.0.0.1:5173',
      ALLOWED_HOSTS: '127.0.0.1:5173',
    },
  })
}

if ((await buildServer()) !== 0) process.exit(1)
startServer()

let pending
for (const folder of ['backend', 'src/domain']) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (file?.includes('.test.')) return
    clearTimeout(pending)
    pending = setTimeout(async () => {
      if ((await buildServer()) !== 0) return
      // One that could not start has ended already.
      if (server.exitCode !== null || server.signalCode !== null) return startServer()
      server.once('exit', startServer)
      server.kill('SIGTERM')
    }, 200)
  })
}

const pages = spawn(process.execPath, [vite], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, DEV_API_URL: `http://127.0.0.1:${port}` },
})
const stop = () => {
  pages.kill('SIGTERM')
  server.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
pages.on('exit', () => {
  server.kill('SIGTERM')
  process.exit(0)
})
