import type { FrontendSpec } from '@/api/generated/schema'

/**
 * Whether a platform has API gateways. Kubernetes has; another one does when it lists modes for them, which Nuclio's platform on Docker
 * never does.
 */
export function hasGateways({ platformKind, allowedAuthenticationModes }: FrontendSpec): boolean {
  return platformKind !== 'local' || (allowedAuthenticationModes?.length ?? 0) > 0
}
