import { Icon } from '@/components/Icon'
import { useNow } from '@/components/use-now'
import { stopwatch, type Stage } from './deploy-progress'
import classes from './DeployStrip.module.css'

/** The stages of a deploy with their times; `ahead` is how far this browser's clock is ahead of the server's, milliseconds. */
export function Stages({ stages, ahead }: { stages: readonly Stage[]; ahead: number }) {
  return (
    <ol className={classes.stages} aria-label="Stages">
      {stages.map((stage) => (
        <StageItem key={stage.key} stage={stage} ahead={ahead} />
      ))}
    </ol>
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

/** The sign of a stage; its words stand beside it. */
export function StageMark({ state }: { state: Stage['state'] }) {
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
