import type { ShardLagsRequest } from '@/api/generated/schema'
import { sampleAge, thinned, withSample, type LagSample, type ShardProgress } from '@/domain/streams/samples'
import { changeSamples, pruneSamples, samplesOf } from '@/lib/kept-samples'
import { isBranch } from '@/lib/tree'

/** What was seen of one consumer group, for as long as samples are kept; outlives the page. */
export interface LagHistory {
  /** In the order of time; the same array until something changes. */
  read: () => readonly LagSample[]
  subscribe: (listener: () => void) => () => void
  add: (sample: LagSample) => void
}

const histories = new Map<string, LagHistory>()

/** Whose samples they are: groups of one name on different servers are different groups. */
export function historyKey(server: string, namespace: string, stream: ShardLagsRequest): string {
  const { containerName, streamPath, consumerGroup } = stream
  return JSON.stringify([server, namespace, containerName, streamPath.replace(/^\/+/, ''), consumerGroup])
}

/** The history of a group. What an earlier page saw comes in a moment later, where the browser keeps anything. */
export function lagHistory(key: string): LagHistory {
  const known = histories.get(key)
  if (known) return known
  const made = openHistory(key)
  histories.set(key, made)
  return made
}

/** Several at once, in the order of their keys; those without a key are empty. */
export function joinedHistories(keys: readonly (string | undefined)[]): {
  read: () => readonly (readonly LagSample[])[]
  subscribe: LagHistory['subscribe']
} {
  const all = keys.map((key) => key && lagHistory(key))
  let last: (readonly LagSample[])[] = []
  return {
    read() {
      const next = all.map((history) => (history ? history.read() : none))
      if (next.some((samples, index) => samples !== last[index])) last = next
      return last
    },
    subscribe(listener) {
      const leave = all.map((history) => history && history.subscribe(listener))
      return () => leave.forEach((each) => each && each())
    },
  }
}

const none: readonly LagSample[] = []

function openHistory(key: string): LagHistory {
  let samples: readonly LagSample[] = []
  const listeners = new Set<() => void>()
  const change = (next: readonly LagSample[]) => {
    samples = next
    for (const tell of listeners) tell()
  }
  void load(key)
    .then((kept) => {
      if (kept.length > 0) change(kept.reduce<LagSample[]>(withSample, [...samples]))
    })
    .catch(() => undefined)
  return {
    read: () => samples,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(sample) {
      if (samples.some(({ at }) => at === sample.at)) return
      const before = samples
      change(thinned(withSample(before, sample), sample.at))
      const after = new Set(samples)
      const put = samples.filter((one) => !before.includes(one))
      const remove = before.filter((one) => !after.has(one)).map(({ at }) => at)
      const kept = put.map((one) => ({ owner: key, at: one.at, sample: one }))
      const replaced = new Set(put.map(({ at }) => at))
      // Where nothing can be kept the page still has them.
      void changeSamples(key, { put: kept, remove: remove.filter((at) => !replaced.has(at)) }).catch(
        () => undefined,
      )
    },
  }
}

async function load(key: string): Promise<LagSample[]> {
  const now = Date.now()
  await pruneSamples(now - sampleAge.kept)
  const kept = await samplesOf(key)
  return thinned(
    kept.map(({ sample }) => sample).filter((sample) => isSample(sample)),
    now,
  )
}

function isSample(value: unknown): value is LagSample {
  return (
    isBranch(value) &&
    typeof value.at === 'number' &&
    typeof value.every === 'number' &&
    Array.isArray(value.shards) &&
    value.shards.every(isProgress)
  )
}

function isProgress(value: unknown): value is ShardProgress {
  return (
    isBranch(value) &&
    typeof value.shard === 'number' &&
    typeof value.current === 'number' &&
    typeof value.lag === 'number' &&
    (value.committed === undefined || typeof value.committed === 'number')
  )
}
