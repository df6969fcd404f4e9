import { messageOf } from './failure'
import { functionEntry, saveEntry, setStatus, type FunctionEntry } from './function-entry'
import { functionFolder, removeOrphans, removeOtherBuilds } from './function-folder'
import type { FunctionRecord } from './function-store'
import { entryKey, type FunctionsContext } from './functions-context'
import { openListener } from './listening'
import { beginWork, reachableAt, startProcesses } from './processes'

const startsAtOnce = 4

const interrupted = 'The server was stopped while this function was being deployed. Deploy it again.'

/**
 * Takes up what an earlier run of the server left: every function is there and its port open when it resolves; the
 * processes come up after that, without a build. A deploy that was cut off is an error that says so.
 */
export async function takeUp(context: FunctionsContext): Promise<void> {
  const records = await context.store.list()
  await context.runtimes.reapLeftovers()
  await removeOrphans(context.dataDirectory, records)
  const starting: FunctionEntry[] = []
  for (const record of records) {
    const entry = functionEntry(record)
    context.entries.set(entryKey(record), entry)
    if (record.withoutProcesses) continue
    const next = nextState(record)
    await removeOtherBuilds(functionFolder(context.dataDirectory, record), record.builtIn)
    if (next === 'interrupted') {
      setStatus(entry, { state: 'error', message: interrupted })
      await saveEntry(context.store, entry)
    } else if (next !== 'nothing') {
      await openAgain(context, entry)
      if (next === 'start' && entry.record.status.state !== 'error') starting.push(entry)
    }
  }
  startAgain(context, starting)
}

function nextState(record: FunctionRecord): 'interrupted' | 'start' | 'sleep' | 'nothing' {
  const { state } = record.status
  if (state === 'building' || (state?.startsWith('waiting') && !record.builtIn)) return 'interrupted'
  if (record.spec.disable || !record.builtIn) return 'nothing'
  if (state === 'scaledToZero' || state === 'waitingForScaleResourceToZero') return 'sleep'
  return state === 'error' || state === 'imported' ? 'nothing' : 'start'
}

async function openAgain(context: FunctionsContext, entry: FunctionEntry): Promise<void> {
  try {
    await openListener(context, entry)
    const { state, message } = entry.record.status
    const asleep = state === 'scaledToZero' || state === 'waitingForScaleResourceToZero'
    setStatus(entry, {
      state: asleep ? 'scaledToZero' : state,
      ...(message && { message }),
      ...reachableAt(context, entry),
    })
  } catch (error) {
    setStatus(entry, { state: 'error', message: messageOf(error) })
  }
  await saveEntry(context.store, entry)
}

/** All of them wait in line, so that each counts as provisioning until its turn has come. */
function startAgain(context: FunctionsContext, entries: FunctionEntry[]): void {
  const lanes: Promise<unknown>[] = Array.from({ length: startsAtOnce }, () => Promise.resolve())
  entries.forEach((entry, index) => {
    const before = lanes[index % startsAtOnce]
    // In memory only: a server killed now starts the function again next time, which is no interrupted deploy.
    setStatus(entry, { ...entry.record.status, state: 'waitingForResourceConfiguration' })
    lanes[index % startsAtOnce] = beginWork(context, entry, async (signal) => {
      await before
      if (signal.aborted) return
      await bringUpAgain(context, entry, signal)
    })
  })
}

/** Starts the built function and stores how that went; what runs already is replaced. */
export async function bringUpAgain(
  context: FunctionsContext,
  entry: FunctionEntry,
  signal: AbortSignal,
): Promise<void> {
  try {
    await openListener(context, entry)
    await startProcesses(context, entry, signal)
    if (signal.aborted) return
    setStatus(entry, { state: 'ready', ...reachableAt(context, entry) })
  } catch (error) {
    if (signal.aborted) return
    // Its port stays open: the next request tries again.
    setStatus(entry, { state: 'unhealthy', message: messageOf(error), ...reachableAt(context, entry) })
  }
  await saveEntry(context.store, entry)
}
