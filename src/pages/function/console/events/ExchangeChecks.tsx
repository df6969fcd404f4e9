import { Button } from '@mantine/core'
import { useState } from 'react'
import { RunDetail, metCount } from '@/components/function-events/RunVerdict'
import { expectThisAnswer } from '@/domain/events/expect-this-answer'
import { expectationsOf, withExpectations } from '@/domain/events/expectation'
import type { AnsweredExchange } from '../exchange'
import { EventDialog } from './EventDialog'
import { useEvents } from './events-context'
import { useFunctionEvents } from './use-function-events'
import classes from './Events.module.css'

/** How many of an event's expectations the answer met, to stand beside a tab; nothing where the exchange is of no event. */
export function useExchangeChecks(exchange: AnsweredExchange | undefined): string | undefined {
  const { checks } = useEvents()
  if (exchange?.event === undefined) return undefined
  const run = checks.get(exchange.id)
  return (run && metCount(run)) ?? 'none'
}

/** What the event expects of its answer and what came; and the answer as what is expected from now on. */
export function ExchangeChecks({ exchange }: { exchange: AnsweredExchange }) {
  const { checks } = useEvents()
  const { events } = useFunctionEvents()
  const [isAsking, setIsAsking] = useState(false)
  const run = checks.get(exchange.id)
  const event = events.find(({ metadata }) => metadata.name === exchange.event)
  const { answer } = exchange.outcome
  const proposed = expectThisAnswer(answer)
  return (
    <div className={classes.checks}>
      {run ? <RunDetail run={run} /> : <p className={classes.quiet}>Checking…</p>}
      {event && (
        <Button variant="default" onClick={() => setIsAsking(true)}>
          Expect what it answered now
        </Button>
      )}
      {event && isAsking && (
        <EventDialog
          mode="edit"
          title={`What to expect of ${event.spec.displayName}`}
          event={{
            ...event,
            spec: withExpectations(event.spec, [
              ...expectationsOf(event.spec).filter((one) => one.on === 'time' || one.on === 'unknown'),
              ...proposed,
            ]),
          }}
          opened={event}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  )
}
