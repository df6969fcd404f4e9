import { useState, type ReactNode } from 'react'
import type { HistoryEntry } from '@/domain/console/history'
import type { ConsoleRequest } from '@/domain/console/request'
import { MissingSecrets } from './MissingSecrets'
import { useHistory } from './use-history'

interface Asked {
  entry: HistoryEntry
  then: (request: ConsoleRequest) => void
}

/**
 * Gives the request of an entry to whoever wants to go on with it, with the secrets that it was sent with; those that the tab does not
 * know are asked for in a dialog, which stands where `asking` is put.
 */
export function useReplay(): {
  replay: (entry: HistoryEntry, then: (request: ConsoleRequest) => void) => void
  asking: ReactNode
} {
  const { restore } = useHistory()
  const [asked, setAsked] = useState<Asked>()
  return {
    replay(entry, then) {
      const { request, missing } = restore(entry)
      if (missing.length === 0) then(request)
      else setAsked({ entry, then })
    },
    asking: asked && (
      <MissingSecrets
        entry={asked.entry}
        onClose={() => setAsked(undefined)}
        onEntered={(request) => {
          setAsked(undefined)
          asked.then(request)
        }}
      />
    ),
  }
}
