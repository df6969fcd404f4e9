import type { FunctionConfig } from '@/api/generated/schema'
import { cronSettings } from '../../triggers/cron/cron-settings'
import { streamEventKind, streamSettings } from '../../triggers/v3io-stream/stream-settings'
import { timerMilliseconds } from '../../timer'
import type { RunSettings } from './run-settings'

/** A trigger as its workers see it. */
export interface TriggerWorkers {
  kind: string
  name: string
  /** Milliseconds that one of its events waits for a free worker. */
  workerTimeout: number
}

/** Workers that one trigger has for itself, or several share by naming one allocator. */
export interface WorkerGroup {
  workersPerReplica: number
  /** At least one. */
  triggers: [TriggerWorkers, ...TriggerWorkers[]]
}

/**
 * Who works for whom. A function without any trigger still has one worker, which proves that its handler loads. Throws
 * `BuildError` for a trigger that cannot run.
 */
export function workerGroups(settings: RunSettings, fn: FunctionConfig): WorkerGroup[] {
  const crons = cronSettings(fn.spec)
  const streams = streamSettings(fn)
  const { httpTrigger, httpAllocator, workersPerReplica, workerTimeout } = settings
  const groups: WorkerGroup[] = []
  const shared = new Map<string, WorkerGroup>()
  const add = (trigger: TriggerWorkers, workers: number, allocator: string | undefined) => {
    const group = allocator === undefined ? undefined : shared.get(allocator)
    if (group) {
      group.triggers.push(trigger)
      group.workersPerReplica = Math.max(group.workersPerReplica, workers)
      return
    }
    const created: WorkerGroup = { workersPerReplica: workers, triggers: [trigger] }
    groups.push(created)
    if (allocator !== undefined) shared.set(allocator, created)
  }
  if (httpTrigger !== undefined || crons.length + streams.length === 0)
    add(
      { kind: 'http', name: httpTrigger ?? 'default-http', workerTimeout },
      workersPerReplica,
      httpAllocator,
    )
  for (const cron of crons)
    add({ kind: 'cron', name: cron.name, workerTimeout: cron.workerTimeout }, cron.workers, cron.allocator)
  // A record waits for its worker for as long as it takes; nothing is lost meanwhile.
  for (const { name, workers, allocator } of streams)
    add({ kind: streamEventKind, name, workerTimeout: timerMilliseconds(Infinity) }, workers, allocator)
  return groups
}

/** How many workers one replica has, for all of its triggers together. */
export const workersOfReplica = (groups: readonly WorkerGroup[]): number =>
  groups.reduce((sum, group) => sum + group.workersPerReplica, 0)
