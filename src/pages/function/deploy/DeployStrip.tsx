import { Button } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import type { LogRecord, NuclioFunction } from '@/api/generated/schema'
import { Icon } from '@/components/Icon'
import { useNow } from '@/components/use-now'
import { failureOf } from '@/domain/function-error'
import { secretsOf } from '@/domain/function-secrets'
import { announce } from '@/lib/announce'
import { shownRecord } from '../log-record'
import { LogRecords } from '../LogRecords'
import { ScrollBox } from '../ScrollBox'
import {
  deployProgress,
  justSent,
  recordsToShow,
  silentFor,
  stopwatch,
  type DeployProgress,
  type Stage,
} from './deploy-progress'
import classes from './DeployStrip.module.css'
import { Failure } from './Failure'
import { useWatchedDeploy, type WatchedDeploy } from './use-watched-deploy'
import type { SentDeploy } from '../use-deploy'

interface DeployStripProps {
  fn: NuclioFunction
  /** The deploy that this page sent; the strip stays after it has ended, until it is put away. */
  sent?: SentDeploy
  onForceDelete: () => void
}

/**
 * The deploy in progress, or the latest one when it failed or was sent from this page: stages with their times, the cause of a
 * failure, and the log.
 */
export function DeployStrip({ fn, sent, onForceDelete }: DeployStripProps) {
  const progress = sent?.isUnread ? justSent : deployProgress(fn)
  const watched = useWatchedDeploy(fn, sent?.at, useNow(5_000))
  const isOfInterest = progress.outcome === 'running' || progress.outcome === 'failed'
  const [isWatched, setIsWatched] = useState(isOfInterest)
  const [putAway, setPutAway] = useState<string>()
  if (isOfInterest && !isWatched) setIsWatched(true)
  const deployId = `${progress.startedAt ?? sent?.at ?? 0}/${progress.outcome}`
  if (progress.outcome === 'none' || !(isWatched || sent) || putAway === deployId) return null
  return (
    <Strip
      fn={fn}
      sent={sent}
      progress={progress}
      watch={sent?.isUnread ? { beganAt: sent.at, newsAt: sent.at } : watched}
      onForceDelete={onForceDelete}
      onPutAway={() => setPutAway(deployId)}
    />
  )
}

function titleOf(fn: NuclioFunction, outcome: DeployProgress['outcome']): string {
  if (fn.status.state === 'unhealthy') return 'Unhealthy'
  return outcome === 'done' && fn.spec.disable ? 'Disabled' : titles[outcome]
}

const titles = { running: 'Deploying', done: 'Deployed', failed: 'Deploy failed', none: '' }

interface StripProps extends DeployStripProps {
  progress: DeployProgress
  watch: WatchedDeploy
  onPutAway: () => void
}

function Strip({ fn, sent, progress, watch, onForceDelete, onPutAway }: StripProps) {
  const { outcome, stages } = progress
  // How far this browser's clock is ahead of the server's, as far as this deploy tells.
  const ahead = watch.beganAt - (progress.startedAt ?? watch.beganAt)
  const [isLogShown, setIsLogShown] = useState(false)
  const logId = useId()
  const records = useRecords(fn, sent)
  const failure = outcome === 'failed' ? failureOf(fn) : undefined
  useAnnouncedStage(fn.metadata.name, progress, failure?.summary)

  return (
    <section className={classes.strip} aria-label="Deploy" data-outcome={outcome}>
      <div className={classes.line}>
        <h2 className={classes.title}>
          <StageMark state={outcome === 'running' ? 'running' : outcome === 'done' ? 'done' : 'failed'} />
          {titleOf(fn, outcome)}
          <Elapsed progress={progress} watch={watch} />
        </h2>
        <ol className={classes.stages} aria-label="Stages">
          {stages.map((stage) => (
            <StageItem key={stage.key} stage={stage} ahead={ahead} />
          ))}
        </ol>
        {outcome === 'running' && !isLogShown && <Latest fn={fn} records={records} />}
        <span className={classes.acts}>
          {records.length > 0 && (
            <Button
              variant="subtle"
              aria-expanded={isLogShown}
              aria-controls={logId}
              onClick={() => setIsLogShown(!isLogShown)}
            >
              {isLogShown ? 'Hide log' : 'Show log'}
            </Button>
          )}
          {outcome === 'done' && (
            <Button variant="subtle" onClick={onPutAway}>
              Put away
            </Button>
          )}
        </span>
      </div>
      {outcome === 'running' && <SilenceNote fn={fn} watch={watch} onForceDelete={onForceDelete} />}
      {failure && <Failure failure={failure} />}
      <div id={logId} hidden={!isLogShown}>
        {isLogShown && <Log fn={fn} records={records} />}
      </div>
    </section>
  )
}

const none: readonly LogRecord[] = []

