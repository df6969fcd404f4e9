import type { FunctionConfig } from '@/api/generated/schema'
import { isBuilt, spentAnnotations } from '@/domain/function-config'
import { enrichedSpec } from '@/domain/spec-rules/enrichment'
import { isBranch, isWithin, type Path } from '@/lib/tree'
import { without } from '@/lib/without'

/** Maps of a person's own keys: an empty text in them is a value like any other. */
const ownMaps: Path[] = [
  ['metadata', 'labels'],
  ['metadata', 'annotations'],
  ['spec', 'nodeSelector'],
  ['spec', 'build', 'args'],
  ['spec', 'env'],
]

/**
 * A configuration without what says nothing: defaults written in as the server writes them in, quantities in their usual form, nothing
 * empty, nothing that the server writes by itself. Two configurations with one normal form mean the same to the server.
 */
export function normalised({ metadata, spec }: FunctionConfig): FunctionConfig {
  const annotations = isBranch(metadata.annotations)
    ? without(metadata.annotations as Record<string, string>, ...spentAnnotations)
    : metadata.annotations
  const own = { ...without(metadata, 'resourceVersion', 'namespace'), annotations }
  const enriched = without(enrichedSpec(isBranch(spec) ? spec : {}), 'imageHash')
  const build = isBranch(enriched.build) ? without(enriched.build, 'timestamp', 'mode') : enriched.build
  // What a build makes is named by the server; only an image that is not built here is a person's choice.
  const kept = isBuilt(spec) ? without(enriched, 'image') : enriched
  return pruned({ metadata: own, spec: { ...kept, build } }, []) as FunctionConfig
}

function pruned(value: unknown, path: Path): unknown {
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined
    return value.map((item, index) => pruned(item, [...path, String(index)]))
  }
  if (isBranch(value)) {
    const kept = Object.entries(value)
      .map(([key, inner]) => [key, pruned(inner, [...path, key])] as const)
      .filter(([, inner]) => inner !== undefined)
    return kept.length > 0 ? Object.fromEntries(kept) : undefined
  }
  if (value === null || value === undefined) return undefined
  if (isOwn(path)) return value
  return value === '' || value === false ? undefined : value
}

function isOwn(path: Path): boolean {
  return path.includes('attributes') || ownMaps.some((own) => isWithin(path, own))
}
