import type { WorkerAnswer } from '../../runtimes/runtime'
import { eventOfRequest, type HttpTriggerRequest } from '../../triggers/http/http-event'
import { bodyTooLarge } from '../../triggers/http/http-listener'
import type { FunctionEntry } from './function-entry'
import type { FunctionsContext } from './functions-context'
import { runSettings } from './run-settings'
import { wakeUp } from './scaling'

const plain: [string, string] = ['Content-Type', 'text/plain; charset=utf-8']

/** Answers a request to the function, from its own port or from the dashboard alike; wakes it when it is at zero. */
export async function answerRequest(
  context: FunctionsContext,
  entry: FunctionEntry,
  request: HttpTriggerRequest,
  signal: AbortSignal,
): Promise<WorkerAnswer> {
  const answer = await answerIfRunning(context, entry, request, signal)
  if (answer) return answer
  const reason = entry.record.status.message ?? whyNotRunning(entry)
  return { status: 503, headers: [plain], body: Buffer.from(`The function is not running: ${reason}`) }
}

/** The same for who has words of its own about a function that does not run: undefined then. */
export async function answerIfRunning(
  context: FunctionsContext,
  entry: FunctionEntry,
  request: HttpTriggerRequest,
  signal: AbortSignal,
): Promise<WorkerAnswer | undefined> {
  const { httpTrigger, maxBodySize } = runSettings(entry.record.spec)
  if (!httpTrigger) {
    return { status: 404, headers: [plain], body: Buffer.from('404 page not found\n') }
  }
  if (request.body.length > maxBodySize) return bodyTooLarge(maxBodySize)
  entry.activeEvents += 1
  try {
    const running = entry.running ?? (await wakeUp(context, entry))
    return running && (await running.run(eventOfRequest(request, httpTrigger), signal))
  } finally {
    entry.activeEvents -= 1
    entry.lastEventAt = Date.now()
  }
}

/** Why nothing of the function runs, in a few words: its message is for those who may see its status. */
export function whyNotRunning({ record: { spec, status } }: FunctionEntry): string {
  return spec.disable ? 'it is disabled' : `it is in state ${status.state}`
}
