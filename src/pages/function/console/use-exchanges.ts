import { useEffect, useRef, useState } from 'react'
import type { FunctionRef } from '@/api/functions'
import type { InvocationAnswer } from '@/api/invocations'
import { sendRequest } from '@/api/send-request'
import type { ConsoleRequest } from '@/domain/console/request'
import { randomUuid } from '@/lib/uuid'
import type { Exchange, Outcome } from './exchange'
import { begun, ended } from './exchanges'

interface Options {
  /** Is told of every one that ended while the page lives. */
  onEnded: (exchange: Exchange) => void
}

interface Running {
  controller: AbortController
  hadCompany: boolean
}

/** Sends requests to a function, as many at once as a person likes, and holds what came of them. Those under way end with the page. */
export function useExchanges(ref: FunctionRef, { onEnded }: Options) {
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([])
  const running = useRef(new Map<string, Running>())
  const tellEnded = useRef(onEnded)
  useEffect(() => {
    tellEnded.current = onEnded
  })

  useEffect(() => {
    const all = running.current
    return () => {
      for (const { controller } of all.values()) controller.abort()
      all.clear()
    }
  }, [])

  const send = (request: ConsoleRequest, about: Pick<Exchange, 'wasAsleep' | 'event'>): Exchange => {
    const controller = new AbortController()
    for (const other of running.current.values()) other.hadCompany = true
    const own: Running = { controller, hadCompany: running.current.size > 0 }
    const exchange: Exchange = {
      ...about,
      id: randomUuid(),
      request,
      sentAt: Date.now(),
      hadCompany: own.hadCompany,
      outcome: { state: 'running' },
    }
    running.current.set(exchange.id, own)
    setExchanges((known) => begun(known, exchange))
    void outcomeOf(sendRequest(ref, request, controller.signal), controller.signal).then((outcome) => {
      // When it is not there any more, the page has gone.
      if (!running.current.delete(exchange.id)) return
      const over = { ...exchange, hadCompany: own.hadCompany, endedAt: Date.now(), outcome }
      setExchanges((known) => ended(known, over))
      tellEnded.current(over)
    })
    return exchange
  }

  return { exchanges, send, cancel: (id: string) => running.current.get(id)?.controller.abort() }
}

function outcomeOf(answer: Promise<InvocationAnswer>, signal: AbortSignal): Promise<Outcome> {
  return answer.then(
    (answer) => ({ state: 'answered', answer }),
    (error: unknown) => (signal.aborted ? { state: 'cancelled' } : { state: 'failed', error }),
  )
}
