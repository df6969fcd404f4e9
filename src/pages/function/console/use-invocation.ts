import { useEffect, useRef, useState } from 'react'
import type { FunctionRef } from '@/api/functions'
import { invokeFunction, type InvocationAnswer } from '@/api/invocations'
import { announce } from '@/lib/announce'
import { formatDuration } from './answer-model'
import type { SentRequest } from './request-model'

export type Invocation =
  | { state: 'idle' }
  | { state: 'running'; startedAt: number }
  | { state: 'answered'; answer: InvocationAnswer }
  /** The page's network or the dashboard failed; no answer of the function. */
  | { state: 'failed'; error: unknown }
  | { state: 'cancelled'; milliseconds: number }

/**
 * Sends test requests of one function, one at a time, and holds the latest outcome. `onOver` hears the status of an answer,
 * or nothing when none came.
 */
export function useInvocation(ref: FunctionRef, onOver: (status?: number) => void) {
  const [invocation, setInvocation] = useState<Invocation>({ state: 'idle' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const send = async (request: SentRequest) => {
    const controller = new AbortController()
    running.current?.abort()
    running.current = controller
    const startedAt = Date.now()
    setInvocation({ state: 'running', startedAt })
    try {
      const answer = await invokeFunction(ref, {
        ...request,
        logLevel: logLevelOf(request),
        signal: controller.signal,
      })
      if (running.current !== controller) return
      setInvocation({ state: 'answered', answer })
      announce(`Answered ${answer.status} in ${formatDuration(answer.milliseconds)}`)
      onOver(answer.status)
    } catch (error) {
      if (running.current !== controller) return
      if (controller.signal.aborted) {
        setInvocation({ state: 'cancelled', milliseconds: Date.now() - startedAt })
        announce('Cancelled')
      } else {
        setInvocation({ state: 'failed', error })
        announce('The request failed')
        onOver()
      }
    }
  }

  return {
    invocation,
    send: (request: SentRequest) => void send(request),
    cancel: () => running.current?.abort(),
  }
}

/** Without a level some servers send no logs back at all. */
function logLevelOf({ headers }: SentRequest): string {
  return headers.find(([name]) => name.toLowerCase() === 'x-nuclio-log-level')?.[1] || 'debug'
}
