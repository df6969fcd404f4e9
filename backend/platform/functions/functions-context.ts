import type { UsedIngress } from '@/domain/spec-rules/surroundings'
import type { Runtimes } from '../../runtimes/runtime'
import type { Streams } from '../../streams/streams'
import type { EmbeddedPlatformOptions, Named } from '../platform'
import type { FunctionEntry } from './function-entry'
import type { FunctionStore } from './function-store'
import type { PoolTimings } from './worker-pool'

/** What functions have to know of the API gateways in front of them. */
export interface GatewaysOfFunctions {
  /** Names of the gateways that lead to a function, sorted. */
  namesOf(fn: Named): string[]
  /** Hosts and paths that the gateways of a namespace answer at. */
  places(namespace: string): UsedIngress[]
  /** Deletes the gateways that lead to a function. Throws 412, and deletes none, when one of them leads to another one, too. */
  deleteOf(fn: Named): Promise<void>
}

/** What the functions part of the platform is given. */
export interface FunctionsOptions {
  store: FunctionStore
  runtimes: Runtimes
  /** What triggers of kind v3ioStream consume. */
  streams: Streams
  /** Everything of the functions is below `functions/` in it. */
  dataDirectory: string
  /** Host in the invocation URLs. */
  functionHost: string
  log: EmbeddedPlatformOptions['log']
  projectExists(namespace: string, name: string): Promise<boolean>
  /** Called when a function is gone, for what belongs to it elsewhere. */
  functionDeleted?(ref: Named): Promise<void>
  /** Absent where there are no gateways. */
  gateways?: GatewaysOfFunctions
  timings?: Partial<FunctionTimings>
}

/** Milliseconds; tests shorten them. */
export interface FunctionTimings {
  pool: PoolTimings
  /** How long events may go on when their workers are replaced or scaled down. */
  grace: number
}

/** What the files of this folder share. */
export interface FunctionsContext extends Omit<FunctionsOptions, 'timings'> {
  timings: FunctionTimings
  entries: Map<string, FunctionEntry>
  /** The function has been idle for as long as its spec allows. */
  onIdle(entry: FunctionEntry): void
}

/** Key of a function among the entries. */
export function entryKey({ namespace, name }: Named): string {
  return `${namespace}/${name}`
}
