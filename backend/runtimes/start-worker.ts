import { timerMilliseconds } from '../timer'
import { workerEnvironment } from './environment'
import type { Surroundings } from './environment'
import type { Worker, WorkerOptions } from './runtime'
import { startWorkerProcess } from './worker-process'

/** How long a handler may take to load when the function has no `readinessTimeoutSeconds`. */
const defaultStartSeconds = 60

/** A wrapper and how it is run. */
export interface Wrapper {
  command: string
  args: string[]
  /** The handler with its default filled in. */
  handler: string
  instance: string
  binaries?: string[]
  /** Variables of the runtime itself, which those of the function may replace. */
  variables?: Record<string, string>
}

/** Starts a worker of a function with the function's environment. Throws `BuildError` when it cannot start. */
export async function startWorker(wrapper: Wrapper, worker: WorkerOptions): Promise<Worker> {
  const { metadata, spec } = worker.fn
  const surroundings: Surroundings = {
    directory: worker.directory,
    instance: wrapper.instance,
    binaries: wrapper.binaries,
  }
  const { env, unusual } = workerEnvironment(worker.fn, surroundings)
  return startWorkerProcess({
    command: wrapper.command,
    args: wrapper.args,
    env: { ...wrapper.variables, ...env },
    startTimeout: timerMilliseconds((spec.readinessTimeoutSeconds || defaultStartSeconds) * 1000),
    start: {
      kind: 'start',
      handler: wrapper.handler,
      workerId: worker.id,
      trigger: worker.trigger,
      functionName: metadata.name ?? '',
      namespace: metadata.namespace ?? '',
      environment: unusual,
      runtimeAttributes: spec.runtimeAttributes ?? {},
    },
    worker,
  })
}