/** The records of the deploy that is shown; those of an earlier one go when another is sent. */
function useRecords(fn: NuclioFunction, sent: SentDeploy | undefined): readonly LogRecord[] {
  const answered = sent?.isUnread ? none : fn.status.logs
  const [seen, setSeen] = useState({ at: sent?.at, records: answered ?? none })
  const records = recordsToShow(seen.at === sent?.at ? seen.records : none, answered)
  if (records !== seen.records || seen.at !== sent?.at) setSeen({ at: sent?.at, records })
  return records
}

function Latest({ fn, records }: { fn: NuclioFunction; records: readonly LogRecord[] }) {
  const record = records.at(-1)
  if (!record) return null
  const { message, fields } = shownRecord(record, secretsOf(fn))
  const text = [message.trim(), ...fields.map(([, value]) => value)].join(' ')
  return (
    <span className={classes.latest} title={text}>
      {text}
    </span>
  )
}

function Log({ fn, records }: { fn: NuclioFunction; records: readonly LogRecord[] }) {
  const box = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  useEffect(() => {
    if (box.current && follows.current) box.current.scrollTop = box.current.scrollHeight
  }, [records])
  return (
    <ScrollBox
      ref={box}
      label="Deploy log"
      className={classes.scroll}
      onScroll={({ currentTarget: at }) => {
        follows.current = at.scrollHeight - at.scrollTop - at.clientHeight < 24
      }}
    >
      <LogRecords label="Records" records={records} secrets={secretsOf(fn)} />
    </ScrollBox>
  )
}

const stageWords = { source: 'source', build: 'build', provision: 'provision', ready: 'ready' }
const stateWords = {
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  skipped: 'skipped',
}

function StageItem({ stage, ahead }: { stage: Stage; ahead: number }) {
  const showsTime = stage.key !== 'ready' && stage.milliseconds !== undefined && stage.state !== 'skipped'
  return (
    <li className={classes.stage} data-state={stage.state}>
      {stageWords[stage.key]}
      <StageMark state={stage.state} />
      <span className="visually-hidden">{stateWords[stage.state]}</span>
      {stage.state === 'skipped' && <span className={classes.time}>skipped</span>}
      {stage.state === 'running' && (
        <StageClock startedAt={stage.startedAt === undefined ? undefined : stage.startedAt + ahead} />
      )}
      {showsTime && <span className={classes.time}>{stopwatch(stage.milliseconds ?? 0)}</span>}
    </li>
  )
}

function StageMark({ state }: { state: Stage['state'] }) {
  if (state === 'done') return <Icon name="check" size={14} />
  if (state === 'failed') return <Icon name="alert" size={14} />
  if (state === 'running') return <span className={classes.turning} aria-hidden="true" />
  return (
    <span aria-hidden="true" className={classes.time}>
      –
    </span>
  )
}

function StageClock({ startedAt }: { startedAt?: number }) {
  const now = useNow(1000)
  if (startedAt === undefined) return null
  return <span className={classes.time}>{stopwatch(now - startedAt)}</span>
}

/** The whole time, ticking while it runs; not read out. */
function Elapsed({ progress, watch }: { progress: DeployProgress; watch: WatchedDeploy }) {
  const now = useNow(1000)
  const { outcome, startedAt, endedAt } = progress
  if (outcome === 'running') return <span className={classes.time}>{stopwatch(now - watch.beganAt)}</span>
  if (startedAt === undefined || endedAt === undefined) return null
  return <span className={classes.time}>in {stopwatch(endedAt - startedAt)}</span>
}

/** The way out of a build that has said nothing for long. */
function SilenceNote(props: Pick<StripProps, 'fn' | 'watch' | 'onForceDelete'>) {
  const { fn, watch, onForceDelete } = props
  const silence = silentFor(fn, watch.newsAt, useNow(5_000))
  if (silence === undefined) return null
  return (
    <div className={classes.note}>
      <p>
        No news for {stopwatch(silence)}. A long build may be quiet; if the server was restarted meanwhile, it
        never ends. The way out is to delete the function by force and create it again: its configuration and
        your edits stay here.
      </p>
      <Button variant="default" onClick={onForceDelete}>
        Force deletion…
      </Button>
    </div>
  )
}

function useAnnouncedStage(name: string, progress: DeployProgress, cause: string | undefined): void {
  const { outcome } = progress
  const stage = progress.stages.find(({ state }) => state === 'running' || state === 'failed')?.key
  const words =
    outcome === 'running'
      ? `${name}: ${stage ?? 'deploy'} running`
      : outcome === 'done'
        ? `${name} is ready`
        : `${name}: ${stage ?? 'deploy'} failed. ${cause ?? ''}`
  const said = useRef(words)
  useEffect(() => {
    if (said.current === words) return
    said.current = words
    announce(words)
  }, [words])
}
