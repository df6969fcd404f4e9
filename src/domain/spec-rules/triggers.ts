import type { Trigger } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'
import { finding, type Finding } from './finding'
import { goDurationProblem } from './go-duration-problem'
import { attributesOf, triggersOf } from './parts'
import type { Subject } from './surroundings'

const workerLimit = 100_000
const partitionedKinds = new Set(['kafka', 'kafka-cluster', 'v3ioStream'])

/** What Nuclio asks of triggers, in its order: shapes of all ingresses, all batches, then one trigger after the other. */
export function triggers(subject: Subject): Finding[] {
  const all = triggersOf(subject.spec)
  const http = all.filter(([, trigger]) => trigger.kind === 'http').map(([key]) => key)
  return [
    ...all.flatMap(([key, trigger]) => ingressShapes(key, trigger)),
    ...all.flatMap(([key, trigger]) => batch(key, trigger)),
    ...all.flatMap(([key, trigger]) => [
      ...nameAndKey(key, trigger),
      ...workers(key, trigger, subject),
      ...(trigger.kind === 'http' ? oneHttp(key, http) : partitioned(key, trigger, subject)),
    ]),
  ]
}

const place = (key: string, ...rest: string[]) => ['spec', 'triggers', key, ...rest]

function ingressShapes(key: string, trigger: Trigger): Finding[] {
  const ingresses = attributesOf(trigger).ingresses
  if (trigger.kind !== 'http' || ingresses === undefined || ingresses === null) return []
  const at = place(key, 'attributes', 'ingresses')
  if (!isBranch(ingresses)) {
    const words = `Malformed structure for ingresses in trigger '${key}' (expects a map)`
    return [finding('ingresses/shape', at, words)]
  }
  return Object.entries(ingresses)
    .filter(([, ingress]) => !isBranch(ingress))
    .map(([name]) =>
      finding(
        'ingresses/shape',
        [...at, name],
        `Malformed structure for ingress '${name}' in trigger '${key}'`,
      ),
    )
}

/** Also of a batch that is switched off: only one that is on gets a size from the server. */
function batch(key: string, { batch }: Trigger): Finding[] {
  if (!isBranch(batch)) return []
  const found: Finding[] = []
  if (typeof (batch.batchSize ?? 0) === 'number' && (batch.batchSize ?? 0) < 1) {
    found.push(finding('batch/size', place(key, 'batch', 'batchSize'), 'Batch size should be 1 or higher'))
  }
  const problem = typeof batch.timeout === 'string' && batch.timeout && goDurationProblem(batch.timeout)
  if (problem) {
    const words = `Batching timeout validation failed. Error: ${problem}`
    found.push(finding('batch/timeout', place(key, 'batch', 'timeout'), words))
  }
  return found
}

function nameAndKey(key: string, { name }: Trigger): Finding[] {
  if (key === '') return [finding('triggers/key', place(key), 'Trigger key can not be empty')]
  if (name === key || typeof name !== 'string') return []
  return [finding('triggers/name', place(key, 'name'), `Trigger key and name mismatch (${key} != ${name})`)]
}

function workers(key: string, { numWorkers: count }: Trigger, { config }: Subject): Finding[] {
  if (typeof count !== 'number' || (count >= 0 && count <= workerLimit)) return []
  const field = config.spec.triggers?.[key]?.numWorkers ? 'numWorkers' : 'maxWorkers'
  const what = `NumWorkers value for ${key} trigger (${count})`
  const words = count < 0 ? `${what} must not be negative` : `${what} exceeds the limit of ${workerLimit}`
  return [finding('triggers/workers', place(key, field), words)]
}

function oneHttp(key: string, http: string[]): Finding[] {
  if (http.indexOf(key) < 1) return []
  const words = "There's more than one http trigger (unsupported)"
  return [finding('triggers/one-http', place(key, 'kind'), words)]
}

function partitioned(key: string, trigger: Trigger, { spec }: Subject): Finding[] {
  const found: Finding[] = []
  const { kind, explicitAckMode: mode } = trigger
  const allocation = attributesOf(trigger).workerAllocationMode
  const isExplicit = mode === 'enable' || mode === 'explicitOnly'
  if (partitionedKinds.has(kind) && isExplicit && allocation && allocation !== 'static') {
    const words = 'Explicit ack mode is not allowed when using worker pool allocation mode'
    found.push(finding('triggers/explicit-ack', place(key, 'explicitAckMode'), words))
  }
  const { minReplicas: min, maxReplicas: max } = spec
  if (kind === 'v3ioStream' && typeof min === 'number' && typeof max === 'number' && min !== max) {
    const words = 'V3IO Stream trigger does not support autoscaling'
    found.push(finding('triggers/v3io-replicas', ['spec', 'maxReplicas'], words))
  }
  return found
}
