import { useEffect, useState } from 'react'
import { serverQuery } from '@/api/platform'
import type { ProjectRef } from '@/api/projects'
import { queryClient } from '@/api/query-client'

const none: ReadonlySet<string> = new Set()

/**
 * The functions of a project of which this browser keeps edits that are not deployed. Asked for when the list is drawn, and
 * again when somebody comes back to it.
 */
export function useEditedNames(at: ProjectRef): ReadonlySet<string> {
  const [edited, setEdited] = useState(none)
  useEffect(() => {
    let isHere = true
    const look = async () => {
      const [{ editedNames }, { identity }] = await Promise.all([
        import('./edited-names'),
        queryClient.query({ ...serverQuery(), staleTime: 'static' }),
      ])
      const names = await editedNames(identity, at)
      if (isHere) setEdited(names.size > 0 ? names : none)
    }
    // Where the browser keeps nothing there is nothing to tell.
    const lookQuietly = () => void look().catch(() => undefined)
    const onReturn = () => {
      if (document.visibilityState === 'visible') lookQuietly()
    }
    // In a task of its own: the rows come first.
    const soon = setTimeout(lookQuietly)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      isHere = false
      clearTimeout(soon)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [at])
  return edited
}
