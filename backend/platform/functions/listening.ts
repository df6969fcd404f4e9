import { BuildError } from '../../runtimes/runtime'
import { openHttpListener } from '../../triggers/http/http-listener'
import { answerRequest } from './answer-request'
import type { FunctionEntry } from './function-entry'
import type { FunctionsContext } from './functions-context'
import { runSettings } from './run-settings'

/** Functions listen here, whatever the name under which they are reached. */
const listenHost = '127.0.0.1'

/**
 * Opens the function's port, or closes it when it has no HTTP trigger any more. The port is stored with the next save.
 * Throws `BuildError` when the port that the trigger asks for is taken.
 */
export async function openListener(context: FunctionsContext, entry: FunctionEntry): Promise<void> {
  const { httpTrigger, requiredPort } = runSettings(entry.record.spec)
  const wrongPort = requiredPort !== undefined && entry.listener?.port !== requiredPort
  if (!httpTrigger || wrongPort) await closeListener(entry)
  if (!httpTrigger || entry.listener) return
  try {
    entry.listener = await openHttpListener({
      host: listenHost,
      preferredPort: entry.record.port,
      requiredPort,
      maxBodySize: () => runSettings(entry.record.spec).maxBodySize,
      answer: (request, signal) => answerRequest(context, entry, request, signal),
    })
  } catch (error) {
    throw new BuildError(
      `The function cannot listen on port ${requiredPort ?? ''} (${(error as NodeJS.ErrnoException).code ?? String(error)}); choose another in its http trigger`,
    )
  }
  entry.record.port = entry.listener.port
}

/** Closes the function's port, at once or when its requests have ended; its number stays in the record. */
export async function closeListener(entry: FunctionEntry, grace = 0): Promise<void> {
  const { listener } = entry
  delete entry.listener
  await listener?.close(grace)
}
