import type { Path } from '@/lib/tree'

/** Something in an API gateway that keeps it from being stored, or from working once it is. */
export interface GatewayFinding {
  /** Names the rule, such as `upstreams/canary-share`; stays the same whatever the words. */
  rule: string
  /** The place in `{ metadata, spec }` that a person has to change. */
  path: Path
  /**
   * Status of the answer that would come; `provisioning` when the server stores the gateway all the same, and sets it up in
   * state `error`.
   */
  status: 400 | 409 | 412 | 'provisioning'
  /** The `error` of that answer, or the `last_error` of the gateway, word for word. */
  message: string
}

/** A finding that is answered with 400 unless it is said otherwise. */
export function gatewayFinding(
  rule: string,
  path: Path,
  message: string,
  status: GatewayFinding['status'] = 400,
): GatewayFinding {
  return { rule, path, status, message }
}
