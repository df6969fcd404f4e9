import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createElement } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '@/api/errors'
import {
  deleteFunction,
  deployFunction,
  functionQuery,
  patchFunction,
  type FunctionRef,
} from '@/api/functions'
import type { FunctionConfig, NuclioFunction } from '@/api/generated/schema'
import { frontendSpecQuery } from '@/api/platform'
import type { MenuAction } from '@/components/ActionMenu'
import { confirmAct } from '@/components/confirm'
import { notifyError, notifySuccess } from '@/components/notify'
import { whyNot } from '@/domain/function-actions'
import { withoutBuild } from '@/domain/function-config'
import { isProvisioning } from '@/domain/function-state'
import { paths } from '@/domain/paths'
import { ownActDone } from './draft'
import type { DraftControl } from './use-draft'

export interface FunctionActs {
  menu: MenuAction[]
  forceDelete: () => void
}

interface Options {
  target: FunctionRef
  fn: NuclioFunction
  control: DraftControl
  /** A forced delete went through; the function may come back. */
  onForced: (at: number) => void
}

/** What can be done with the function besides deploying the draft; none of it touches the person's edits. */
export function useFunctionActs({ target, fn, control, onForced }: Options): FunctionActs {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { data: platform } = useSuspenseQuery(frontendSpecQuery())
  const { mutateAsync: put } = useMutation(deployFunction(queryClient))
  const { mutateAsync: patch } = useMutation(patchFunction(queryClient))
  const { mutateAsync: remove } = useMutation(deleteFunction(queryClient))
  const { name } = target

  const act = (what: string, run: () => Promise<unknown>) => () => {
    run().then(
      () => control.change(ownActDone),
      (error: unknown) => notifyError(`${what} ${name} failed`, error),
    )
  }
  const putConfig = (config: FunctionConfig) => put({ ref: target, config, create: false })

  // On one machine a patch starts the container at another address and leaves the old one in the status; there a PUT that
  // builds nothing does what is meant.
  const redeploy = () =>
    platform.platformKind === 'local'
      ? putConfig(withoutBuild(fn))
      : patch({ ref: target, desiredState: 'ready' })

  const remains = 'Its configuration and your edits stay on this page, so that you can create it again.'
  const forceDelete = () =>
    confirmAct({
      title: `Force the deletion of ${name}`,
      body: createElement(
        'p',
        undefined,
        `The function is deleted although the server is still at work on it. A build that really runs is not stopped and may bring the function back within a minute. ${remains}`,
      ),
      confirmLabel: `Delete ${name} now`,
      danger: true,
      act: async () => {
        await remove({ ref: target, force: true })
        onForced(Date.now())
      },
    })

  const deleteNow = () =>
    confirmAct({
      title: `Delete ${name}`,
      body: createElement(
        'p',
        undefined,
        'The function stops answering at once, and its code and configuration are gone from the server.',
      ),
      confirmLabel: `Delete ${name}`,
      danger: true,
      act: async () => {
        try {
          await remove({ ref: target, resourceVersion: fn.metadata.resourceVersion || undefined })
        } catch (error) {
          if (!(error instanceof ApiError) || error.kind !== 'conflict') throw error
          await queryClient.query({ ...functionQuery(target), staleTime: 0 })
          throw new Error(
            'It was changed or deployed since this page last read it. Close this and look at it as it is now.',
            { cause: error },
          )
        }
        control.discard()
        notifySuccess(`Deleted ${name}`)
        await navigate(paths.functions(target))
        queryClient.removeQueries({ queryKey: functionQuery(target).queryKey })
      },
    })

  const mode = platform.scaleToZero?.mode
  const limits = mode ? { scalesToZero: mode === 'enabled' } : {}
  const isDisabled = fn.spec.disable === true
  const menu: MenuAction[] = [
    {
      label: 'Deploy again without a build',
      disabledReason: whyNot('redeploy', fn),
      onSelect: act('Redeploying', redeploy),
    },
    isDisabled
      ? {
          label: 'Enable',
          disabledReason: whyNot('enable', fn),
          onSelect: act('Enabling', () => putConfig(withoutBuild(fn, { disable: false }))),
        }
      : {
          label: 'Disable',
          disabledReason: whyNot('disable', fn),
          onSelect: act('Disabling', () => putConfig(withoutBuild(fn, { disable: true }))),
        },
    {
      label: 'Scale to zero',
      disabledReason: whyNot('scaleToZero', fn, limits),
      onSelect: act('Scaling', () => patch({ ref: target, desiredState: 'scaledToZero' })),
    },
    isProvisioning(fn.status.state)
      ? {
          label: 'Force deletion',
          danger: true,
          disabledReason: whyNot('forceDelete', fn),
          onSelect: forceDelete,
        }
      : { label: 'Delete', danger: true, disabledReason: whyNot('delete', fn), onSelect: deleteNow },
  ]
  return { menu, forceDelete }
}
