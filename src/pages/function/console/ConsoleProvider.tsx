import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { functionQuery } from '@/api/functions'
import { canSend } from '@/domain/console/request-problems'
import { whyNot } from '@/domain/function-actions'
import { functionKey } from '@/domain/function-key'
import { announce } from '@/lib/announce'
import { useWorkbench } from '../workbench'
import { ConsoleContext, type ConsoleControl, type ConsoleView } from './console-context'
import { EventsContext } from './events/events-context'
import { useEventsControl } from './events/use-events-control'
import type { Exchange } from './exchange'
import { HistoryContext, useConsoleHistory } from './history/use-history'
import { useOpenedLink } from './link/use-opened-link'
import { ownUrls } from './request/targets'
import { useExchanges } from './use-exchanges'
import { useRequest } from './use-request'
import { verdictOf } from './verdict/verdict-of'

/** Holds the console of a function for as long as its page lives, whichever of its tabs is open. */
export function ConsoleProvider({ children }: { children: ReactNode }) {
  const { ref, server, fn, isGone } = useWorkbench()
  const queryClient = useQueryClient()
  const held = useRequest(functionKey('request', server, ref))
  const events = useEventsControl(ref)
  const past = useConsoleHistory(functionKey('history', server, ref))
  const [view, setView] = useState<ConsoleView>('request')
  const [chosen, setChosen] = useState<string>()
  const [kept, setKept] = useState<Exchange>()

  const onEnded = (exchange: Exchange) => {
    const { outcome } = exchange
    announce(endWords(exchange))
    const verdict = verdictOf(exchange)
    if (verdict) past.add(exchange, verdict)
    events.judge(exchange)
    // A call wakes what sleeps and may end what runs; the next look at the function is due much later.
    const isOwnAnswer = outcome.state === 'answered' && verdictOf(exchange)?.origin === 'function'
    const mayHaveChanged = fn.status.state !== 'ready' || !isOwnAnswer || outcome.answer.status >= 500
    if (mayHaveChanged) void queryClient.invalidateQueries({ queryKey: functionQuery(ref).queryKey })
  }
  const { exchanges, send, cancel } = useExchanges(ref, { onEnded })
  const notInvocable = isGone ? 'It is deleted' : whyNot('invoke', fn)

  const show = (id: string) => {
    setKept(undefined)
    setChosen(id)
  }
  const control: ConsoleControl = {
    request: held.request,
    note: held.note,
    forgetNote: held.forgetNote,
    change: held.change,
    fill(request, words) {
      held.fill(request, words)
      events.load(undefined)
      setView('request')
    },
    notInvocable,
    send(other) {
      const request = other?.request ?? held.request
      if (notInvocable || !canSend(request, ownUrls(fn))) return undefined
      const sent = send(request, {
        wasAsleep: fn.status.state === 'scaledToZero',
        event: other ? other.event : events.loaded?.metadata.name,
      })
      show(sent.id)
      return sent
    },
    cancel,
    exchanges,
    shown: kept ?? exchanges.find(({ id }) => id === chosen) ?? exchanges[0],
    show,
    showKept: setKept,
    view,
    setView,
  }
  useOpenedLink({ fill: control.fill, ownUrls: ownUrls(fn) })
  return (
    <HistoryContext value={past}>
      <EventsContext value={events}>
        <ConsoleContext value={control}>{children}</ConsoleContext>
      </EventsContext>
    </HistoryContext>
  )
}

function endWords({ outcome }: Exchange): string {
  if (outcome.state === 'answered') return `Answered with ${outcome.answer.status}`
  return outcome.state === 'cancelled' ? 'Cancelled' : 'The request failed'
}
