// `npm start`: everything that a fresh clone needs, then the server itself in this very process,
// so that ending this process in any way ends the server and every function with it.
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

import { preparePython } from './prepare-python.mjs'
import { buildWhenStale, installPackages, requireNode, root } from './setup.mjs'

requireNode()
await installPackages()
// A proxy to a real Nuclio runs no functions here.
if (!process.env.NUCLIO_DASHBOARD_URL) await preparePython()
await buildWhenStale()
await import(pathToFileURL(join(root, 'build', 'server.js')).href)
