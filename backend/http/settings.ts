import { resolve } from 'node:path'
import { isLoopbackHost } from './guards/hosts'
import type { Dialect } from './test-controls/test-controls'

/** Everything that the environment decides. */
export interface Settings {
  host: string
  /** 0 picks a free one. */
  port: number
  /** Whether PORT was given: then a taken port is an error, else the next free one is used. */
  portChosen: boolean
  /** Where the API gateways listen; 0 picks a free one. */
  gatewayPort: number
  /** Whether GATEWAY_PORT was given: then a taken port is an error, else the next free one is used. */
  gatewayPortChosen: boolean
  dataDirectory: string
  /** A Nuclio dashboard to stand in front of; undefined = the embedded platform. */
  nuclioDashboardUrl?: URL
  allowedHosts: string[]
  allowedOrigins: string[]
  namespaces: string[]
  testControls: boolean
  dialect: Dialect
  logLevel: string
}

/** A setting that cannot be used; the message is for the person at the terminal. */
export class SettingsError extends Error {}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** Reads the settings from the environment. Throws `SettingsError` that names the variable and what it may hold. */
export function readSettings(env: Record<string, string | undefined>, currentDirectory: string): Settings {
  const text = (name: string) => env[name]?.trim() ?? ''
  const host = text('HOST') || '127.0.0.1'
  const allowedHosts = list(text('ALLOWED_HOSTS')).map(checkedHost)
  if (!isLoopbackHost(host) && allowedHosts.length === 0) {
    throw new SettingsError(
      `HOST=${host} can be reached from other machines, and whoever reaches this server can run code on this one. ` +
        'Name the hosts under which it may be used in ALLOWED_HOSTS, for example ALLOWED_HOSTS=dashboard.example.com',
    )
  }
  const testControls = flag('TEST_CONTROLS', text('TEST_CONTROLS'))
  return {
    host: host === 'localhost' ? '127.0.0.1' : host.replace(/^\[|\]$/g, ''),
    port: port('PORT', text('PORT'), 8090),
    portChosen: text('PORT') !== '',
    gatewayPort: port('GATEWAY_PORT', text('GATEWAY_PORT'), 8091),
    gatewayPortChosen: text('GATEWAY_PORT') !== '',
    dataDirectory: resolve(currentDirectory, text('DATA_DIR') || '.data'),
    nuclioDashboardUrl: dashboardUrl(text('NUCLIO_DASHBOARD_URL')),
    allowedHosts,
    allowedOrigins: list(text('ALLOWED_ORIGINS')).map(checkedOrigin),
    namespaces: namespaces(text('NAMESPACES')),
    testControls,
    dialect: dialect(text('TEST_DIALECT'), testControls),
    logLevel: oneOf('LOG_LEVEL', text('LOG_LEVEL') || 'warn', logLevels),
  }
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

function port(name: string, text: string, fallback: number): number {
  if (text === '') return fallback
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new SettingsError(`${name}=${text} is no port: give a number from 0 (picks a free one) to 65535`)
}

function flag(name: string, text: string): boolean {
  if (text === '' || text === '0' || text === 'false') return false
  if (text === '1' || text === 'true') return true
  throw new SettingsError(`${name}=${text} is neither 1 nor 0`)
}

function checkedHost(host: string): string {
  if (/^(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i.test(host)) return host.toLowerCase()
  throw new SettingsError(
    `ALLOWED_HOSTS has "${host}", which is no host: give names or addresses, without http://`,
  )
}

function checkedOrigin(origin: string): string {
  if (URL.canParse(origin) && /^https?:\/\//.test(origin) && new URL(origin).pathname === '/')
    return new URL(origin).origin
  throw new SettingsError(
    `ALLOWED_ORIGINS has "${origin}", which is no origin such as https://dashboard.example.com`,
  )
}

function dashboardUrl(text: string): URL | undefined {
  if (text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new SettingsError(
      `NUCLIO_DASHBOARD_URL=${text} is no address such as http://nuclio.example.com:8070`,
    )
  }
  url.search = ''
  url.hash = ''
  return url
}

function namespaces(text: string): string[] {
  const names = list(text)
  const wrong = names.find((name) => !/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(name))
  if (wrong !== undefined) {
    throw new SettingsError(
      `NAMESPACES has "${wrong}": a namespace is lower-case letters, digits and inner dashes, up to 63`,
    )
  }
  return names.length > 0 ? [...new Set(names)] : ['nuclio']
}

function dialect(text: string, testControls: boolean): Dialect {
  if (text === '' || text === 'documented') return 'documented'
  if (text !== 'nuclio') throw new SettingsError(`TEST_DIALECT=${text} is neither documented nor nuclio`)
  if (!testControls) throw new SettingsError('TEST_DIALECT is a test control: it needs TEST_CONTROLS=1')
  return 'nuclio'
}

function oneOf(name: string, text: string, values: string[]): string {
  if (values.includes(text)) return text
  throw new SettingsError(`${name}=${text} must be one of ${values.join(', ')}`)
}
