import type { ApiGatewaySpec } from '@/api/generated/schema'
import { normalPath } from '@/domain/spec-rules/ingresses'
import type { UsedIngress } from '@/domain/spec-rules/surroundings'

/** A host as requests are compared with it: in lower case, without the port and without a dot at its end. */
export function bareHost(host: string): string {
  return host.trim().toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '')
}

/** Where a gateway answers, in the form in which two gateways that collide are equal. */
export function placeOfGateway({ host = '', path = '' }: ApiGatewaySpec): UsedIngress {
  return { host: bareHost(host), path: normalPath(path) }
}

/** Whether the path of a request lies at or below that of a gateway: `/v1` takes `/v1` and `/v1/x`, not `/v10`. */
export function isBelow(requestPath: string, gatewayPath: string): boolean {
  if (gatewayPath === '/') return true
  return requestPath === gatewayPath || requestPath.startsWith(`${gatewayPath}/`)
}

interface Names {
  name: string
  project: string
  namespace: string
}

/** A host made from a platform's pattern; undefined when the pattern uses more than the names of the thing, its project and its namespace. */
export function renderedHost(template: string | undefined, names: Names): string | undefined {
  if (!template) return undefined
  const known: Record<string, string> = {
    ResourceName: names.name,
    ProjectName: names.project,
    Namespace: names.namespace,
  }
  const host = template.replaceAll(/\{\{\s*\.(\w+)\s*\}\}/g, (whole, key: string) => known[key] ?? whole)
  return host.includes('{{') ? undefined : host
}
