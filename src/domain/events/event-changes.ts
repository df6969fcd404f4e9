import type { FunctionEventConfig, FunctionEventSpec } from '@/api/generated/schema'
import { projectLabel } from '@/domain/function-config'
import { differences, sameValue, type Change } from '@/lib/tree'
import { without } from '@/lib/without'

/** Where two events differ, as servers store them: places of `labels`, `annotations` and `spec`. The name does not count. */
export function eventChanges(from: FunctionEventConfig, to: FunctionEventConfig): Change[] {
  return differences(compared(from), compared(to))
}

/** Whether two events are the same to a server, whatever their names. */
export const sameEvent = (a: FunctionEventConfig, b: FunctionEventConfig): boolean =>
  sameValue(compared(a), compared(b))

/** What counts when two events are compared, with what servers fill in. */
function compared({ metadata, spec }: FunctionEventConfig) {
  const { labels, annotations, name = '' } = metadata
  return {
    labels: without(labels ?? {}, projectLabel),
    annotations: annotations ?? {},
    spec: filledIn(name, spec),
  }
}

/** A spec as Nuclio stores it: with the name to show, the kind of trigger, and method, path and headers where they were left out. */
function filledIn(name: string, spec: FunctionEventSpec): FunctionEventSpec {
  const { attributes } = spec
  return {
    ...spec,
    displayName: spec.displayName || name,
    triggerKind: spec.triggerKind || 'http',
    body: spec.body ?? '',
    attributes: {
      ...attributes,
      headers: attributes?.headers ?? { 'Content-Type': 'text/plain' },
      method: attributes?.method ?? 'POST',
      path: attributes?.path ?? '',
    },
  }
}
