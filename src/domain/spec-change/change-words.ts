import { decodeSource } from '@/domain/function-config'
import { covered, isSecretField, maskSecrets } from '@/domain/function-secrets'
import { isBranch, type Path } from '@/lib/tree'
import { changedLines } from './changed-lines'

const valueLimit = 80

/** How a place is spoken of, by its path; `*` stands for any one key, which `$1`, `$2` … bring into the words. */
const names: [pattern: string, words: string][] = [
  ['metadata.labels.*', 'label $1'],
  ['metadata.annotations.*', 'annotation $1'],
  ['spec.description', 'description'],
  ['spec.disable', 'disabled'],
  ['spec.handler', 'handler'],
  ['spec.runtime', 'runtime'],
  ['spec.image', 'image'],
  ['spec.minReplicas', 'minimum of replicas'],
  ['spec.maxReplicas', 'maximum of replicas'],
  ['spec.replicas', 'replicas'],
  ['spec.targetCPU', 'target CPU'],
  ['spec.eventTimeout', 'event timeout'],
  ['spec.readinessTimeoutSeconds', 'readiness timeout (seconds)'],
  ['spec.env', 'environment'],
  ['spec.envFrom', 'environment from'],
  ['spec.volumes', 'volumes'],
  ['spec.loggerSinks', 'log level'],
  ['spec.resources.requests.*', 'requested $1'],
  ['spec.resources.limits.*', 'limit of $1'],
  ['spec.serviceAccount', 'service account'],
  ['spec.securityContext', 'security context'],
  ['spec.priorityClassName', 'priority class'],
  ['spec.preemptionPolicy', 'preemption policy'],
  ['spec.preemptionMode', 'preemption mode'],
  ['spec.nodeSelector.*', 'node selector $1'],
  ['spec.nodeName', 'node name'],
  ['spec.tolerations', 'tolerations'],
  ['spec.affinity', 'affinity'],
  ['spec.sidecars', 'sidecars'],
  ['spec.initContainers', 'init containers'],
  ['spec.deploymentStrategy', 'deployment strategy'],
  ['spec.scaleToZero', 'scale to zero'],
  ['spec.autoScaleMetrics', 'autoscale metrics'],
  ['spec.customScalingMetricSpecs', 'custom scaling metrics'],
  ['spec.imagePullPolicy', 'image pull policy'],
  ['spec.imagePullSecrets', 'image pull secret'],
  ['spec.runRegistry', 'registry to run from'],
  ['spec.runtimeAttributes.*', 'runtime attribute $1'],
  ['spec.platform.attributes.*', 'platform attribute $1'],
  ['spec.disableDefaultHTTPTrigger', 'default HTTP trigger turned away'],
  ['spec.build.functionSourceCode', 'source'],
  ['spec.build.codeEntryType', 'kind of code'],
  ['spec.build.codeEntryAttributes.*', 'code $1'],
  ['spec.build.path', 'code path'],
  ['spec.build.image', 'name of the built image'],
  ['spec.build.commands', 'build commands'],
  ['spec.build.dependencies', 'dependencies'],
  ['spec.build.baseImage', 'base image'],
  ['spec.build.onbuildImage', 'onbuild image'],
  ['spec.build.registry', 'registry of the build'],
  ['spec.build.baseImageRegistry', 'registry of base images'],
  ['spec.build.flags', 'build flags'],
  ['spec.build.args.*', 'build argument $1'],
  ['spec.build.noCache', 'build without cache'],
  ['spec.build.offline', 'offline build'],
  ['spec.build.buildTimeoutSeconds', 'build timeout (seconds)'],
  ['spec.triggers.*.numWorkers', 'trigger $1: workers'],
  ['spec.triggers.*.maxWorkers', 'trigger $1: workers (maxWorkers)'],
  ['spec.triggers.*.disabled', 'trigger $1: disabled'],
  ['spec.triggers.*.workerAvailabilityTimeoutMilliseconds', 'trigger $1: wait for a worker (ms)'],
  ['spec.triggers.*.attributes.ingresses.*', 'trigger $1: ingress $2'],
  ['spec.triggers.*.attributes.*', 'trigger $1: $2'],
  ['spec.triggers.*.annotations.*', 'trigger $1: ingress annotation $2'],
  ['spec.triggers.*.batch', 'trigger $1: batching'],
  ['spec.triggers.*.explicitAckMode', 'trigger $1: explicit acknowledgement'],
  ['spec.triggers.*', 'trigger $1'],
]

