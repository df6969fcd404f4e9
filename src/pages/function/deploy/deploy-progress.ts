import type { LogRecord, NuclioFunction } from '@/api/generated/schema'

export const stageKeys = ['source', 'build', 'provision', 'ready'] as const
export type StageKey = (typeof stageKeys)[number]
export type StageState = 'waiting' | 'running' | 'done' | 'failed' | 'skipped'

export interface Stage {
  key: StageKey
  state: StageState
  /** When it began, on the server's clock. */
  startedAt?: number
  /** How long it took, once it is over. */
  milliseconds?: number
}

export interface DeployProgress {
  outcome: 'running' | 'done' | 'failed' | 'none'
  stages: Stage[]
  /** First and last record, on the server's clock; absent when the server keeps no records of it. */
  startedAt?: number
  endedAt?: number
}

/** The embedded platform names the stage in each record. */
const namedStages: Record<string, StageKey> = {
  source: 'source',
  build: 'build',
  start: 'provision',
  readiness: 'ready',
}

/** Messages of Nuclio's deployer that begin a stage. */
const beginsStage: [message: RegExp, stage: StageKey][] = [
  [/^(building processor image|skipping build)/i, 'build'],
  [
    /^(build complete|cleaning up before deployment|disabling function|function already exists)/i,
    'provision',
  ],
  [/^function deploy complete/i, 'ready'],
]

function stageOf(record: LogRecord): StageKey | undefined {
  const named = record['stage']
  if (typeof named === 'string' && named in namedStages) return namedStages[named]
  return beginsStage.find(([message]) => message.test(record.message))?.[1]
}

function outcomeOf(state: string): DeployProgress['outcome'] {
  if (state === 'error' || state === 'unhealthy') return 'failed'
  if (state === 'ready' || state === 'scaledToZero') return 'done'
  return state === 'imported' || state === '' ? 'none' : 'running'
}

/**
 * How far the latest deploy of a function is, from its state and the records of that deploy. Stages only move forward:
 * a record that names an earlier stage belongs to the one that runs. Without records the state alone decides, with no times.
 */
export function deployProgress(fn: Pick<NuclioFunction, 'status'>): DeployProgress {
  const state = fn.status.state ?? ''
  const records = fn.status.logs ?? []
  const outcome = outcomeOf(state)
  const began = new Map<StageKey, number>()
  let current = 0
  let skipped = false
  for (const record of records) {
    const stage = stageOf(record)
    current = Math.max(current, stage ? stageKeys.indexOf(stage) : 0)
    const key = stageKeys[current] ?? 'ready'
    if (!began.has(key)) began.set(key, record.time)
    if (/^skipping build/i.test(record.message)) skipped = true
  }
  if (outcome === 'running' && state.startsWith('waitingFor')) current = Math.max(current, 2)
  if (outcome === 'running' && records.length === 0) current = Math.max(current, 1)
  if (state === 'unhealthy' && (records.length === 0 || current === 3)) current = 3

  const endedAt = outcome === 'running' ? undefined : records.at(-1)?.time
  const stages = stageKeys.map((key, index): Stage => {
    const startedAt = began.get(key)
    const next = stageKeys.slice(index + 1).find((later) => began.has(later))
    const until = (next && began.get(next)) ?? (index <= current ? endedAt : undefined)
    const took = startedAt !== undefined && until !== undefined ? Math.max(0, until - startedAt) : undefined
    return { key, state: stageState(index), startedAt, milliseconds: took }

    function stageState(at: number): StageState {
      if (outcome === 'none') return 'waiting'
      if (key === 'build' && skipped && at < current) return 'skipped'
      if (outcome === 'done' || at < current) return 'done'
      if (at > current) return 'waiting'
      return outcome === 'failed' ? 'failed' : 'running'
    }
  })
  return { outcome, stages, startedAt: records[0]?.time, endedAt }
}

/** A deploy that the server has just taken and has said nothing about yet. */
export const justSent: DeployProgress = {
  outcome: 'running',
  stages: stageKeys.map((key, index) => ({ key, state: index === 0 ? 'running' : 'waiting' })),
}

/** Without news for so long a build is worth doubting; with no records at all the server has probably been restarted. */
const quietLimit = 3 * 60_000
const quietLimitWithoutRecords = 60_000

/**
 * How long a running deploy has been silent, when that is long enough to offer the way out; milliseconds, by the clock
 * that `newsAt` was taken from.
 */
export function silentFor(
  fn: Pick<NuclioFunction, 'status'>,
  newsAt: number,
  now: number,
): number | undefined {
  if (outcomeOf(fn.status.state ?? '') !== 'running') return undefined
  const silence = now - newsAt
  const hasRecords = (fn.status.logs?.length ?? 0) > 0
  return silence >= (hasRecords ? quietLimit : quietLimitWithoutRecords) ? silence : undefined
}

/** The records to show: the server may leave them out of one answer while it writes them, or lose them in a restart. */
export function recordsToShow(
  shown: readonly LogRecord[],
  answered: readonly LogRecord[] | undefined,
): readonly LogRecord[] {
  if (answered && answered.length > 0) return answered
  return shown
}

/** A time span as on a stop watch, from milliseconds: `0.2 s`, `41 s`, `2:05`. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 60) return `${Math.floor(seconds)} s`
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
