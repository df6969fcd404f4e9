import { configToSend, fetchesSource, sourceTimeout, type FunctionRef } from '@/api/functions'
import type { FunctionConfig, NuclioFunction } from '@/api/generated/schema'
import { curlOf, withSecretVariables } from '@/domain/as-code'
import { withoutBuild } from '@/domain/function-config'
import { functionYaml } from '@/domain/function-document'

/** Something that can be done to the function, as a person would do it from a shell. */
export interface CodeChoice {
  label: string
  text: string
}

interface Given {
  ref: FunctionRef
  fn: NuclioFunction
  /** The body that the deploy of the draft sends. */
  deploy: FunctionConfig
  platformKind?: string
  /** Where this page came from. */
  origin: string
}

/** The deploy of the draft, its configuration as a file, and the plain acts, as text to copy. */
export function codeChoices({ ref, fn, deploy, platformKind, origin }: Given): CodeChoice[] {
  const put = (config: FunctionConfig): string =>
    curlOf({
      method: 'PUT',
      url: `${origin}/api/functions/${encodeURIComponent(ref.name)}`,
      headers: {
        'Content-Type': 'application/json',
        ...(fetchesSource(config.spec) && { 'X-Nuclio-Creation-State-Updated-Timeout': sourceTimeout }),
      },
      body: configToSend(ref, config, fn.metadata.resourceVersion !== undefined),
    })
  const isDisabled = fn.spec.disable === true
  const { resourceVersion } = fn.metadata
  return [
    { label: 'Deploy the draft (curl)', text: put(deploy) },
    { label: 'function.yaml of the draft', text: yamlOf(deploy) },
    {
      label: 'Start again as it is on the server (curl)',
      text: platformKind === 'local' ? put(withoutBuild(fn)) : redeploy(ref, origin),
    },
    {
      label: `${isDisabled ? 'Enable' : 'Disable'} as it is on the server (curl)`,
      text: put(withoutBuild(fn, { disable: !isDisabled })),
    },
    {
      label: 'Delete (curl)',
      text: curlOf({
        method: 'DELETE',
        url: `${origin}/api/functions`,
        headers: { 'Content-Type': 'application/json' },
        body: {
          metadata: { name: ref.name, namespace: ref.namespace, ...(resourceVersion && { resourceVersion }) },
        },
      }),
    },
  ]
}

const redeploy = (ref: FunctionRef, origin: string): string =>
  curlOf({
    method: 'PATCH',
    url: `${origin}/api/functions/${encodeURIComponent(ref.name)}`,
    headers: { 'Content-Type': 'application/json', 'X-Nuclio-Function-Namespace': ref.namespace },
    body: { desiredState: 'ready' },
  })

function yamlOf(config: FunctionConfig): string {
  const { config: covered, names } = withSecretVariables(config)
  const head =
    names.length > 0
      ? `# Secrets are variables: set ${names.join(', ')}, then run it through envsubst.\n`
      : ''
  return head + functionYaml(covered)
}
