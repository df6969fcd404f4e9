import { ApiError } from './errors'
import { FunctionLists } from './function-list'
import type { FromListWorker, ToListWorker } from './function-list-messages'

const lists = new FunctionLists()
const running = new Map<number, AbortController>()

const tell = (message: FromListWorker): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToListWorker>) => {
  if (!data.request) {
    running.get(data.id)?.abort()
    return
  }
  const { id, request } = data
  const controller = new AbortController()
  running.set(id, controller)
  lists
    .read(request, controller.signal)
    .then(
      (change) => tell({ id, change }),
      (error: unknown) => tell({ id, failure: plainError(error) }),
    )
    .finally(() => running.delete(id))
})

// What is thrown loses its class on the way to the page.
function plainError(error: unknown): FromListWorker['failure'] {
  if (error instanceof ApiError) return { status: error.status, message: error.message, detail: error.detail }
  return { message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
}
