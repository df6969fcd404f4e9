import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useSearchParams } from 'react-router'
import { functionEventsQuery } from '@/api/function-events'
import { requestOfEvent } from '@/domain/events/event-request'
import { notifyError } from '@/components/notify'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'
import { useEvents } from './events-context'

/** Fills in the event that the address names (`?event=`), once, and takes it out of the address. Nothing is sent. */
export function useEventOfAddress(): void {
  const { ref } = useWorkbench()
  const { fill } = useConsole()
  const { load } = useEvents()
  const [params, setParams] = useSearchParams()
  const wanted = params.get('event')
  const { data } = useQuery({ ...functionEventsQuery(ref), enabled: wanted !== null })
  const take = useEffectEvent(() => {
    const event = data?.find(({ metadata }) => metadata.name === wanted)
    if (event) {
      fill(requestOfEvent(event), `Filled in from the event ${event.spec.displayName}.`)
      load(event)
    } else
      notifyError('There is no such event', new Error(`${wanted} is not among the events of ${ref.name}`))
    setParams(
      (before) => {
        before.delete('event')
        return before
      },
      { replace: true },
    )
  })
  useEffect(() => {
    if (wanted !== null && data) take()
  }, [wanted, data])
}
