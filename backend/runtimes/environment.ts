import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

import type { NuclioFunction } from '@/api/generated/schema'

import { BuildError } from './runtime'

/** Below a function's folder, what the build makes besides the source. */
export const buildFolder = '.nuclio'

/** Passed on to every process: where tools are, how text is encoded, which certificates are trusted. None is a secret. */
const inherited = [
  'PATH',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'TMPDIR',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'REQUESTS_CA_BUNDLE',
  'CURL_CA_BUNDLE',
  'NODE_EXTRA_CA_CERTS',
]

/** Further ones that installing packages may need, as it does when the person runs it in a terminal. */
const inheritedByBuilds =
  /^(https?_proxy|no_proxy|all_proxy|pip_(index_url|extra_index_url|find_links|cert|config_file|default_timeout|trusted_host|cache_dir)|npm_config_(registry|cafile|cache|userconfig))$/i

const shellName = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Marks every process of a server, so that its leftovers are found. */
export const instanceVariable = 'NUCLIO_DASHBOARD_INSTANCE'

/** Where and for whom a process runs. */
export interface Surroundings {
  directory: string
  instance: string
  /** Folders that come before the machine's own on PATH. */
  binaries?: string[]
}

/** The variables of a function's worker, and those that no shell would pass on to it. Throws {@link BuildError}. */
export function workerEnvironment(
  fn: NuclioFunction,
  surroundings: Surroundings,
): { env: Record<string, string>; unusual: Record<string, string> } {
  const { metadata, spec } = fn
  const env: Record<string, string> = {
    ...base(surroundings),
    NUCLIO_FUNCTION_NAME: metadata.name ?? '',
    NUCLIO_FUNCTION_DESCRIPTION: spec.description ?? '',
    NUCLIO_FUNCTION_HANDLER: spec.handler ?? '',
  }
  const unusual: Record<string, string> = {}
  for (const { name, value } of spec.env ?? []) {
    if (name === undefined || value === undefined || value === null) continue
    const text = String(value)
    if (name === '' || /[=\0]/.test(name) || text.includes('\0')) {
      throw new BuildError(`The environment variable ${JSON.stringify(name)} cannot be given to a process`)
    }
    if (shellName.test(name)) env[name] = text
    else unusual[name] = text
  }
  env[instanceVariable] = surroundings.instance
  return { env, unusual }
}

/** The variables of what a build runs: not the function's own, but what package installers need. */
export function buildEnvironment(surroundings: Surroundings): Record<string, string> {
  const passed = Object.entries(process.env).filter(([name]) => inheritedByBuilds.test(name))
  return {
    PIP_CACHE_DIR: cacheFolder('pip'),
    npm_config_cache: join(homedir(), '.npm'),
    npm_config_userconfig: join(homedir(), '.npmrc'),
    ...(Object.fromEntries(passed) as Record<string, string>),
    ...base(surroundings),
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_INPUT: '1',
    npm_config_prefix: join(surroundings.directory, buildFolder, 'npm'),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  }
}

function base({ directory, instance, binaries = [] }: Surroundings): Record<string, string> {
  const env: Record<string, string> = {}
  for (const name of inherited) {
    const value = process.env[name]
    if (value !== undefined) env[name] = value
  }
  const own = [
    ...binaries,
    join(directory, 'node_modules', '.bin'),
    join(directory, buildFolder, 'npm', 'bin'),
  ]
  return {
    LANG: 'C.UTF-8',
    ...env,
    PATH: [...own, env.PATH ?? '/usr/local/bin:/usr/bin:/bin', dirname(process.execPath)].join(delimiter),
    HOME: directory,
    [instanceVariable]: instance,
  }
}

/** The person's own cache of a tool, which is shared with what they run in a terminal. */
function cacheFolder(tool: string): string {
  return process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Caches', tool)
    : join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), tool)
}
