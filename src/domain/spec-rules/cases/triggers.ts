import { bad, inTrigger, type RefusedCase } from './refused-case'

const http = { web: { kind: 'http' } }
const kafka = { kind: 'kafka-cluster', attributes: { topics: ['a'], consumerGroup: 'g' } }

/** Triggers of every kind. */
export const triggerCases: readonly RefusedCase[] = [
  {
    what: 'ingresses that are no map',
    source: 'documented',
    spec: { triggers: { a: { kind: 'http', attributes: { ingresses: 1 } } } },
    ...bad(
      "Malformed structure for ingresses in trigger 'a' (expects a map)",
      ...inTrigger('a', 'attributes', 'ingresses'),
    ),
  },
  {
    what: 'an ingress that is no map',
    source: 'documented',
    spec: { triggers: { a: { kind: 'http', attributes: { ingresses: { main: 1 } } } } },
    ...bad(
      "Malformed structure for ingress 'main' in trigger 'a'",
      ...inTrigger('a', 'attributes', 'ingresses', 'main'),
    ),
  },
  {
    what: 'a trigger without a key',
    source: 'documented',
    spec: { triggers: { '': { kind: 'http' } } },
    ...bad('Trigger key can not be empty', ...inTrigger('')),
  },
  {
    what: 'a trigger with another name',
    source: 'recorded',
    spec: { triggers: { a: { kind: 'http', name: 'zzz' } } },
    ...bad('Trigger key and name mismatch (a != zzz)', ...inTrigger('a', 'name')),
  },
  {
    what: 'too many workers',
    source: 'recorded',
    spec: { triggers: { a: { kind: 'http', numWorkers: 200_000 } } },
    ...bad(
      'NumWorkers value for a trigger (200000) exceeds the limit of 100000',
      ...inTrigger('a', 'numWorkers'),
    ),
  },
  {
    what: 'too many workers by the older name',
    source: 'documented',
    spec: { triggers: { a: { kind: 'http', maxWorkers: 200_000 } } },
    ...bad(
      'NumWorkers value for a trigger (200000) exceeds the limit of 100000',
      ...inTrigger('a', 'maxWorkers'),
    ),
  },
  {
    what: 'fewer workers than none',
    source: 'ours',
    spec: { triggers: { a: { kind: 'http', numWorkers: -1 } } },
    ...bad('NumWorkers value for a trigger (-1) must not be negative', ...inTrigger('a', 'numWorkers')),
  },
  {
    what: 'two http triggers',
    source: 'recorded',
    spec: { triggers: { a: { kind: 'http' }, b: { kind: 'http' } } },
    ...bad("There's more than one http trigger (unsupported)", ...inTrigger('b', 'kind')),
  },
  {
    what: 'an empty batch',
    source: 'documented',
    spec: { triggers: { a: { kind: 'http', batch: { mode: 'enable', batchSize: 0 } } } },
    ...bad('Batch size should be 1 or higher', ...inTrigger('a', 'batch', 'batchSize')),
  },
  {
    what: 'a batch that is off and has no size',
    source: 'documented',
    spec: { triggers: { a: { kind: 'http', batch: { mode: 'disable' } } } },
    ...bad('Batch size should be 1 or higher', ...inTrigger('a', 'batch', 'batchSize')),
  },
  {
    what: 'a batch that waits for ever',
    source: 'documented',
    spec: { triggers: { a: { kind: 'http', batch: { mode: 'enable', timeout: 'soon' } } } },
    ...bad(
      'Batching timeout validation failed. Error: time: invalid duration "soon"',
      ...inTrigger('a', 'batch', 'timeout'),
    ),
  },
  {
    what: 'a batch whose wait has no unit',
    source: 'documented',
    spec: { triggers: { a: { kind: 'http', batch: { mode: 'enable', timeout: '10' } } } },
    ...bad(
      'Batching timeout validation failed. Error: time: missing unit in duration "10"',
      ...inTrigger('a', 'batch', 'timeout'),
    ),
  },
  {
    what: 'explicit acknowledgement from a pool of workers',
    source: 'documented',
    spec: {
      triggers: {
        k: {
          ...kafka,
          explicitAckMode: 'enable',
          attributes: { ...kafka.attributes, workerAllocationMode: 'pool' },
        },
      },
    },
    ...bad(
      'Explicit ack mode is not allowed when using worker pool allocation mode',
      ...inTrigger('k', 'explicitAckMode'),
    ),
  },
  {
    what: 'a V3IO stream that scales',
    source: 'recorded',
    spec: { minReplicas: 1, maxReplicas: 2, triggers: { ...http, v: { kind: 'v3ioStream' } } },
    ...bad('V3IO Stream trigger does not support autoscaling', 'spec', 'maxReplicas'),
  },
  {
    what: 'a cron trigger without a time',
    source: 'ours',
    spec: { triggers: { c: { kind: 'cron' } } },
    ...bad(
      'Trigger "c" cannot run: A cron trigger has an interval or a schedule; this one has neither',
      ...inTrigger('c', 'attributes', 'schedule'),
    ),
  },
  {
    what: 'a schedule of a 61st minute',
    source: 'ours',
    spec: { triggers: { c: { kind: 'cron', attributes: { schedule: '61 * * * *' } } } },
    ...bad(
      'Trigger "c" cannot run: The minute cannot be “61”: it is out of range (0 to 59)',
      ...inTrigger('c', 'attributes', 'schedule'),
    ),
  },
  {
    what: 'an interval without a unit',
    source: 'ours',
    spec: { triggers: { c: { kind: 'cron', attributes: { interval: '10', schedule: '* * * * *' } } } },
    ...bad(
      'Trigger "c" cannot run: “10” is no duration; write it with units, such as 30s, 5m or 1h30m',
      ...inTrigger('c', 'attributes', 'interval'),
    ),
  },
  {
    what: 'a service type that is not supported',
    source: 'documented',
    spec: { serviceType: 'LoadBalancer' },
    ...bad('Unsupported service type LoadBalancer', 'spec', 'serviceType'),
  },
  {
    what: 'an ingress that another function has',
    source: 'documented',
    spec: {
      triggers: {
        web: {
          kind: 'http',
          attributes: { ingresses: { main: { host: 'a.example', paths: ['/x', '/y/'] } } },
        },
      },
    },
    surroundings: { ingresses: [{ host: 'a.example', path: '/y' }] },
    alone: false,
    status: 412,
    message: 'Ingress host and path are already in use',
    path: inTrigger('web', 'attributes', 'ingresses', 'main', 'paths', '1'),
  },
]
