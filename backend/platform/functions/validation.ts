import type { FunctionConfig, FunctionSpec, Trigger } from '@/api/generated/schema'
import { functionNameProblem, labelKeyProblem, labelValueProblem } from '@/domain/names'
import { durationMilliseconds } from '@/domain/go-duration'
import { isQuantity } from './quantities'

/** Why a configuration is refused, and the status of the answer that says so. */
export interface Refusal {
  status: 400 | 412
  message: string
}

const bad = (message: string): Refusal => ({ status: 400, message })

const reservedNames = new Set(['dashboard', 'controller', 'dlx', 'scaler'])
const workerLimit = 100_000
/** Ports of the processor itself, which no other container of the pod may take. */
const takenPorts = new Set([8080, 8081, 8082, 8090])
const takenPortNames = new Set(['http', 'metrics'])
const imageName =
  /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?::\d+)?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?::[\w][\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$/i

/** What stands in the way before the stored functions are even looked at: name and presence of the parts. */
export function identityRefusal(config: FunctionConfig): Refusal | undefined {
  const name = config.metadata?.name
  if (!name) return bad('Function name must be provided in metadata')
  if (reservedNames.has(name)) {
    return { status: 412, message: `Function name ${name} is reserved and cannot be used.` }
  }
  const problem = functionNameProblem(name)
  if (problem) return bad(`Function name doesn't conform to k8s naming convention. Errors: ${problem}`)
  if (!config.spec) return bad('Function spec must be provided')
  return undefined
}

/**
 * What Nuclio refuses in a spec before it asks for the project, in its order and words. Expects an enriched spec. Faults of
 * the caller that Nuclio calls its own (500) are 400 here.
 */
export function specRefusal(spec: FunctionSpec): Refusal | undefined {
  return (
    imageRefusal(spec) ??
    triggersRefusal(spec) ??
    replicasRefusal(spec) ??
    nodeSelectorRefusal(spec) ??
    resourcesRefusal(spec) ??
    sourceRefusal(spec) ??
    timeoutRefusal(spec)
  )
}

/** What is looked at after the project was found: volumes, scaling, further containers. */
export function furtherSpecRefusal(spec: FunctionSpec): Refusal | undefined {
  return (
    volumesRefusal(spec) ?? scaleToZeroRefusal(spec) ?? serviceTypeRefusal(spec) ?? containersRefusal(spec)
  )
}

function imageRefusal(spec: FunctionSpec): Refusal | undefined {
  const images: [string, string | undefined][] = [
    ['Spec.Image', spec.image],
    ['Spec.RunRegistry', spec.runRegistry],
    ['Spec.Build.Image', spec.build?.image],
    ['Spec.Build.Registry', spec.build?.registry],
    ['Spec.Build.BaseImageRegistry', spec.build?.baseImageRegistry],
  ]
  for (const [field, value] of images) {
    // The documents' own samples end a registry in a slash.
    if (value && !imageName.test(value.replace(/\/$/, ''))) return bad(`Invalid ${field} passed`)
  }
  return undefined
}

function triggersRefusal(spec: FunctionSpec): Refusal | undefined {
  let http = 0
  for (const [key, trigger] of Object.entries(spec.triggers ?? {})) {
    if (key === '') return bad('Trigger key can not be empty')
    if (trigger.name !== key) return bad(`Trigger key and name mismatch (${key} != ${trigger.name})`)
    const workers = trigger.numWorkers ?? 0
    if (workers > workerLimit) {
      return bad(`NumWorkers value for ${key} trigger (${workers}) exceeds the limit of ${workerLimit}`)
    }
    if (workers < 0) return bad(`NumWorkers value for ${key} trigger (${workers}) must not be negative`)
    const refusal = ingressesRefusal(key, trigger) ?? batchRefusal(trigger)
    if (refusal) return refusal
    if (trigger.kind === 'http' && (http += 1) > 1) {
      return bad("There's more than one http trigger (unsupported)")
    }
  }
  return undefined
}

function ingressesRefusal(key: string, trigger: Trigger): Refusal | undefined {
  const ingresses: unknown = trigger.attributes?.ingresses
  if (trigger.kind !== 'http' || ingresses === undefined || ingresses === null) return undefined
  if (!isMap(ingresses)) {
    return bad(`Malformed structure for ingresses in trigger '${key}' (expects a map)`)
  }
  for (const [name, ingress] of Object.entries(ingresses)) {
    if (!isMap(ingress)) return bad(`Malformed structure for ingress '${name}' in trigger '${key}'`)
  }
  return undefined
}

function batchRefusal(trigger: Trigger): Refusal | undefined {
  const batch = trigger.batch
  if (!batch || batch.mode !== 'enable') return undefined
  if ((batch.batchSize ?? 0) < 1) return bad('Batch size should be 1 or higher')
  if (batch.timeout && durationMilliseconds(batch.timeout) === undefined) {
    return bad(`Batching timeout validation failed. Error: invalid duration "${batch.timeout}"`)
  }
  return undefined
}

function replicasRefusal({ replicas, minReplicas, maxReplicas }: FunctionSpec): Refusal | undefined {
  if (replicas !== undefined && replicas !== null) {
    return replicas < 0 ? bad('Replicas must not be negative') : undefined
  }
  if (maxReplicas !== undefined && maxReplicas !== null) {
    if (maxReplicas <= 0) return bad('Max replicas must be greater than zero')
    if ((minReplicas ?? 0) > maxReplicas) {
      return bad('Min replicas must be less than or equal to max replicas')
    }
  }
  if ((minReplicas ?? 0) < 0) return bad('Min replicas must not be negative')
  return undefined
}

function nodeSelectorRefusal(spec: FunctionSpec): Refusal | undefined {
  for (const [key, value] of Object.entries(spec.nodeSelector ?? {})) {
    const keyProblem = labelKeyProblem(key)
    if (keyProblem) return bad(`Invalid key: ${key}. ${keyProblem}`)
    const valueProblem = labelValueProblem(String(value))
    if (valueProblem) return bad(`Invalid value: ${value}. ${valueProblem}`)
  }
  return undefined
}

function resourcesRefusal(spec: FunctionSpec): Refusal | undefined {
  for (const part of ['requests', 'limits'] as const) {
    for (const [name, amount] of Object.entries(spec.resources?.[part] ?? {})) {
      if (!isQuantity(amount)) {
        return bad(`spec.resources.${part}.${name}: "${amount}" is not a quantity (such as 250m or 64Mi)`)
      }
    }
  }
  return undefined
}

function sourceRefusal(spec: FunctionSpec): Refusal | undefined {
  const build = spec.build ?? {}
  if ((spec.handler ?? '').split(':').length > 2) return bad(`Invalid handler name ${spec.handler}`)
  if (build.mode !== 'neverBuild') {
    const hasSource = build.functionSourceCode || build.path || build.image || spec.image
    if (!hasSource && build.codeEntryType !== 's3') {
      return bad(
        'Function must have either spec.build.path,spec.build.functionSourceCode, spec.build.image or spec.image set in order to create',
      )
    }
    if (!spec.runtime && build.functionSourceCode) {
      return bad('Runtime must be explicitly defined when using Function Source Code')
    }
    if (!spec.runtime && spec.image && !build.path) {
      return bad('If image is passed, runtime must be specified')
    }
  }
  if (build.functionSourceCode) {
    const wrong = base64Fault(build.functionSourceCode)
    if (wrong !== undefined) {
      return bad(`spec.build.functionSourceCode: illegal base64 data at input byte ${wrong}`)
    }
  }
  if (build.codeEntryType === 'git') {
    const attributes = (build.codeEntryAttributes ?? {}) as Record<string, unknown>
    if (!attributes.branch && !attributes.tag && !attributes.reference) {
      return bad('No git reference was specified. (must specify branch/tag/reference)')
    }
  }
  return undefined
}

function base64Fault(text: string): number | undefined {
  const clean = text.replace(/[\r\n]/g, '')
  const strange = clean.search(/[^A-Za-z0-9+/=]/)
  if (strange >= 0) return strange
  return /^[A-Za-z0-9+/]*={0,2}$/.test(clean) && clean.length % 4 === 0 ? undefined : clean.length
}

function timeoutRefusal(spec: FunctionSpec): Refusal | undefined {
  if (!spec.eventTimeout) return undefined
  return durationMilliseconds(spec.eventTimeout) === undefined
    ? bad(`spec.eventTimeout: invalid duration "${spec.eventTimeout}" (a number with a unit, such as 30s)`)
    : undefined
}

function volumesRefusal(spec: FunctionSpec): Refusal | undefined {
  const seen = new Map<string, string>()
  for (const { volume, volumeMount } of spec.volumes ?? []) {
    if (!volumeMount?.name) return bad('Volume mount name is missing')
    if (!volume?.name) return bad('Volume name is missing')
    if (volume.name !== volumeMount.name) {
      return bad('Volume and volume mount must have the same name')
    }
    const text = JSON.stringify(volume)
    if ((seen.get(volume.name) ?? text) !== text) {
      return bad(`Volumes sharing the same volume mount '${volume.name}' must having the same configuration`)
    }
    seen.set(volume.name, text)
  }
  return undefined
}

function scaleToZeroRefusal(spec: FunctionSpec): Refusal | undefined {
  if (spec.minReplicas !== 0 || (spec.replicas !== undefined && spec.replicas !== null)) return undefined
  const hasHttp = Object.values(spec.triggers ?? {}).some((trigger) => trigger.kind === 'http')
  return hasHttp
    ? undefined
    : bad('Function can not be scaling to zero without http trigger. Set min replicas to 1 or add one')
}

function serviceTypeRefusal(spec: FunctionSpec): Refusal | undefined {
  const types = [spec.serviceType, ...Object.values(spec.triggers ?? {}).map(triggerServiceType)]
  const wrong = types.find((type) => type && type !== 'NodePort' && type !== 'ClusterIP')
  return wrong ? bad(`Unsupported service type ${wrong}`) : undefined
}

function triggerServiceType(trigger: Trigger): string | undefined {
  const type: unknown = trigger.attributes?.serviceType
  return typeof type === 'string' ? type : undefined
}

interface ContainerShape {
  name?: string
  image?: string
  ports?: { name?: string; containerPort?: number }[]
}

function containersRefusal(spec: FunctionSpec): Refusal | undefined {
  const names = new Set<string>()
  const numbers = new Set<number>()
  for (const container of [...(spec.sidecars ?? []), ...(spec.initContainers ?? [])] as ContainerShape[]) {
    if (!container.name) return bad('Container name must be provided')
    if (!container.image) return bad(`Container image must be provided for container ${container.name}`)
    for (const port of container.ports ?? []) {
      const where = `container ${container.name}`
      if (!port.containerPort) return bad(`Container port must be provided for ${where}`)
      if (takenPorts.has(port.containerPort)) {
        return bad(`Container port ${port.containerPort} of ${where} is reserved for Nuclio`)
      }
      if (!port.name) return bad(`Container port name must be provided for ${where}`)
      if (takenPortNames.has(port.name)) {
        return bad(`Container port name ${port.name} of ${where} is reserved for Nuclio`)
      }
      if (names.has(port.name)) return bad(`Container port name ${port.name} is used more than once`)
      if (numbers.has(port.containerPort)) {
        return bad(`Container port ${port.containerPort} is used more than once`)
      }
      names.add(port.name)
      numbers.add(port.containerPort)
    }
  }
  return undefined
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
