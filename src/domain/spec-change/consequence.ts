import { isBranch, valueAt, type Path } from '@/lib/tree'

/**
 * What a change needs before it works: a new image (`rebuild`), the replicas started anew (`restart`), another routing
 * from outside (`ingress`), or nothing at all. A server does the whole deploy for any of them; the class says what it takes.
 */
export type Consequence = 'rebuild' | 'restart' | 'ingress' | 'nothing'

const weakestFirst: readonly Consequence[] = ['nothing', 'ingress', 'restart', 'rebuild']

/** The strongest of several; nothing when there are none. */
export function strongest(consequences: Iterable<Consequence>): Consequence {
  let most = 0
  for (const one of consequences) most = Math.max(most, weakestFirst.indexOf(one))
  return weakestFirst[most] ?? 'nothing'
}

/**
 * The table. The first line that fits counts; `*` stands for any one key. It follows what Nuclio 1.14 does with a field:
 *
 * - A build is decided by `spec.build` (source, path, image, S3), and what goes into the image is the rest of `spec.build`, the
 *   runtime and the handler, whose first half names the file of an inline source.
 * - Ingresses and their annotations are objects of their own in a cluster; replicas do not read them.
 * - The description, labels and the masking of secrets touch the stored record alone, as do the marks of versions, which the
 *   server sets. In a cluster labels are written when a function is created and never again ({@link isKeptFromCreation}).
 * - Everything else reaches a function through its replicas: their environment, their configuration file, their pod. Annotations of
 *   the function are annotations of its pods.
 *
 * It tells what a change needs. A server starts the replicas anew at every deploy, also when no change needs that: in a cluster
 * it stamps each pod with the time of the deploy, and elsewhere it starts new processes.
 */
const table: [pattern: string, consequence: Consequence][] = [
  ['spec.build', 'rebuild'],
  ['spec.runtime', 'rebuild'],
  ['spec.handler', 'rebuild'],
  ['spec.triggers.*.attributes.ingresses', 'ingress'],
  ['spec.triggers.*.annotations', 'ingress'],
  ['spec.description', 'nothing'],
  ['metadata.labels', 'nothing'],
  ['spec.disableSensitiveFieldsMasking', 'nothing'],
  ['spec.publish', 'nothing'],
  ['spec.version', 'nothing'],
  ['spec.alias', 'nothing'],
]

const rules = table.map(([pattern, consequence]) => ({ keys: pattern.split('.'), consequence }))

/** What a difference at one place needs; `config` tells of which kind a trigger is. */
export function consequenceAt(path: Path, config: unknown): Consequence {
  const rule = rules.find(
    ({ keys }) => keys.length <= path.length && keys.every((key, i) => key === '*' || key === path[i]),
  )
  if (rule?.consequence !== 'ingress') return rule?.consequence ?? 'restart'
  const trigger = valueAt(config, path.slice(0, 3))
  return isBranch(trigger) && trigger.kind === 'http' ? 'ingress' : 'restart'
}

/** Whether the server goes on with the value that the function was created with, whatever a deploy says. */
export function isKeptFromCreation(path: Path, platformKind: string | undefined): boolean {
  return platformKind === 'kube' && path[0] === 'metadata' && path[1] === 'labels'
}

export const consequenceWords: Record<Consequence, string> = {
  rebuild: 'rebuild',
  restart: 'restart',
  ingress: 'ingress change',
  nothing: 'nothing to do',
}
