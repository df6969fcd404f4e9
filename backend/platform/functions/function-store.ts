import type { FunctionSpec, FunctionStatus, LogRecord, Metadata } from '@/api/generated/schema'
import type { Named } from '../platform'

/** What is kept of one function. Plain JSON throughout. */
export interface FunctionRecord {
  /** With `name`, the key: `metadata` holds the same two. */
  namespace: string
  name: string
  metadata: Metadata
  spec: FunctionSpec
  /** Without its `logs`, which stand beside it. */
  status: FunctionStatus
  /** Records of the latest deploy, oldest first; bounded by the deploy itself. */
  logs: LogRecord[]
  /** Grows with every stored change of the configuration; `metadata.resourceVersion` is its text. */
  generation: number
  /** The loopback port that the function listens on, kept so that a restart takes the same one. */
  port?: number
  /** Name of the folder, below the function's own, that the last good build made; without it nothing can be started. */
  builtIn?: string
  /** True for records seeded by a test control: no process is ever started for them. */
  withoutProcesses?: boolean
}

/**
 * Where functions outlive the process. The platform reads everything once at start and keeps it in memory, so reads need
 * not be fast; a write is on disk when its promise resolves.
 */
export interface FunctionStore {
  /** Every record of every namespace. */
  list(): Promise<FunctionRecord[]>
  /** Inserts or replaces, all of them or none (one transaction). */
  put(records: FunctionRecord[]): Promise<void>
  /** A missing record is no error. */
  delete(ref: Named): Promise<void>
}
