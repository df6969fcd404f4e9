import { Button } from '@mantine/core'
import { ActButton } from '@/components/ActButton'
import { keyCaps } from '@/components/use-shortcut'
import type { RequestProblem } from '@/domain/console/request-problems'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'
import classes from './RequestForm.module.css'

interface SaidLineProps {
  /** The one to know first, of those that are not shown already. */
  problem?: RequestProblem
  disabledReason?: string
  /** What helps. */
  act?: { label: string; run: () => void }
}

/** A few words on how things stand with the request; they keep their place, so that nothing moves. */
export function SaidLine({ problem, disabledReason, act }: SaidLineProps) {
  const { shown, send, notInvocable } = useConsole()
  const { fn } = useWorkbench()
  const isAsleep = fn.status.state === 'scaledToZero' && shown?.outcome.state !== 'running'
  const words = problem?.words ?? (notInvocable ? '' : isAsleep ? asleep : hint)
  return (
    <div className={classes.said} data-stops={problem?.stops || undefined}>
      <span title={words}>{words}</span>
      {act && (
        <Button variant="subtle" size="compact-xs" onClick={act.run}>
          {act.label}
        </Button>
      )}
      {shown?.outcome.state === 'running' && (
        <ActButton variant="subtle" size="compact-xs" disabledReason={disabledReason} onClick={() => send()}>
          Send another
        </ActButton>
      )}
    </div>
  )
}

const hint = `${keyCaps('mod+enter').join('+')} sends`

const asleep = `${hint}; it is scaled to zero and wakes up first`
