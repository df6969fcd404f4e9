import { Button } from '@mantine/core'
import { useState } from 'react'
import { notifySuccess } from '@/components/notify'
import { useNow } from '@/components/use-now'
import { announce } from '@/lib/announce'
import { shortSpan } from '@/lib/relative-time'
import { Notice } from './Notice'

/** While the server fetches a source before it answers: how long it may take, and a way to stop waiting for it. */
export function SourceWait({ name, onStop }: { name: string; onStop: () => void }) {
  const [since] = useState(() => Date.now())
  const now = useNow(1000)
  const stop = () => {
    onStop()
    const words = `Not waiting any more. The server goes on: ${name} is deployed when its source has come.`
    notifySuccess(words)
    announce(words)
  }
  return (
    <Notice
      tone="busy"
      acts={
        <>
          <span>{shortSpan(now - since)}</span>
          <Button variant="default" onClick={stop}>
            Stop waiting
          </Button>
        </>
      }
    >
      The server fetches the source before it takes the deploy. That may take up to 5 minutes.
    </Notice>
  )
}
