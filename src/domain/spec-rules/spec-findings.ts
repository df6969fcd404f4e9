import type { FunctionConfig } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'
import { autoscaleMetrics } from './autoscale-metrics'
import { containers } from './containers'
import { cron } from './cron'
import { enrichedSpec } from './enrichment'
import { finding, type Finding } from './finding'
import { images } from './images'
import { ingressesInUse } from './ingresses'
import { metadataTexts, nodeSelector } from './labels'
import { formOfName, missingName, nameOfRequest, reservedName } from './names'
import { priorityClass } from './priority-class'
import { project } from './project'
import { quantityForms } from './quantity-form'
import { replicas, scaleToZero } from './replicas'
import { serviceTypes } from './service-type'
import { eventTimeout, source } from './source'
import type { Subject, Surroundings } from './surroundings'
import { triggers } from './triggers'
import { beginnings, standing } from './versions'
import { volumes } from './volumes'

type Rule = (subject: Subject) => Finding[]

/** What needs no spec. */
const rulesOfMetadata: readonly Rule[] = [nameOfRequest, formOfName]

/** In the order in which the server asks. */
const rulesOfSpec: readonly Rule[] = [
  quantityForms,
  standing,
  reservedName,
  metadataTexts,
  images,
  triggers,
  replicas,
  nodeSelector,
  project,
  volumes,
  priorityClass,
  scaleToZero,
  autoscaleMetrics,
  cron,
  serviceTypes,
  containers,
  ingressesInUse,
  source,
  eventTimeout,
  beginnings,
]

/**
 * Everything that the server would refuse of a configuration whose types are right, in the order of its checks: the first is what
 * it answers. A configuration of wrong types may be given too; its wrong parts are passed over here, for `schemaFindings`.
 */
export function specFindings(config: FunctionConfig, surroundings: Surroundings = {}): Finding[] {
  return [...findingsInOrder(config, surroundings)]
}

/** The answer to a configuration that must be refused; nothing behind it is looked at. */
export function firstRefusal(config: FunctionConfig, surroundings: Surroundings): Finding | undefined {
  for (const found of findingsInOrder(config, surroundings)) return found
  return undefined
}

function* findingsInOrder(config: FunctionConfig, surroundings: Surroundings): Generator<Finding> {
  if (!isBranch(config)) return
  yield* missingName({ config })
  const subject: Subject = { config, spec: {}, surroundings }
  for (const rule of rulesOfMetadata) yield* rule(subject)
  const given: unknown = config.spec
  if (given === undefined || given === null)
    yield finding('spec/required', ['spec'], 'Function spec must be provided')
  if (!isBranch(given)) return
  subject.spec = enrichedSpec(config.spec)
  for (const rule of rulesOfSpec) yield* rule(subject)
}
