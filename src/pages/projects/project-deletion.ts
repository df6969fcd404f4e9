import { useMutation, useQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteApiGateway } from '@/api/api-gateways'
import { deleteFunction } from '@/api/functions'
import { frontendSpecQuery } from '@/api/platform'
import { deleteProject, type ProjectRef } from '@/api/projects'
import type { ProjectContents } from './project-contents'

interface Deletion {
  at: ProjectRef
  contents: ProjectContents
  /** Take the contents along. */
  cascading: boolean
}

/**
 * How to delete a project. On the Docker platform a cascading delete forgets the functions but leaves their containers
 * running, so there they go one by one first, after the gateways that lead to them; the other platforms clean up by themselves.
 */
export function useProjectDeletion(queryClient: QueryClient) {
  const [progress, setProgress] = useState<string>()
  const { data: spec } = useQuery(frontendSpecQuery())
  const { mutateAsync: removeGateway } = useMutation(deleteApiGateway(queryClient))
  const { mutateAsync: removeFunction } = useMutation(deleteFunction(queryClient))
  const { mutateAsync: removeProject } = useMutation(deleteProject(queryClient))

  const run = async ({ at, contents, cascading }: Deletion): Promise<void> => {
    try {
      if (cascading && spec?.platformKind !== 'kube') {
        for (const name of contents.gateways) {
          setProgress(`Deleting the API gateway ${name}`)
          await removeGateway({ ...at, name })
        }
        for (const [index, name] of contents.functions.entries()) {
          setProgress(`Deleting ${name}, ${index + 1} of ${contents.functions.length} functions`)
          await removeFunction({ ref: { ...at, name }, force: true })
        }
      }
      setProgress(`Deleting ${at.project}`)
      await removeProject({ ref: at, strategy: cascading ? 'cascading' : 'restricted' })
    } finally {
      setProgress(undefined)
    }
  }
  return { run, progress }
}
