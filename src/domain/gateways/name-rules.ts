import {
  annotationsProblem,
  dnsLabelProblems,
  labelsProblem,
  qualifiedNameProblems,
} from '@/domain/spec-rules/kubernetes-names'
import { gatewayFinding, type GatewayFinding } from './gateway-finding'
import type { GatewaySubject } from './surroundings'

const path = ['metadata', 'name']
/** Names of Nuclio's own parts. */
const reservedNames = new Set(['dashboard', 'controller', 'dlx', 'scaler'])

function given({ config, name, surroundings: { requestName } }: GatewaySubject): GatewayFinding[] {
  const [ofMetadata, ofSpec] = [config.metadata?.name, config.spec.name]
  if (!name) return [gatewayFinding('name/required', path, 'Api gateway name must be provided in metadata')]
  if (requestName !== undefined && name !== requestName)
    return [gatewayFinding('name/of-request', path, 'Api gateway name is different from request id')]
  if (ofMetadata && ofSpec && ofMetadata !== ofSpec) {
    const words = 'Api gateway metadata.name must match api gateway spec.name'
    return [gatewayFinding('name/match', ['spec', 'name'], words)]
  }
  return []
}

/** Nuclio lets more pass than the ingress of a gateway, which takes its name, and a host made of it: those are refused as well. */
function form({ name }: GatewaySubject): GatewayFinding[] {
  if (!name) return []
  const problems = qualifiedNameProblems(name)
  if (problems.length === 0) problems.push(...dnsLabelProblems(name))
  if (problems.length === 0) return []
  const words = `Api gateway name doesn't conform to k8s naming convention. Errors: ${problems.join(', ')}`
  return [gatewayFinding('name/form', path, words)]
}

function reserved({ name }: GatewaySubject): GatewayFinding[] {
  if (!reservedNames.has(name)) return []
  const words = `Api gateway name '${name}' is reserved and cannot be used`
  return [gatewayFinding('name/reserved', path, words, 412)]
}

function texts({ config: { metadata } }: GatewaySubject): GatewayFinding[] {
  const ofLabels = labelsProblem(metadata?.labels)
  if (ofLabels) return [gatewayFinding('labels/form', ['metadata', 'labels'], ofLabels)]
  const ofAnnotations = annotationsProblem(metadata?.annotations)
  return ofAnnotations ? [gatewayFinding('annotations/form', ['metadata', 'annotations'], ofAnnotations)] : []
}

/** What is asked of the names of a gateway, first of all. */
export const nameRules = [given, form, reserved, texts] as const
