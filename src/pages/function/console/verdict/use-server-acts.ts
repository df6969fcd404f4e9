import { useQueryClient } from '@tanstack/react-query'
import { lazyFunctionActs } from '@/components/function-acts/lazy-function-acts'
import { announce } from '@/lib/announce'
import { useDeploys } from '../../deploy/deploy-context'
import { ownActDone } from '../../draft/draft'
import { useWorkbench } from '../../workbench'

/** What makes the function on the server take requests again, without touching the person's edits. */
export function useServerActs(): { enable: () => void; startAgain: () => void } {
  const queryClient = useQueryClient()
  const { ref, fn, control } = useWorkbench()
  const { history } = useDeploys()
  const acts = lazyFunctionActs(queryClient, ref, {
    onChanged(words) {
      control.change(ownActDone)
      announce(words)
      history.noteAct(words)
    },
  })
  return { enable: () => acts.setDisabled(fn, false), startAgain: () => acts.redeploy(fn) }
}