const compiled = names.map(([pattern, words]) => ({ keys: pattern.split('.'), words }))

/** A place as it is spoken of; what lies below a known place is added by its keys. */
export function placeWords(path: Path): string {
  const fitting = compiled
    .filter(
      ({ keys }) => keys.length <= path.length && keys.every((key, i) => key === '*' || key === path[i]),
    )
    .sort((a, b) => b.keys.length - a.keys.length || stars(a.keys) - stars(b.keys))[0]
  if (!fitting) return path.slice(1).join(' ') || path.join(' ')
  const found = path.filter((_, i) => fitting.keys[i] === '*')
  const words = fitting.words.replace(/\$(\d)/g, (_, n: string) => found[Number(n) - 1] ?? '')
  const below = path.slice(fitting.keys.length)
  if (below.length === 0) return words
  return `${words}${words.includes(':') ? ' ' : ': '}${below.join(' ')}`
}

const stars = (keys: readonly string[]): number => keys.filter((key) => key === '*').length

/** A value in a few words; what is to be kept quiet is covered. */
function valueWords(value: unknown, isSecret: boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (typeof value === 'string' && value.startsWith('$ref:')) return 'kept secret'
  if (isSecret) return covered
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const masked = maskSecrets(text)
  const [line = ''] = masked.split('\n', 1)
  const cut = line.length > valueLimit ? line.slice(0, valueLimit) : line
  if (masked === '') return '“”'
  return cut === masked ? cut : `${cut}…`
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null

/** A difference in a sentence without a full stop: `environment: TIMEOUT 30 → 60`, `build commands changed`. */
export function changeWords(
  path: Path,
  from: unknown,
  to: unknown,
  { label = placeWords(path), isSecret = isSecretField(path.at(-1) ?? '') } = {},
): string {
  if (path.at(-1) === 'functionSourceCode') return sourceWords(from, to)
  if (from === undefined) {
    if (isBranch(to) || path.length === 0) return `${label} added`
    if (Array.isArray(to)) return `${label} set`
    if (typeof to === 'boolean') return `${label}: ${valueWords(to, false)}`
    return `${label} set to ${valueWords(to, isSecret)}`
  }
  if (to === undefined) {
    if (!isPlain(from)) return `${label} removed`
    if (typeof from === 'boolean') return `${label}: ${valueWords(!from, false)}`
    return `${label} removed (was ${valueWords(from, isSecret)})`
  }
  if (!isPlain(from) || !isPlain(to)) return `${label} changed`
  if (isSecret) return `${label} changed (${valueWords(from, true)} → ${valueWords(to, true)})`
  const [before, after] = [valueWords(from, false), valueWords(to, false)]
  return before === after ? `${label} changed` : `${label} ${before} → ${after}`
}

// Comparing at every keystroke, the same source of the server is decoded once.
let decoded = { encoded: '', text: '' as string | undefined }

function sourceText(encoded: unknown): string | undefined {
  if (typeof encoded !== 'string') return undefined
  if (decoded.encoded !== encoded) decoded = { encoded, text: decodeSource(encoded) }
  return decoded.text
}

function sourceWords(from: unknown, to: unknown): string {
  if (from === undefined) return 'source added'
  if (to === undefined) return 'source removed'
  const before = sourceText(from)
  const after = typeof to === 'string' ? decodeSource(to) : undefined
  if (before === undefined || after === undefined) return 'source changed'
  const count = changedLines(before, after)
  return `source: ${count} ${count === 1 ? 'line' : 'lines'} changed`
}
