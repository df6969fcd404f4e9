import { useState } from 'react'
import type { LogRecord, NuclioFunction } from '@/api/generated/schema'
import type { SentDeploy } from './use-deploy'
import { recordsToShow } from './deploy-progress'

const none: readonly LogRecord[] = []

/** The records of the deploy that is shown; those of an earlier one go when another is sent. */
export function useDeployRecords(fn: NuclioFunction, sent: SentDeploy | undefined): readonly LogRecord[] {
  const answered = sent?.isUnread ? none : fn.status.logs
  const [seen, setSeen] = useState({ at: sent?.at, records: answered ?? none })
  const records = recordsToShow(seen.at === sent?.at ? seen.records : none, answered)
  if (records !== seen.records || seen.at !== sent?.at) setSeen({ at: sent?.at, records })
  return records
}
