import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { createApp, type Upstream } from './http/app'
import { loadContract } from './http/contract'
import { startServer, type RunningServer } from './http/server'
import { readSettings, SettingsError, type Settings } from './http/settings'
import { createEmbeddedPlatform } from './platform/embedded'
import type { Platform } from './platform/platform'

/** The checkout: beside the bundle's folder (`build/server.js`), or where the process was started. */
function findRoot(): string {
  const besideBundle = dirname(dirname(fileURLToPath(import.meta.url)))
  return (
    [besideBundle, process.cwd()].find((folder) => existsSync(join(folder, 'openapi.yaml'))) ?? process.cwd()
  )
}

async function start(settings: Settings): Promise<{ server: RunningServer; platform?: Platform }> {
  const log = pino({ level: settings.logLevel, base: null }, pino.destination({ dest: 2, sync: true }))
  const root = findRoot()
  const platform = settings.nuclioDashboardUrl ? undefined : await openPlatform(settings, root, log)
  try {
    const upstream: Upstream = platform
      ? { kind: 'embedded', platform, contract: loadContract(join(root, 'openapi.yaml')) }
      : { kind: 'proxy', target: settings.nuclioDashboardUrl as URL }
    const app = createApp({
      upstream,
      staticDirectory: join(root, 'dist'),
      allowedHosts: settings.allowedHosts,
      allowedOrigins: settings.allowedOrigins,
      canonicalHost: settings.host.includes(':') ? '[::1]' : '127.0.0.1',
      testControls: settings.testControls,
      dialect: settings.dialect,
      log,
    })
    const server = await startServer(app.fetch, {
      host: settings.host,
      port: settings.port,
      nextWhenTaken: !settings.portChosen,
      skip: [settings.gatewayPort],
    })
    return { server, platform }
  } catch (error) {
    await platform?.close()
    throw error
  }
}

function openPlatform(settings: Settings, root: string, log: pino.Logger): Promise<Platform> {
  return createEmbeddedPlatform({
    dataDirectory: settings.dataDirectory,
    assetsDirectory: root,
    pythonEnvironment: join(root, '.cache', 'python'),
    namespaces: settings.namespaces,
    functionHost: '127.0.0.1',
    gatewayPort: {
      port: settings.gatewayPort,
      nextWhenTaken: !settings.gatewayPortChosen,
      skip: [settings.port],
    },
    log,
  })
}

/** One sentence for what keeps the server from starting. */
function startProblem(error: unknown, settings: Settings): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as NodeJS.ErrnoException
  const place = `${settings.host}:${settings.port}`
  if (code === 'EADDRINUSE')
    return `${place} is taken by another program. Choose another PORT, or PORT=0 for any free one`
  if (code === 'EACCES') return `This account may not listen on ${place}. Choose a PORT above 1023`
  if (code === 'EADDRNOTAVAIL') return `HOST=${settings.host} is no address of this machine`
  return error.message
}

/** The first signal stops the functions and closes the store, a second one ends the process at once. */
function stopOnSignals(server: RunningServer, platform: Platform | undefined): void {
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(130)
    stopping = true
    try {
      await Promise.all([server.close(), platform?.close()])
      process.exit(0)
    } catch (error) {
      process.stderr.write(
        `The server did not stop cleanly: ${error instanceof Error ? error.message : String(error)}\n`,
      )
      process.exit(1)
    }
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

async function main(): Promise<void> {
  let settings: Settings
  try {
    settings = readSettings(process.env, process.cwd())
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
  try {
    const { server, platform } = await start(settings)
    stopOnSignals(server, platform)
    process.stdout.write(`ready on ${server.url}\n`)
  } catch (error) {
    process.stderr.write(`The server could not start: ${startProblem(error, settings)}\n`)
    process.exit(1)
  }
}

await main()
