import { Button } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import { IconButton } from '@/components/IconButton'
import { Hint } from '@/components/Hint'
import { SubmitError } from '@/components/SubmitError'
import { secretsOf } from '@/domain/config-secrets'
import type { VerdictReason } from '@/domain/console/verdict'
import { useWorkbench } from '../../workbench'
import type { Exchange } from '../exchange'
import { verdictOf } from '../verdict/verdict-of'
import { entriesOfRecords, entriesOfRows, type LogEntry } from './log-entries'
import { LogList } from './LogList'
import classes from './Logs.module.css'
import { useInvocationLog, type InvocationLogState } from './use-invocation-log'
import { boundsOfLog, markOfLog } from './log-words'

/** What the function logged while it handled a request: as the answer tells, or cut from the logs of its replicas. */
export function LogsPanel({ exchange }: { exchange?: Exchange }) {
  return (
    <section className={classes.panel} aria-label="Logs of this invocation">
      {exchange ? (
        <LogsOf key={exchange.id} exchange={exchange} />
      ) : (
        <Empty>What the function logs while it handles a request stands here.</Empty>
      )}
    </section>
  )
}

// Ends before the function sees anything of the request.
const notCalled = new Set<VerdictReason>([
  'bad-method',
  'foreign-url',
  'forbidden',
  'gone',
  'no-address',
  'no-trigger',
  'not-running',
  'page-failed',
  'signed-out',
  'too-large',
  'too-large-to-pass-on',
  'workers-busy',
])

function LogsOf({ exchange }: { exchange: Exchange }) {
  const { ref, fn } = useWorkbench()
  const secrets = useMemo(() => secretsOf(fn), [fn])
  const { outcome } = exchange
  const records = outcome.state === 'answered' ? outcome.answer.logs : undefined
  const [isReplicaChosen, setIsReplicaChosen] = useState(false)
  const reason = verdictOf(exchange)?.reason
  const isRefused = reason !== undefined && notCalled.has(reason)
  const isFromReplica = !isRefused && (isReplicaChosen || !records)
  const read = useInvocationLog(ref, exchange, isFromReplica)
  const rows = isFromReplica ? read.log?.rows : undefined
  const entries = useMemo((): LogEntry[] => {
    if (rows) return entriesOfRows(rows, secrets)
    return !isFromReplica && records ? entriesOfRecords(records, secrets) : []
  }, [rows, records, isFromReplica, secrets])

  if (outcome.state === 'running') return <Empty>They come after the answer.</Empty>
  if (isRefused && entries.length === 0) return <Empty>The function did not run, so it logged nothing.</Empty>
  const again = isFromReplica && (
    <Hint label="Read again">
      <IconButton icon="redo" label="Read again" aria-busy={read.isReading} onClick={read.readAgain} />
    </Hint>
  )
  const look = !isFromReplica && (
    <Button
      variant="subtle"
      size="compact-sm"

      aria-label="Look in the replica’s log"
      onClick={() => setIsReplicaChosen(true)}
    >
      Replica’s log
    </Button>
  )
  if (entries.length === 0)
    return (
      <Empty act={isFromReplica ? <ReadAgain read={read} /> : look}>
        {isFromReplica ? <NothingFound read={read} cameWithout={!records} /> : 'It logged nothing.'}
      </Empty>
    )
  return (
    <LogList
      entries={entries}
      mark={isFromReplica && read.log ? markOfLog(read.log) : 'from the answer'}
      bounds={isFromReplica && read.log ? boundsOfLog(read.log) : undefined}
      look={look}
      acts={again}
    />
  )
}

function NothingFound({ read, cameWithout }: { read: InvocationLogState; cameWithout: boolean }) {
  const { log, error, isReading, isUnsettled } = read
  if (error) return <SubmitError error={error} />
  if (!log) return isReading ? 'Looking in the replica’s log…' : 'It ended a while ago; its log was not read.'
  if (isUnsettled) return 'Looking in the replica’s log…'
  if (log.replicas === 0) return 'None of its replicas is running, so there is no log to look in.'
  const replicas = log.replicas === 1 ? 'the replica’s log has' : 'the logs of its replicas have'
  return cameWithout
    ? `The answer carries no logs, and ${replicas} nothing of this time.`
    : `It logged nothing, and ${replicas} nothing of this time.`
}

function ReadAgain({ read }: { read: InvocationLogState }) {
  return (
    <Button variant="subtle" size="compact-sm" aria-busy={read.isReading} onClick={read.readAgain}>
      {read.log || read.error ? 'Read again' : 'Look in the replica’s log'}
    </Button>
  )
}

function Empty({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <>
      <div className={classes.bar}>
        <h2 className={classes.title}>Logs</h2>
      </div>
      <div className={classes.empty}>
        <div role="status">{children}</div>
        {act}
      </div>
    </>
  )
}
