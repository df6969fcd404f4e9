import type { FunctionConfig, FunctionSpec, FunctionState } from '@/api/generated/schema'

/** A host and a path that an ingress of some function answers at. */
export interface UsedIngress {
  host: string
  /** As {@link normalPath} writes it. */
  path: string
}

/** The function that has the name already, as far as it is known. */
export interface ExistingFunction {
  state?: FunctionState | ''
  resourceVersion?: string
  /** API gateways in front of it. */
  apiGateways?: readonly string[] | null
}

/**
 * What the rules must know beside the configuration. Whatever is left out is not known, and no rule that needs it speaks.
 */
export interface Surroundings {
  /** How it is sent: `create` is POST, `update` is PUT (which creates as well when there is nothing). */
  act?: 'create' | 'update'
  platformKind?: 'local' | 'kube' | ''
  /** The name in the address of the request. */
  requestName?: string
  /** `null` when there is none of that name. */
  existing?: ExistingFunction | null
  /** Names of the projects of the namespace. */
  projects?: { has(name: string): boolean }
  /** Names that the platform allows; none means that all are allowed. */
  priorityClasses?: readonly string[] | null
  /** Of the other functions of the namespace. */
  ingresses?: readonly UsedIngress[]
}

/** What one rule looks at. Parts may be of any type: only the contract says what they should be. */
export interface Subject {
  config: FunctionConfig
  /** Enriched, as the server judges it. */
  spec: FunctionSpec
  surroundings: Surroundings
}
