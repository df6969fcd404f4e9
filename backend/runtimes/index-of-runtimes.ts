import { endLeftovers } from './leftovers'
import { nodejsRuntime } from './nodejs'
import { pythonRuntime } from './python'
import type { Runtimes, RuntimesOptions } from './runtime'
import { shellRuntime } from './shell'

/** The languages that run on this machine, and the processes that they start in the name of one server. */
export function createRuntimes(options: RuntimesOptions): Runtimes {
  const runtimes = [nodejsRuntime(options), pythonRuntime(options), shellRuntime(options)]
  return {
    find: (runtime) => runtimes.find((candidate) => candidate.accepts(runtime)),
    supported: () => ['nodejs', 'python', 'shell'],
    reapLeftovers: () => endLeftovers(options.instance),
  }
}
