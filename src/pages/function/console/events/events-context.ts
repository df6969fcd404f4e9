import { createContext, use } from 'react'
import type { FunctionEvent } from '@/api/generated/schema'
import type { EventRun } from '@/components/function-events/run-event'
import type { Exchange } from '../exchange'

/** What the parts of the console know of the function's events. */
export interface EventsControl {
  /** The event that the request was filled in from, as it was then; a save writes over it. */
  loaded?: FunctionEvent
  load: (event: FunctionEvent | undefined) => void
  /** The latest run of each event in this tab, by its name. */
  runs: ReadonlyMap<string, EventRun>
  note: (name: string, run: EventRun) => void
  /** How the events that were sent from the console went, by the id of the exchange. */
  checks: ReadonlyMap<string, EventRun>
  /** Takes in an exchange that is over. */
  judge: (exchange: Exchange) => void
}

export const EventsContext = createContext<EventsControl | undefined>(undefined)

/** The events of the function whose page this is. */
export function useEvents(): EventsControl {
  const control = use(EventsContext)
  if (!control) throw new Error('useEvents is for parts of a function’s page')
  return control
}
