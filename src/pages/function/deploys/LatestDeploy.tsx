import { failureOf } from '@/domain/function-error'
import { describeState } from '@/domain/function-state'
import { useNow } from '@/components/use-now'
import { clockTime } from '@/lib/clock-time'
import { DeployLog } from '../deploy/DeployLog'
import { deployProgress, justSent, stopwatch } from '../deploy/deploy-progress'
import { Failure } from '../deploy/Failure'
import { Stages } from '../deploy/Stages'
import { useDeployRecords } from '../deploy/use-deploy-records'
import { useWatchedDeploy } from '../deploy/use-watched-deploy'
import { useWorkbench } from '../workbench'
import classes from './DeploysTab.module.css'

/** The latest deploy that the server tells of, whoever sent it: stages, cause of a failure, log. */
export function LatestDeploy() {
  const { fn, deploying } = useWorkbench()
  const { sent } = deploying
  const now = useNow()
  const progress = sent?.isUnread ? justSent : deployProgress(fn)
  const watched = useWatchedDeploy(fn, sent?.at, now)
  const records = useDeployRecords(fn, sent)
  const { outcome, stages, startedAt, endedAt } = progress
  const ahead = watched.beganAt - (startedAt ?? watched.beganAt)
  const failure = outcome === 'failed' ? failureOf(fn) : undefined
  return (
    <section className={classes.section} aria-label="Latest deploy">
      <div className={classes.head}>
        <h2 className={classes.title}>Latest deploy</h2>
        <span className={classes.dim}>
          {describeState(fn, now).word}
          {startedAt !== undefined && ` · ${clockTime(startedAt, now)}`}
          {startedAt !== undefined && endedAt !== undefined && ` · in ${stopwatch(endedAt - startedAt)}`}
        </span>
      </div>
      {outcome === 'none' ? (
        <p className={classes.dim}>It was not deployed yet.</p>
      ) : (
        <Stages stages={stages} ahead={ahead} />
      )}
      {failure && <Failure failure={failure} />}
      {records.length > 0 ? (
        <DeployLog fn={fn} records={records} />
      ) : (
        <p className={classes.dim}>
          The server has no records of it: it keeps them in memory, until it is restarted.
        </p>
      )}
    </section>
  )
}
