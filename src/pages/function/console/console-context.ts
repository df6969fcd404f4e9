import { createContext, use } from 'react'
import type { ConsoleRequest } from '@/domain/console/request'
import type { Exchange } from './exchange'
import type { RequestNote } from './use-request'

/** What the parts of the console share; it lives as long as the function's page, whichever tab shows it. */
export interface ConsoleControl {
  /** The request that is being filled in. */
  request: ConsoleRequest
  /** Edits it by hand. */
  change: (next: (request: ConsoleRequest) => ConsoleRequest) => void
  /**
   * Puts another request in its place, and says so with `words` (“Filled in from the history.”) beside a way back: what was typed before
   * is not lost. Shows the request.
   */
  fill: (request: ConsoleRequest, words: string) => void
  /** What was said then, until it is put away. */
  note?: RequestNote
  forgetNote: () => void
  /** Why nothing can be sent now, whatever the request. */
  notInvocable?: string
  /** Sends the request that is filled in, or another one; nothing when it cannot be sent. `event` is the name of one that it is, as saved. */
  send: (other?: { request: ConsoleRequest; event?: string }) => Exchange | undefined
  cancel: (id: string) => void
  /** What was sent since the page was opened, the newest first; bounded. */
  exchanges: readonly Exchange[]
  /** The one that the response panel shows. */
  shown?: Exchange
  show: (id: string) => void
  /** Shows one of the history, which is none of this page's. */
  showKept: (exchange: Exchange) => void
  /** What stands in the place of the request. */
  view: ConsoleView
  setView: (view: ConsoleView) => void
}

export type ConsoleView = 'request' | 'events' | 'history'

export const ConsoleContext = createContext<ConsoleControl | undefined>(undefined)

/** The console of the function whose page this is. */
export function useConsole(): ConsoleControl {
  const control = use(ConsoleContext)
  if (!control) throw new Error('useConsole is for parts of a function’s page')
  return control
}
