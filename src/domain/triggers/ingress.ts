import { renderedHost } from '@/domain/gateways/host-and-path'

interface Target {
  name: string
  project: string
  namespace: string
}

/**
 * An ingress as it is added: its host made of the platform's template where that uses nothing but the names of the function, its
 * project and the namespace; a template that uses more is left to the platform.
 */
export function ingressDefaults(template: string | undefined, target: Target): Record<string, unknown> {
  if (!template) return { paths: ['/'] }
  const host = renderedHost(template, target)
  return host === undefined ? { hostTemplate: '@nuclio.fromDefault', paths: ['/'] } : { host, paths: ['/'] }
}
