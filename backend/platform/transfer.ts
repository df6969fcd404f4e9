import type {
  ApiGatewayConfig,
  FunctionConfig,
  FunctionEvent,
  FunctionEventConfig,
  Project,
  ProjectBundle,
  ProjectImportResult,
} from '@/api/generated/schema'
import { PlatformError } from '../errors'
import { functionLabel } from './events'
import { projectLabel } from '@/domain/function-config'
import { writableNamespace } from './namespaces'
import type { ApiGateways, FunctionEvents, Functions, Named } from './platform'
import type { ProjectResource } from './projects'
import { without } from '@/lib/without'

/** So many functions of a bundle are created at a time. */
const parallelImports = 8

export interface TransferOptions {
  namespaces: string[]
  projects: ProjectResource
  functions: Functions
  events: FunctionEvents
  gateways: Pick<ApiGateways, 'list' | 'create' | 'export'>
}

/** A project with everything in it. Throws 404. */
export async function exportProject(
  { projects, functions, events, gateways }: TransferOptions,
  ref: Named,
): Promise<ProjectBundle> {
  const { metadata, spec, status } = await projects.get(ref)
  const exported: [name: string, config: FunctionConfig][] = []
  const exportedEvents: [name: string, event: FunctionEvent][] = []
  for (const fn of await functions.list({ namespace: ref.namespace, project: ref.name })) {
    const functionName = fn.metadata.name
    exported.push([functionName, await functions.export({ namespace: ref.namespace, name: functionName })])
    for (const event of await events.list({ namespace: ref.namespace, functionName })) {
      exportedEvents.push([event.metadata.name, event])
    }
  }
  const exportedGateways: [name: string, gateway: ApiGatewayConfig][] = []
  for (const { metadata: of } of await gateways.list({ namespace: ref.namespace, project: ref.name })) {
    const name = of.name ?? ''
    exportedGateways.push([name, await gateways.export({ namespace: ref.namespace, name })])
  }
  return {
    project: { metadata: without(metadata, 'namespace'), spec, status },
    functions: Object.fromEntries(exported),
    functionEvents: Object.fromEntries(exportedEvents),
    apiGateways: Object.fromEntries(exportedGateways),
  }
}

/**
 * Puts the content of a bundle into its project, which is made when it is missing and otherwise left as it is. Nothing is taken
 * back when a part fails: the result says which parts did and why.  Throws 400 for a project that cannot be made.
 */
export async function importProject(
  options: TransferOptions,
  bundle: ProjectBundle,
  givenNamespace: string,
): Promise<ProjectImportResult> {
  const namespace = writableNamespace(options.namespaces, givenNamespace)
  const project = await targetProject(options, bundle, namespace)
  const projectName = project.metadata.name

  const functionConfigs = Object.entries(bundle.functions ?? {})
  const failedFunctions = await importFunctions(options, functionConfigs, namespace, projectName)
  const failedNames = new Set(failedFunctions.map((failed) => failed.function))

  const functionEvents = Object.values(bundle.functionEvents ?? {})
  const failedFunctionEvents: { functionEvent: string; error: string }[] = []
  for (const event of functionEvents) {
    const error = await importEvent(options, event, namespace, failedNames)
    if (error !== undefined) {
      const functionEvent = event.spec.displayName || event.metadata.name || ''
      failedFunctionEvents.push({ functionEvent, error })
    }
  }

  const apiGateways = Object.entries(bundle.apiGateways ?? {})
  const failedAPIGateways: { apiGateway: string; error: string }[] = []
  for (const [key, gateway] of apiGateways) {
    const error = await importGateway(options, key, gateway, { namespace, name: projectName })
    if (error !== undefined) failedAPIGateways.push({ apiGateway: gateway.spec.name || key, error })
  }

  return {
    functionImportResult: {
      ...amounts(functionConfigs.length, failedFunctions.length),
      failedFunctions: orNull(failedFunctions),
    },
    functionEventImportResult: {
      ...amounts(functionEvents.length, failedFunctionEvents.length),
      failedFunctionEvents: orNull(failedFunctionEvents),
    },
    apiGatewayImportResult: {
      ...amounts(apiGateways.length, failedAPIGateways.length),
      failedAPIGateways: orNull(failedAPIGateways),
    },
  }
}

async function targetProject(
  { projects }: TransferOptions,
  { project }: ProjectBundle,
  namespace: string,
): Promise<Project> {
  const { name } = project.metadata
  if (name && (await projects.exists({ namespace, name }))) return projects.get({ namespace, name })
  return projects.create({ metadata: { ...project.metadata, namespace }, spec: project.spec })
}

async function importFunctions(
  { functions }: TransferOptions,
  configs: [key: string, config: FunctionConfig][],
  namespace: string,
  project: string,
) {
  const failed: { function: string; error: string }[] = []
  const waiting = [...configs]
  const importNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [key, { metadata, spec }] = next
      const kept = without(metadata, 'resourceVersion')
      const name = metadata.name || key
      const labels = { ...kept.labels, [projectLabel]: project }
      try {
        await functions.create({ metadata: { ...kept, name, namespace, labels }, spec })
      } catch (error) {
        failed.push({ function: name, error: functionFailure(error) })
      }
    }
  }
  await Promise.all(Array.from({ length: parallelImports }, importNext))
  return failed.sort((a, b) => (a.function < b.function ? -1 : 1))
}

/** Why the event could not be imported, or undefined when it was. */
async function importEvent(
  { events }: TransferOptions,
  { metadata, spec }: FunctionEventConfig,
  namespace: string,
  failedFunctions: Set<string>,
): Promise<string | undefined> {
  const functionName = metadata.labels?.[functionLabel]
  if (!functionName) return "Event doesn't belong to any function"
  if (failedFunctions.has(functionName)) {
    return `Event belongs to function that failed import: ${functionName}`
  }
  try {
    // Without a name it gets a new one, so that the bundle can be imported beside its original.
    await events.create({ metadata: { ...metadata, namespace, name: '' }, spec })
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

/** Why the gateway could not be imported, or undefined when it was. One whose function is missing comes in state `error`. */
async function importGateway(
  { gateways }: TransferOptions,
  key: string,
  { metadata, spec }: ApiGatewayConfig,
  project: Named,
): Promise<string | undefined> {
  const name = metadata?.name || spec.name || key
  const labels = { ...metadata?.labels, [projectLabel]: project.name }
  try {
    await gateways.create({
      metadata: { ...metadata, name, namespace: project.namespace, labels },
      spec: { ...spec, name },
    })
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

function functionFailure(error: unknown): string {
  if (error instanceof PlatformError && error.status === 409) return 'Function name already exists'
  return messageOf(error)
}

/** A fault of ours is not an answer to somebody's import: it goes up and becomes a 500. */
function messageOf(error: unknown): string {
  if (error instanceof PlatformError) return error.message
  throw error
}

function amounts(given: number, failed: number) {
  return { createdAmount: given - failed, failedAmount: failed }
}

function orNull<Item>(items: Item[]): Item[] | null {
  return items.length > 0 ? items : null
}
