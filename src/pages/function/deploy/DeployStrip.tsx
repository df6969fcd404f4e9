import { Button } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import type { LogRecord, NuclioFunction } from '@/api/generated/schema'
import { useNow } from '@/components/use-now'
import { failureOf } from '@/domain/function-error'
import { secretsOf } from '@/domain/config-secrets'
import { announce } from '@/lib/announce'
import { shownRecord } from './log-record'
import { deployProgress, justSent, silentFor, stopwatch, type DeployProgress } from './deploy-progress'
import classes from './DeployStrip.module.css'
import { DeployLog } from './DeployLog'
import { Failure } from './Failure'
import { StageMark, Stages } from './Stages'
import { useDeployRecords } from './use-deploy-records'
import { useWatchedDeploy, type WatchedDeploy } from './use-watched-deploy'
import type { SentDeploy } from './use-deploy'

interface DeployStripProps {
  fn: NuclioFunction
  /** The deploy that this page sent; the strip stays after it has ended, until it is put away. */
  sent?: SentDeploy
  onForceDelete: () => void
  /** Stages, cause and log stand elsewhere on the page. */
  isBrief?: boolean
}

/**
 * The deploy in progress, or the latest one when it failed or was sent from this page: stages with their times, the cause of a
 * failure, and the log.
 */
export function DeployStrip({ fn, sent, onForceDelete, isBrief }: DeployStripProps) {
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
      isBrief={isBrief}
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

function Strip(props: StripProps) {
  const { fn, sent, progress, watch, isBrief, onForceDelete, onPutAway } = props
  const { outcome, stages } = progress
  // How far this browser's clock is ahead of the server's, as far as this deploy tells.
  const ahead = watch.beganAt - (progress.startedAt ?? watch.beganAt)
  const [isLogShown, setIsLogShown] = useState(false)
  const logId = useId()
  const records = useDeployRecords(fn, sent)
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
        {!isBrief && <Stages stages={stages} ahead={ahead} />}
        {outcome === 'running' && !isBrief && !isLogShown && <Latest fn={fn} records={records} />}
        <span className={classes.acts}>
          {records.length > 0 && !isBrief && (
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
      {sent?.builtSince && <p className={classes.note}>{sent.builtSince}.</p>}
      {outcome === 'running' && <SilenceNote fn={fn} watch={watch} onForceDelete={onForceDelete} />}
      {failure && !isBrief && <Failure failure={failure} />}
      <div id={logId} hidden={!isLogShown || isBrief}>
        {isLogShown && !isBrief && <DeployLog fn={fn} records={records} />}
      </div>
    </section>
  )
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
