import { messageOf } from './failure'
import type { FunctionEntry } from './function-entry'
import { saveEntry, setStatus } from './function-entry'
import type { FunctionsContext } from './functions-context'
import { beginWork, reachableAt, startProcesses, stopProcesses } from './processes'
import type { RunningFunction } from './running-function'

type ScaleEvent =
  'scaleToZeroStarted' | 'scaleToZeroCompleted' | 'scaleFromZeroStarted' | 'scaleFromZeroCompleted'

/** Ends the processes of a function that keeps its port. Resolves when the first of its two states is stored. */
export async function scaleToZero(context: FunctionsContext, entry: FunctionEntry): Promise<void> {
  setScaleStatus(context, entry, 'waitingForScaleResourceToZero', 'scaleToZeroStarted')
  const stored = saveEntry(context.store, entry)
  void beginWork(context, entry, async (signal) => {
    await stored
    await stopProcesses(entry, context.timings.grace)
    if (signal.aborted) return
    setScaleStatus(context, entry, 'scaledToZero', 'scaleToZeroCompleted')
    await saveEntry(context.store, entry)
  })
  await stored
}

/**
 * The processes of a function, started when it is at zero or when its last start failed. Undefined when it is not one that
 * runs; its status says why.
 */
export async function wakeUp(
  context: FunctionsContext,
  entry: FunctionEntry,
): Promise<RunningFunction | undefined> {
  while (entry.work && !entry.running) await entry.work.done
  if (entry.running || entry.deleted) return entry.running
  const { state } = entry.record.status
  const mayStart = state === 'scaledToZero' || state === 'unhealthy'
  if (!mayStart || !entry.record.builtIn || !entry.listener) return undefined
  await beginWork(context, entry, async (signal) => {
    setScaleStatus(context, entry, 'waitingForScaleResourceFromZero', 'scaleFromZeroStarted')
    await saveEntry(context.store, entry)
    try {
      await startProcesses(context, entry, signal)
      if (signal.aborted) return
      setScaleStatus(context, entry, 'ready', 'scaleFromZeroCompleted')
    } catch (error) {
      if (signal.aborted) return
      setStatus(entry, { state: 'unhealthy', message: messageOf(error), ...reachableAt(context, entry) })
    }
    await saveEntry(context.store, entry)
  })
  return entry.running
}

function setScaleStatus(
  context: FunctionsContext,
  entry: FunctionEntry,
  state: string,
  event: ScaleEvent,
): void {
  setStatus(entry, {
    state: state as FunctionEntry['record']['status']['state'],
    scaleToZero: { lastScaleEvent: event, lastScaleEventTime: new Date().toISOString() },
    ...reachableAt(context, entry),
  })
}
