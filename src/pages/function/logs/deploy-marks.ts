import type { NuclioFunction } from '@/api/generated/schema'
import type { LogMark } from '@/domain/logs/log-view'
import { deployProgress, stopwatch } from '../deploy/deploy-progress'

/** When the latest deploy of a function began, and how it ended, by the records that the server keeps of it; those have its clock's times. */
export function deployMarks(fn: Pick<NuclioFunction, 'status'>): LogMark[] {
  const { outcome, startedAt, endedAt } = deployProgress(fn)
  if (startedAt === undefined) return []
  const began: LogMark = { kind: 'deploy-started', time: startedAt, text: 'Deploy started' }
  if (endedAt === undefined || (outcome !== 'done' && outcome !== 'failed')) return [began]
  const took = stopwatch(endedAt - startedAt)
  return outcome === 'done'
    ? [began, { kind: 'deploy-ready', time: endedAt, text: `Deploy ready after ${took}` }]
    : [began, { kind: 'deploy-failed', time: endedAt, text: `Deploy failed after ${took}` }]
}
