import type { FunctionSpec } from '@/api/generated/schema'
import { isBranch, type Path } from '@/lib/tree'
import { finding, type Finding } from './finding'
import { attributesOf, triggersOf } from './parts'
import type { Subject, UsedIngress } from './surroundings'

interface PlacedIngress extends UsedIngress {
  at: Path
}

/** Paths that lead to the same place are written the same: with a slash before, none behind. */
export function normalPath(path: string): string {
  return `/${path}`.replace(/^\/+/, '/').replace(/(.)\/+$/, '$1')
}

/** Every host and path that the http triggers of a spec are called at; ingresses whose host the server makes up are left out. */
export function ingressesOf(spec: FunctionSpec | undefined): UsedIngress[] {
  return spec ? placed(spec).map(({ host, path }) => ({ host, path })) : []
}

/** Hosts and paths that another function of the namespace answers at. */
export function ingressesInUse({ spec, surroundings }: Subject): Finding[] {
  const used = new Set((surroundings.ingresses ?? []).map(({ host, path }) => `${host} ${path}`))
  if (used.size === 0) return []
  return placed(spec)
    .filter(({ host, path }) => used.has(`${host} ${path}`))
    .map(({ at }) => finding('ingresses/in-use', at, 'Ingress host and path are already in use', 412))
}

function placed(spec: FunctionSpec): PlacedIngress[] {
  return triggersOf(spec).flatMap(([key, trigger]) => {
    const ingresses = attributesOf(trigger).ingresses
    if (trigger.kind !== 'http' || !isBranch(ingresses)) return []
    return Object.entries(ingresses).flatMap(([name, ingress]) =>
      placedIngress(ingress, ['spec', 'triggers', key, 'attributes', 'ingresses', name]),
    )
  })
}

function placedIngress(ingress: unknown, at: Path): PlacedIngress[] {
  if (!isBranch(ingress) || typeof ingress.host !== 'string' || ingress.host === '') return []
  const host = ingress.host.toLowerCase()
  const paths = Array.isArray(ingress.paths) ? ingress.paths.filter((path) => typeof path === 'string') : []
  return paths.length === 0
    ? [{ host, path: '/', at: [...at, 'host'] }]
    : paths.map((path, index) => ({ host, path: normalPath(path), at: [...at, 'paths', String(index)] }))
}
