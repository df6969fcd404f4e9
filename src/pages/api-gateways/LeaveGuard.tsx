import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { Dialog, DialogFoot } from '@/components/Dialog'

/** State of a navigation after which there is nothing left to save: all of it is saved, or the gateway is not there any more. */
export const forGood = { isGone: true }

const isForGood = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isGone' in state

/** Asks before a page with edits is left: they are kept nowhere else. */
export function LeaveGuard({ isEdited }: { isEdited: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isEdited && currentLocation.pathname !== nextLocation.pathname && !isForGood(nextLocation.state),
  )
  useEffect(() => {
    if (!isEdited) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isEdited])
  if (blocker.state !== 'blocked') return null
  return (
    <Dialog title="Leave the edits behind" onClose={() => blocker.reset()}>
      <p>What you filled in of this gateway is not saved, and is lost with this page.</p>
      <DialogFoot>
        <Button variant="default" data-autofocus onClick={() => blocker.reset()}>
          Stay
        </Button>
        <Button onClick={() => blocker.proceed()}>Leave</Button>
      </DialogFoot>
    </Dialog>
  )
}
