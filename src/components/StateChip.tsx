import { useState, type ReactNode } from 'react'
import { describeState, isProvisioning, type StateDescription, type StateKey } from '@/domain/function-state'
import type { FunctionSummary } from '@/domain/function-summary'
import { elapsed } from '@/lib/elapsed'
import { ToneChip, ToneReason } from './ToneChip'
import { useNow } from './use-now'
import classes from './StateChip.module.css'

interface StateChipProps {
  fn: FunctionSummary
  /** Why it failed. */
  reason?: string
  /** Whether the reason stands beside the word. */
  withReason?: boolean
  /** Where the reason leads: to what tells more. */
  reasonTo?: string
}

/** The state of a function as icon, word and colour; the reason on the same line, whole on hover and focus. */
export function StateChip(props: StateChipProps) {
  if (props.fn.status?.state && isProvisioning(props.fn.status.state)) return <MovingChip {...props} />
  return <StateWord {...props} state={describeState(props.fn, 0)} />
}

// Only what moves needs a clock.
function MovingChip(props: StateChipProps) {
  const now = useNow(1_000)
  const [watchedSince] = useState(() => Date.now())
  const state = describeState(props.fn, now, watchedSince)
  return (
    <StateWord {...props} state={state}>
      {state.since !== undefined && <span className={classes.time}>{elapsed(now - state.since)}</span>}
    </StateWord>
  )
}

interface StateWordProps extends Omit<StateChipProps, 'fn'> {
  state: StateDescription
  children?: ReactNode
}

/** A state that is already described, of whatever has one. */
export function StateWord(props: StateWordProps) {
  const { state, withReason = true, reasonTo, children } = props
  const reason = state.reason ?? props.reason
  return (
    <ToneChip tone={state.tone} icon={drawings[state.key] ?? half} word={state.word}>
      {children}
      {withReason && reason && <ToneReason text={reason} to={reasonTo} />}
    </ToneChip>
  )
}

const triangle = <path d="M6 1.4 11.4 10.8H.6Z" fill="currentColor" />
const dashed = (
  <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.6" />
)
const half = (
  <>
    <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <path d="M6 1.6a4.4 4.4 0 0 0 0 8.8Z" fill="currentColor" />
  </>
)
const ring = <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" />

const drawings: Partial<Record<StateKey, ReactNode>> = {
  ready: <circle cx="6" cy="6" r="4.6" fill="currentColor" />,
  disabled: <path d="M2.6 1.6h2.4v8.8H2.6zM7 1.6h2.4v8.8H7z" fill="currentColor" />,
  error: triangle,
  unhealthy: triangle,
  'scaled-to-zero': dashed,
  imported: ring,
  'not-deployed': ring,
}
