import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@/api/errors'
import { functionsQuery } from '@/api/function-list-query'
import { deleteFunction, type DeleteFunctionVariables, type FunctionRef } from '@/api/functions'
import { serverQuery } from '@/api/platform'
import type { ProjectRef } from '@/api/projects'
import { runMutation } from '@/api/run-mutation'
import { confirmAct } from '@/components/confirm'
import { notifySuccess } from '@/components/notify'
import type { FunctionSummary } from '@/domain/function-summary'
import type { FunctionActEvents } from './act-events'

const watchFor = 60_000
const watchEvery = 5_000

/** The refusal of a server that is at work on the function; the same status stands for other objections too. */
const isBusyRefusal = (error: unknown): boolean =>
  error instanceof ApiError && error.kind === 'precondition' && /provision|building/i.test(error.message)

const isStaleRefusal = (error: unknown): boolean => error instanceof ApiError && error.kind === 'conflict'

// The dialog that is open closes when its act has ended; the next one opens after that.
const confirmNext = (options: Parameters<typeof confirmAct>[0]): void =>
  void setTimeout(() => confirmAct(options), 0)

/** Calls back when a deleted function is there again: a build that was not cancelled writes it anew. */
async function watchForReturn(
  queryClient: QueryClient,
  ref: FunctionRef,
  onReturn: () => void,
): Promise<void> {
  const server = await queryClient.query({ ...serverQuery(), staleTime: 'static' })
  if (server.kind === 'embedded') return
  const until = Date.now() + watchFor
  while (Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, watchEvery))
    const functions = await queryClient
      .query({ ...functionsQuery({ namespace: ref.namespace, project: ref.project }), staleTime: 0 })
      .catch(() => undefined)
    if (functions?.some(({ name }) => name === ref.name)) return onReturn()
  }
}

/** Deleting a function of a project: asks first, and when the server refuses, says why and offers the way out. */
export function functionRemoval(
  queryClient: QueryClient,
  { namespace, project }: ProjectRef,
  events: FunctionActEvents,
) {
  const deleteNow = (variables: DeleteFunctionVariables) =>
    runMutation(queryClient, deleteFunction(queryClient), variables)

  const forceRemove = (fn: FunctionSummary, why?: string): void => {
    const ref = { namespace, project, name: fn.metadata.name }
    confirmNext({
      title: `Force the deletion of ${ref.name}`,
      body: (
        <p>
          {why ?? 'A deploy of it is in progress.'} It is deleted all the same, with its code and events. A
          build that still runs may bring it back; you are told if it does.{' '}
          {events.remains ?? 'This cannot be undone.'}
        </p>
      ),
      confirmLabel: `Delete ${ref.name} now`,
      danger: true,
      act: async () => {
        await deleteNow({ ref, force: true })
        if (events.onForced) events.onForced()
        else notifySuccess(`${ref.name} deleted`)
        void watchForReturn(queryClient, ref, () => {
          if (events.onReturned) events.onReturned()
          else forceRemove(fn, `${ref.name} came back: a build that was in progress wrote it again.`)
        })
      },
    })
  }

  // A refusal leads to the question that goes with it; any other failure stays in the dialog.
  const attempt = async (fn: FunctionSummary, resourceVersion?: string): Promise<void> => {
    const ref = { namespace, project, name: fn.metadata.name }
    try {
      await deleteNow({ ref, resourceVersion })
      notifySuccess(`${ref.name} deleted`)
      await events.onDeleted?.()
    } catch (error) {
      if (isBusyRefusal(error)) return forceRemove(fn, 'A deploy of it has begun meanwhile.')
      if (!isStaleRefusal(error)) throw error
      confirmNext({
        title: `${ref.name} has changed`,
        body: <p>Somebody changed or deployed it since it was last read here. Delete it as it is now?</p>,
        confirmLabel: `Delete ${ref.name} anyway`,
        danger: true,
        act: () => attempt(fn),
      })
    }
  }

  const remove = (fn: FunctionSummary): void =>
    confirmAct({
      title: `Delete ${fn.metadata.name}`,
      body: <p>The function, its code and its events are deleted. This cannot be undone.</p>,
      confirmLabel: `Delete ${fn.metadata.name}`,
      danger: true,
      act: () => attempt(fn, fn.metadata.resourceVersion || undefined),
    })
  return { remove, forceRemove: (fn: FunctionSummary) => forceRemove(fn) }
}
