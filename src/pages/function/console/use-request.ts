import { useEffect, useState } from 'react'
import { emptyRequest, type ConsoleRequest } from '@/domain/console/request'
import { announce } from '@/lib/announce'
import { keptText } from '@/lib/kept-text'
import { useKeeper } from '../draft/use-keeper'
import { keptRequestText, readKeptRequest } from './kept-request'

/** What is said above the request about where it comes from. */
export interface RequestNote {
  words: string
  /** Puts back what stood there before. */
  undo?: () => void
}

interface Held {
  request: ConsoleRequest
  note?: RequestNote
}

/** With secrets and files, over a walk through other pages. */
const inMemory = new Map<string, ConsoleRequest>()

function opened(key: string): Held {
  const known = inMemory.get(key)
  if (known) return { request: known }
  const { request, leftOut } = readKeptRequest(keptText.read(key))
  if (leftOut.length === 0) return { request }
  return {
    request,
    note: { words: `Secrets are not kept over a reload; enter again: ${leftOut.join(', ')}.` },
  }
}

/** The request that is being filled in; all of it but secrets and files is kept under `key` in this browser. */
export function useRequest(key: string) {
  const [{ request, note }, setHeld] = useState(() => opened(key))
  const keeper = useKeeper(key, keptRequestText)
  useEffect(() => {
    if (request !== emptyRequest) inMemory.set(key, request)
    keeper.schedule(request)
  }, [key, keeper, request])

  const change = (next: (before: ConsoleRequest) => ConsoleRequest) =>
    setHeld((held) => ({ ...held, request: next(held.request) }))
  const fill = (next: ConsoleRequest, words: string) => {
    setHeld(({ request: before }) => ({
      request: next,
      note: { words, undo: () => setHeld({ request: before }) },
    }))
    announce(words)
  }
  const forgetNote = () => setHeld(({ request: now }) => ({ request: now }))
  return { request, note, change, fill, forgetNote }
}
