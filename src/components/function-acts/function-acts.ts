import type { QueryClient } from '@tanstack/react-query'
import {
  deployFunction,
  functionQuery,
  patchFunction,
  type DeployVariables,
  type FunctionRef,
} from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { frontendSpecQuery } from '@/api/platform'
import type { ProjectRef } from '@/api/projects'
import { runMutation } from '@/api/run-mutation'
import { notifyError, notifySuccess } from '@/components/notify'
import { copyText } from '@/lib/clipboard'
import { saveFile } from '@/lib/save-file'
import { exportConfig, putConfig, withoutBuild } from '@/domain/function-config'
import type { FunctionSummary } from '@/domain/function-summary'
import type { FunctionActEvents } from './act-events'
import { functionRemoval } from './function-removal'
import type { FunctionActs } from './function-menu'

const nameOf = (fn: FunctionSummary): string => fn.metadata.name

// What is on the page may be half a minute old: what is put back is read afresh, so that nobody's change is undone.
const readNow = (queryClient: QueryClient, ref: FunctionRef): Promise<NuclioFunction> =>
  queryClient.query({ ...functionQuery(ref), staleTime: 0 })

/** The acts on the functions of a project that change a function or read it whole. */
export function functionActs(
  queryClient: QueryClient,
  { namespace, project }: ProjectRef,
  events: FunctionActEvents = {},
): Required<Omit<FunctionActs, 'open' | 'duplicate'>> {
  const deploy = (variables: DeployVariables) =>
    runMutation(queryClient, deployFunction(queryClient), variables)
  const patch = (ref: FunctionRef, desiredState: 'ready' | 'scaledToZero') =>
    runMutation(queryClient, patchFunction(queryClient), { ref, desiredState })

  const refOf = (fn: FunctionSummary): FunctionRef => ({ namespace, project, name: nameOf(fn) })
  const run = (act: () => Promise<unknown>, done: string, failed: string): void => {
    act().then(
      () => (events.onChanged ? events.onChanged(done) : notifySuccess(done)),
      (error: unknown) => notifyError(failed, error),
    )
  }
  const redeploy = async (fn: FunctionSummary) => {
    const ref = refOf(fn)
    const platform = await queryClient.query({ ...frontendSpecQuery(), staleTime: 'static' })
    // On one machine a patch starts the container at another address and leaves the old one in the status, and an
    // imported function stays imported: there a PUT that builds nothing does what is meant.
    if (platform.platformKind === 'local') {
      const config = withoutBuild(await readNow(queryClient, ref))
      return deploy({ ref, config, create: false })
    }
    return patch(ref, 'ready')
  }
  const yamlOf = async (fn: FunctionSummary): Promise<string> => {
    const [{ functionYaml }, fresh] = await Promise.all([
      import('@/domain/function-document'),
      readNow(queryClient, refOf(fn)),
    ])
    return functionYaml(exportConfig(fresh))
  }
  return {
    redeploy: (fn) =>
      run(() => redeploy(fn), `Deploying ${nameOf(fn)} again`, `${nameOf(fn)} was not deployed`),
    rebuild: (fn) =>
      run(
        async () =>
          deploy({
            ref: refOf(fn),
            config: putConfig(await readNow(queryClient, refOf(fn))),
            create: false,
          }),
        `Building ${nameOf(fn)} again`,
        `${nameOf(fn)} was not deployed`,
      ),
    setDisabled: (fn, disable) =>
      run(
        async () => {
          const config = withoutBuild(await readNow(queryClient, refOf(fn)), { disable })
          await deploy({ ref: refOf(fn), config, create: false })
        },
        disable ? `Disabling ${nameOf(fn)}` : `Enabling ${nameOf(fn)}`,
        disable ? `${nameOf(fn)} was not disabled` : `${nameOf(fn)} was not enabled`,
      ),
    scaleToZero: (fn) =>
      run(
        () => patch(refOf(fn), 'scaledToZero'),
        `Scaling ${nameOf(fn)} to zero`,
        `${nameOf(fn)} was not scaled to zero`,
      ),
    exportYaml: (fn) => {
      yamlOf(fn).then(
        (text) => saveFile(`${nameOf(fn)}.yaml`, text, 'application/yaml'),
        (error: unknown) => notifyError(`${nameOf(fn)} was not exported`, error),
      )
    },
    copyYaml: (fn) => {
      const copy = async () => {
        const isCopied = await copyText(await yamlOf(fn))
        if (isCopied) notifySuccess(`The YAML of ${nameOf(fn)} is copied`)
        else notifyError(`${nameOf(fn)} was not copied`, new Error('The browser did not allow copying'))
      }
      copy().catch((error: unknown) => notifyError(`${nameOf(fn)} was not copied`, error))
    },
    ...functionRemoval(queryClient, { namespace, project }, events),
  }
}
