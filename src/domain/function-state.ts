import type { FunctionSummary } from './function-summary'

export type StateKey =
  | 'ready'
  | 'disabled'
  | 'error'
  | 'unhealthy'
  | 'scaled-to-zero'
  | 'imported'
  | 'not-deployed'
  | 'building'
  | 'starting'
  | 'waking'
  | 'scaling-to-zero'
  | 'moving'

export type StateTone = 'ok' | 'busy' | 'bad' | 'off'

export interface StateDescription {
  key: StateKey
  word: string
  tone: StateTone
  /** Why it is so, in one line. */
  reason?: string
  /** When the deploy in progress began, in milliseconds, as far as its records tell. */
  since?: number
  /** Nothing was heard of the deploy for so long that it may never end. */
  stuck?: boolean
}

// The steady states of Nuclio's function configuration; a state that is not among them is still moving.
const settled: Record<string, { key: StateKey; word: string; tone: StateTone }> = {
  ready: { key: 'ready', word: 'ready', tone: 'ok' },
  error: { key: 'error', word: 'error', tone: 'bad' },
  unhealthy: { key: 'unhealthy', word: 'unhealthy', tone: 'bad' },
  scaledToZero: { key: 'scaled-to-zero', word: 'scaled to zero', tone: 'off' },
  imported: { key: 'imported', word: 'imported', tone: 'off' },
}

const moving: Record<string, { key: StateKey; word: string }> = {
  building: { key: 'building', word: 'building' },
  waitingForBuild: { key: 'building', word: 'waiting to build' },
  waitingForResourceConfiguration: { key: 'starting', word: 'starting' },
  configuringResources: { key: 'starting', word: 'starting' },
  waitingForScaleResourceFromZero: { key: 'waking', word: 'waking up' },
  waitingForScaleResourcesFromZero: { key: 'waking', word: 'waking up' },
  waitingForScaleResourceToZero: { key: 'scaling-to-zero', word: 'scaling to zero' },
  waitingForScaleResourcesToZero: { key: 'scaling-to-zero', word: 'scaling to zero' },
}

/** Whether the server is at work on the function and refuses to change or delete it; true for a missing state too. */
export const isProvisioning = (state: string | undefined): boolean => !Object.hasOwn(settled, state ?? '')

/** After so many milliseconds without a new record a deploy may be stuck: a restarted server forgets its builds. */
export const silenceLimit = 10 * 60_000

/** When the records of the deploy in progress begin and end, in milliseconds. */
function deployTimes(fn: FunctionSummary): { began: number; latest: number } | undefined {
  const logs = fn.status?.logs
  const began = logs?.[0]?.time
  const latest = logs?.at(-1)?.time
  return typeof began === 'number' && typeof latest === 'number' ? { began, latest } : undefined
}

const spoken = (state: string): string => state.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

/**
 * A function's state in a word, with its tone and, for a deploy that may be stuck, the reason; that of a failure is in its message
 * (`failureOf`). `now` and `watchedSince` are milliseconds; the latter says
 * when the page first saw it moving, for servers that have lost the records.
 */
export function describeState(fn: FunctionSummary, now: number, watchedSince = now): StateDescription {
  const state = fn.status?.state ?? ''
  const steady = Object.hasOwn(settled, state) ? settled[state] : undefined
  if (steady) {
    if (steady.key === 'ready' && fn.spec?.disable) return { key: 'disabled', word: 'disabled', tone: 'off' }
    return steady
  }
  if (state === '') return { key: 'not-deployed', word: 'not yet deployed', tone: 'off' }
  const step = (Object.hasOwn(moving, state) ? moving[state] : undefined) ?? {
    key: 'moving' as const,
    word: spoken(state),
  }
  const times = deployTimes(fn)
  const quiet = now - (times?.latest ?? watchedSince)
  const stuck = quiet > silenceLimit
  return {
    ...step,
    tone: 'busy',
    ...(times ? { since: times.began } : {}),
    ...(stuck
      ? { stuck, reason: `no news for ${Math.floor(quiet / 60_000)} minutes; it may never end` }
      : {}),
  }
}

/** Groups of states that a list filters by and a count leads to. */
export const stateGroups = [
  'failing',
  'deploying',
  'ready',
  'disabled',
  'scaled-to-zero',
  'imported',
  'not-deployed',
] as const
export type StateGroup = (typeof stateGroups)[number]

/** The group of a state, by its key and tone. */
export function stateGroup({ key, tone }: Pick<StateDescription, 'key' | 'tone'>): StateGroup {
  if (tone === 'bad') return 'failing'
  if (tone === 'busy') return 'deploying'
  return stateGroups.find((group) => group === key) ?? 'ready'
}
