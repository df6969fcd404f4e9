import type { ApiGatewayConfig, ApiGatewaySpec } from '@/api/generated/schema'
import type { UsedIngress } from '@/domain/spec-rules/surroundings'

/**
 * What the rules must know beside the gateway. Whatever is left out is not known, and no rule that needs it speaks.
 */
export interface GatewaySurroundings {
  /** How it is sent: `create` is POST, `update` is PUT. */
  act?: 'create' | 'update'
  /** The name in the address of the request. */
  requestName?: string
  /** The gateway that has the name already; `null` when there is none. */
  existing?: { project: string } | null
  /** Names of the functions of the namespace. */
  functions?: { has(name: string): boolean }
  /** Whether the request asks for the functions to be looked up before it is answered; otherwise they are looked up after. */
  validatesFunctions?: boolean
  /** Hosts and paths that something else answers at. */
  used?: readonly UsedIngress[]
  /** The only authentication modes that the platform can do. */
  modes?: readonly string[]
  /** Pattern from which the server makes a host when none is given. */
  hostTemplate?: string
  /** Whether a host may name the port of the listener, which an ingress may not. */
  hostTakesPort?: boolean
}

/** What one rule looks at. */
export interface GatewaySubject {
  config: ApiGatewayConfig
  /** As in the configuration, with the host that the server would make up. */
  spec: ApiGatewaySpec
  /** That of the metadata, of the spec, or of the address of the request. */
  name: string
  surroundings: GatewaySurroundings
}
