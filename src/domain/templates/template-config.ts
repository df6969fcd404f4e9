import type { FunctionConfig, FunctionSpec } from '@/api/generated/schema'
import { projectLabel } from '../function-config'

interface Wanted {
  namespace: string
  project: string
  name: string
}

/** The function that a template makes, as it is posted: the template's labels stay, its name and namespace do not. */
export function configFromTemplate(
  made: { metadata?: FunctionConfig['metadata']; spec: FunctionSpec },
  { namespace, project, name }: Wanted,
): FunctionConfig {
  const { labels, annotations } = made.metadata ?? {}
  const { build, ...spec } = made.spec
  const isInline = Boolean(build?.functionSourceCode) && !build?.codeEntryType
  return {
    metadata: {
      name,
      namespace,
      labels: { ...labels, [projectLabel]: project },
      ...(annotations ? { annotations } : {}),
    },
    spec: { ...spec, build: { ...build, ...(isInline ? { codeEntryType: 'sourceCode' } : {}) } },
  }
}
