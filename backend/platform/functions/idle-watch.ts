import type { FunctionEntry } from './function-entry'
import type { FunctionsContext } from './functions-context'
import { runSettings } from './run-settings'

/** Has the function scaled to zero when its spec asks for that and it has had no event for so long. */
export function watchIdle(context: FunctionsContext, entry: FunctionEntry): void {
  clearInterval(entry.idleWatch)
  const { idleWindow } = runSettings(entry.record.spec)
  if (idleWindow === undefined) return
  const look = () => {
    const idle = entry.activeEvents === 0 && Date.now() - entry.lastEventAt >= idleWindow
    if (!idle || entry.work || entry.deleted || entry.record.status.state !== 'ready') return
    context.onIdle(entry)
  }
  entry.idleWatch = setInterval(look, Math.max(50, idleWindow / 4))
  entry.idleWatch.unref()
}
