import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { functionQuery, type FunctionRef } from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { frontendSpecQuery } from '@/api/platform'
import type { MenuAction } from '@/components/ActionMenu'
import { functionMenu } from '@/components/function-acts/function-menu'
import { lazyFunctionActs } from '@/components/function-acts/lazy-function-acts'
import { paths } from '@/domain/paths'
import { announce } from '@/lib/announce'
import { isEdited, ownActDone } from '../draft/draft'
import type { DraftControl } from '../draft/use-draft'

export interface PageActs {
  menu: MenuAction[]
  /** Starts what is on the server again. */
  redeploy: () => void
  forceDelete: () => void
}

interface Options {
  target: FunctionRef
  fn: NuclioFunction
  control: DraftControl
  /** Asks for what a copy needs. */
  onDuplicate: () => void
  /** Something was done to the function; the words say what. */
  onActed: (words: string) => void
  onForced: () => void
  /** The function was deleted by force and is there again. */
  onReturned: () => void
}

/** What can be done with the function besides deploying the draft; none of it touches the person's edits. */
export function useFunctionActs({ target, fn, control, ...events }: Options): PageActs {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { data: platform } = useSuspenseQuery(frontendSpecQuery())
  const { queryKey } = functionQuery(target)
  const readAgain = () => void queryClient.invalidateQueries({ queryKey })

  const acts = lazyFunctionActs(queryClient, target, {
    onChanged: (words) => {
      control.change(ownActDone)
      announce(words)
      events.onActed(words)
    },
    onDeleted: async () => {
      control.letGo()
      await navigate(paths.functions(target))
      queryClient.removeQueries({ queryKey })
    },
    onForced: () => {
      events.onForced()
      readAgain()
    },
    onReturned: () => {
      events.onReturned()
      readAgain()
    },
    remains: 'Its configuration and your edits stay on this page, so that you can create it again.',
  })
  const ofPage = { ...acts, duplicate: events.onDuplicate }
  const mode = platform.scaleToZero?.mode
  return {
    menu: functionMenu(fn, ofPage, mode ? { scalesToZero: mode === 'enabled' } : {}, isEdited(control.draft)),
    redeploy: () => acts.redeploy(fn),
    forceDelete: () => acts.forceRemove(fn),
  }
}
