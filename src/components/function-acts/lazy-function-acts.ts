import type { QueryClient } from '@tanstack/react-query'
import type { ProjectRef } from '@/api/projects'
import { notifyError } from '@/components/notify'
import type { FunctionActEvents } from './act-events'
import type { functionActs } from './function-acts'
import type { FunctionActs } from './function-menu'

/** The acts on the functions of a project. What they need is loaded with the first of them. */
export function lazyFunctionActs(
  queryClient: QueryClient,
  at: ProjectRef,
  events?: FunctionActEvents,
): Required<Omit<FunctionActs, 'open' | 'duplicate'>> {
  const run = (act: (acts: ReturnType<typeof functionActs>) => void): void => {
    import('./function-acts').then(
      (module) => act(module.functionActs(queryClient, at, events)),
      (error: unknown) => notifyError('Nothing was done: a part of this page could not be loaded', error),
    )
  }
  return {
    redeploy: (fn) => run((acts) => acts.redeploy(fn)),
    rebuild: (fn) => run((acts) => acts.rebuild(fn)),
    setDisabled: (fn, disable) => run((acts) => acts.setDisabled(fn, disable)),
    scaleToZero: (fn) => run((acts) => acts.scaleToZero(fn)),
    exportYaml: (fn) => run((acts) => acts.exportYaml(fn)),
    copyYaml: (fn) => run((acts) => acts.copyYaml(fn)),
    remove: (fn) => run((acts) => acts.remove(fn)),
    forceRemove: (fn) => run((acts) => acts.forceRemove(fn)),
  }
}
