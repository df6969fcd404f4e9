import type { FunctionConfig } from '@/api/generated/schema'
import type { ProjectRef } from '@/api/projects'
import { projectLabel, putConfig } from '@/domain/function-config'
import { functionNameProblem } from '@/domain/names'
import { isBranch } from '@/lib/tree'

/**
 * The function that a file describes, as it is posted to this project. Takes the parsed file; throws an `Error` whose
 * message says what is wrong with it. Without its namespace an import would land where nobody finds it again.
 */
export function functionFromFile(parsed: unknown, { namespace, project }: ProjectRef): FunctionConfig {
  if (!isBranch(parsed) || !isBranch(parsed.metadata) || !isBranch(parsed.spec))
    throw new Error('This is not a function: a function has “metadata” and “spec”')
  const { name, labels } = parsed.metadata
  const problem = typeof name === 'string' ? functionNameProblem(name) : 'Enter a name'
  if (problem || typeof name !== 'string')
    throw new Error(`The name in “metadata” is not right. ${problem ?? ''}`)
  const { metadata, spec } = putConfig({
    metadata: { ...parsed.metadata, name },
    spec: parsed.spec,
    status: {},
  })
  return {
    metadata: {
      ...metadata,
      namespace,
      resourceVersion: undefined,
      labels: { ...(isBranch(labels) ? metadata.labels : {}), [projectLabel]: project },
    },
    spec,
  }
}
