import { useQuery } from '@tanstack/react-query'
import { functionEventsQuery } from '@/api/function-events'
import type { FunctionEvent } from '@/api/generated/schema'
import { useWorkbench } from '../../workbench'

const none: readonly FunctionEvent[] = []

/** The saved events of the function whose page this is. */
export function useFunctionEvents() {
  const { ref } = useWorkbench()
  const { data, error, isPending, refetch } = useQuery(functionEventsQuery(ref))
  return { events: data ?? none, error, isPending, refetch }
}
