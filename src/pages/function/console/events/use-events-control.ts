import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { functionEventsQuery } from '@/api/function-events'
import type { FunctionRef } from '@/api/functions'
import type { FunctionEvent } from '@/api/generated/schema'
import { runOfAnswer, runWithoutAnswer, type EventRun } from '@/components/function-events/run-event'
import type { EventsControl } from './events-context'

const put = <Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): Map<string, Value> =>
  new Map(map).set(key, value)

/** Holds what the console knows of a function's events, for as long as the page lives. */
export function useEventsControl(ref: FunctionRef): EventsControl {
  const queryClient = useQueryClient()
  const [loaded, setLoaded] = useState<FunctionEvent>()
  const [runs, setRuns] = useState<ReadonlyMap<string, EventRun>>(new Map())
  const [checks, setChecks] = useState<ReadonlyMap<string, EventRun>>(new Map())
  const note = (name: string, run: EventRun) => setRuns((known) => put(known, name, run))
  return {
    loaded,
    load: setLoaded,
    runs,
    note,
    checks,
    judge({ id, event: name, outcome, sentAt, endedAt = sentAt }) {
      if (name === undefined || outcome.state === 'running' || outcome.state === 'cancelled') return
      const listed = queryClient.getQueryData(functionEventsQuery(ref).queryKey) ?? []
      const event = [...listed, ...(loaded ? [loaded] : [])].find(({ metadata }) => metadata.name === name)
      if (!event) return
      const run =
        outcome.state === 'answered'
          ? runOfAnswer(event, outcome.answer)
          : Promise.resolve(runWithoutAnswer(outcome.error, endedAt - sentAt))
      void run.then((judged) => {
        note(name, judged)
        setChecks((known) => put(known, id, judged))
      })
    },
  }
}
