import type { FunctionStatus, NuclioFunction } from '@/api/generated/schema'
import type { HttpListener } from '../../triggers/http/http-listener'
import type { FunctionRecord, FunctionStore } from './function-store'
import type { ReplicaLog } from './replica-log'
import type { RunningFunction } from './running-function'

/** A function as the platform holds it while it runs: its record and what belongs to the processes of this server. */
export interface FunctionEntry {
  record: FunctionRecord
  running?: RunningFunction
  /** Processes that were replaced and still have events to end. */
  ending: Map<RunningFunction, Promise<void>>
  listener?: HttpListener
  /** What changes the function's processes just now: a deploy, a restart, a wake-up. At most one at a time. */
  work?: { abort: AbortController; done: Promise<void> }
  replicaLogs: Map<number, ReplicaLog>
  /** Set as the first thing of a delete: nothing is stored any more. */
  deleted: boolean
  lastEventAt: number
  activeEvents: number
  /** Looks whether the function has been idle long enough to be scaled to zero. */
  idleWatch?: NodeJS.Timeout
  saving: Promise<void>
  /** The function as it was last listed, with the parts of the record that it was made from. */
  listed?: { from: unknown[]; fn: NuclioFunction }
}

/** The entry for a record, with nothing running. */
export function functionEntry(record: FunctionRecord): FunctionEntry {
  return {
    record,
    replicaLogs: new Map(),
    ending: new Map(),
    deleted: false,
    lastEventAt: Date.now(),
    activeEvents: 0,
    saving: Promise.resolve(),
  }
}

/** Stores the record as it is when its turn comes; resolves when it is on disk. */
export function saveEntry(store: FunctionStore, entry: FunctionEntry): Promise<void> {
  const saved = entry.saving.then(() => (entry.deleted ? undefined : store.put([entry.record])))
  entry.saving = saved.catch(() => undefined)
  return saved
}

/** Replaces the status; what a state does not carry is gone. */
export function setStatus(entry: FunctionEntry, status: FunctionStatus): void {
  entry.record.status = status
}

/** The function as the API answers it; below its parts it is the record itself. */
function viewOfRecord({ metadata, spec, status, logs, generation }: FunctionRecord): NuclioFunction {
  return {
    metadata: { ...metadata, resourceVersion: String(generation) },
    spec: { ...spec },
    status: { ...status, ...(logs.length > 0 && { logs: [...logs] }) },
  }
}

/**
 * The function as the API answers it, to be read only. The same object as last time unless the record has changed: its parts
 * are replaced, never written into, but for `logs`, which only grow at their end.
 */
export function listedFunction(entry: FunctionEntry): NuclioFunction {
  const { metadata, spec, status, logs, generation } = entry.record
  const from = [metadata, spec, status, generation, logs, logs.length, logs.at(-1)]
  if (entry.listed?.from.every((part, index) => part === from[index])) return entry.listed.fn
  const fn = viewOfRecord(entry.record)
  entry.listed = { from, fn }
  return fn
}

/** The function as the API answers it, as a copy of its own. */
export function functionOfRecord(record: FunctionRecord): NuclioFunction {
  return structuredClone(viewOfRecord(record))
}

/** States in which nothing is under way; every other one counts as provisioning. */
const steadyStates = new Set(['ready', 'error', 'unhealthy', 'scaledToZero', 'imported'])

/** Whether the function is under way to another state, so that it must not be changed now. */
export function isProvisioning(record: FunctionRecord): boolean {
  return !steadyStates.has(record.status.state ?? '')
}
