import type { ApiGatewayConfig } from '@/api/generated/schema'
import { projectOfGateway } from './gateway-config'
import { gatewayFinding, type GatewayFinding } from './gateway-finding'
import { placeOfGateway, renderedHost } from './host-and-path'
import { nameRules } from './name-rules'
import { provisioningRules } from './provisioning-rules'
import type { GatewaySubject, GatewaySurroundings } from './surroundings'
import { functionOfUpstream } from './upstreams'

type Rule = (subject: GatewaySubject) => GatewayFinding[]

const upstreamKind = 'nucliofunction'
/** As Nuclio has it: no dots, no empty parts; a slash at either end may be there. */
const pathPattern = /^\/?(?:[A-Za-z0-9_-]+\/)*(?:[A-Za-z0-9_-]+)?$/

const upstreamCount: Rule = ({ spec: { upstreams = [] } }) => {
  const path = ['spec', 'upstreams']
  if (upstreams.length === 0)
    return [gatewayFinding('upstreams/required', path, 'One or more upstreams must be provided in spec')]
  if (upstreams.length > 2)
    return [gatewayFinding('upstreams/two', path, 'Received more than 2 upstreams. Currently not supported')]
  return []
}

const host: Rule = ({ spec, surroundings: { hostTemplate } }) =>
  // A pattern that uses more than names is still one that the server makes a host of.
  spec.host || hostTemplate
    ? []
    : [gatewayFinding('host/required', ['spec', 'host'], 'Host must be provided in spec')]

const path: Rule = ({ spec: { path: given = '' } }) =>
  pathPattern.test(given)
    ? []
    : [gatewayFinding('path/form', ['spec', 'path'], `API Gateway path is invalid - ${given}`)]

const kinds: Rule = ({ spec: { upstreams = [] } }) => {
  const kindOf = ({ kind }: (typeof upstreams)[number]) => kind ?? ''
  if (new Set(upstreams.map(kindOf)).size > 1) {
    const words = 'All upstreams must be of the same kind'
    return [gatewayFinding('upstreams/same-kind', ['spec', 'upstreams'], words)]
  }
  const wrong = upstreams.findIndex((upstream) => kindOf(upstream) !== upstreamKind)
  const [first] = upstreams
  if (wrong < 0 || !first) return []
  const words = `Unsupported upstream kind: '${kindOf(first)}'. (Currently supporting only ${upstreamKind})`
  return [gatewayFinding('upstreams/kind', ['spec', 'upstreams', String(wrong), 'kind'], words)]
}

const standing: Rule = ({ config, name, surroundings: { act, existing } }) => {
  if (!existing) return []
  if (act === 'create')
    return [gatewayFinding('name/taken', ['metadata', 'name'], `Api gateway ${name} already exists`, 409)]
  if (projectOfGateway(config) === existing.project) return []
  const words = 'Changing project name to an existing api gateway is not allowed'
  return [gatewayFinding('project/change', ['metadata', 'labels'], words)]
}

const functionsExist: Rule = ({ spec: { upstreams = [] }, surroundings }) => {
  const { functions, validatesFunctions } = surroundings
  if (!functions) return []
  return upstreams.flatMap((upstream, index) => {
    const called = functionOfUpstream(upstream)
    if (functions.has(called)) return []
    const place = ['spec', 'upstreams', String(index), 'nucliofunction', 'name']
    const words = called ? `Function ${called} does not exist` : 'An upstream must name its function'
    return [gatewayFinding('upstreams/function', place, words, validatesFunctions ? 412 : 'provisioning')]
  })
}

const inUse: Rule = ({ spec, surroundings: { used = [] } }) => {
  const place = placeOfGateway(spec)
  if (!used.some((one) => one.host === place.host && one.path === place.path)) return []
  const words = 'Ingress host and path are already in use'
  return [gatewayFinding('host/in-use', ['spec', 'host'], words, 412)]
}

/** In the order in which the server asks. */
const rules: readonly Rule[] = [
  ...nameRules,
  upstreamCount,
  host,
  path,
  kinds,
  standing,
  functionsExist,
  inUse,
  ...provisioningRules,
]

/**
 * Everything that keeps a gateway from being stored or from working, in the order of the server's checks: the first that has a
 * status is what it answers, the first that is about provisioning is what the gateway says once it is stored.
 */
export function gatewayFindings(
  config: ApiGatewayConfig,
  surroundings: GatewaySurroundings = {},
): GatewayFinding[] {
  const name = config.metadata?.name || config.spec.name || surroundings.requestName || ''
  const { namespace = '' } = config.metadata ?? {}
  const project = projectOfGateway(config)
  const made = renderedHost(surroundings.hostTemplate, { name, project, namespace })
  const spec = { ...config.spec, host: config.spec.host?.trim() || made }
  const subject: GatewaySubject = { config, spec, name, surroundings }
  return rules.flatMap((rule) => rule(subject))
}

/** The answer to a gateway that must not be stored. */
export function gatewayRefusal(
  config: ApiGatewayConfig,
  surroundings: GatewaySurroundings,
): { status: 400 | 409 | 412; message: string } | undefined {
  for (const { status, message } of gatewayFindings(config, surroundings))
    if (status !== 'provisioning') return { status, message }
  return undefined
}

/** Why a gateway that is stored cannot work, as its `last_error` says it. */
export function provisioningProblem(
  config: ApiGatewayConfig,
  surroundings: GatewaySurroundings,
): string | undefined {
  return gatewayFindings(config, surroundings).find(({ status }) => status === 'provisioning')?.message
}
