import type { ListenOptions } from '../listen'
import type { FunctionsPlatform } from '../platform/functions/functions'
import type { EmbeddedPlatformOptions } from '../platform/platform'
import type { GatewayStore } from '../store/gateway-store'
import type { GatewayEntry } from './gateway-entry'
import type { GatewayListener } from './gateway-listener'

/** The authentication modes that this platform can do. */
export const gatewayModes = ['none', 'basic', 'accessKey']

/** What the gateways part of the platform is given. */
export interface GatewaysOptions {
  store: GatewayStore
  namespaces: string[]
  functions: Pick<FunctionsPlatform, 'list' | 'upstream'>
  /** What callers show for the mode `accessKey`. */
  accessKey: string
  listen: ListenOptions
  log: EmbeddedPlatformOptions['log']
  /** From 0 up to, and without, 1; decides which upstream gets a request. */
  random?: () => number
}

/** What the files of this folder share. */
export interface GatewaysContext extends Required<GatewaysOptions> {
  entries: Map<string, GatewayEntry>
  listener?: GatewayListener
  /** Of the listener; 0 before it is open. */
  port: () => number
}

/** Pattern from which hosts are made that are left out: browsers take every name below `localhost` to this machine. */
export const hostTemplate = (port: number): string => `{{ .ResourceName }}.localhost:${port}`

/** The context of gateways that are yet to be started. */
export function gatewaysContext(options: GatewaysOptions): GatewaysContext {
  const context: GatewaysContext = {
    random: Math.random,
    ...options,
    entries: new Map(),
    port: () => context.listener?.port ?? 0,
  }
  return context
}
