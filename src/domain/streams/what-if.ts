import type { Drain } from './drain'
import type { LagView } from './lag-view'

/**
 * When all would be done with so many workers, each as fast as those of now. More workers than shards do nothing: a shard is read by one
 * at a time. Unknown where the consumer does not work as hard as it can, or nobody knows how many it has.
 */
export function drainWith(view: LagView, workers: number, workersNow: number): Drain {
  const { lag, inRate, outRate, shards } = view
  const isBusy = view.drain.kind === 'in' || view.drain.kind === 'never'
  if (!isBusy || lag === undefined || inRate === undefined || !outRate) return { kind: 'unknown' }
  const waiting = shards.filter((shard) => shard.lag > 0).length
  const ofWorker = outRate / Math.max(1, Math.min(workersNow, waiting))
  const gain = ofWorker * Math.min(workers, shards.length) - inRate
  if (gain <= 0) return { kind: 'never' }
  const seconds = lag / gain
  return { kind: 'in', seconds, least: seconds, most: seconds }
}
