// `npm run build`: pages into dist/, server into build/; nothing is done twice.
import { buildWhenStale, installPackages, requireNode } from './setup.mjs'

requireNode()
await installPackages()
await buildWhenStale()
