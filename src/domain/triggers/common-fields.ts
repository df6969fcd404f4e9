import type { TriggerField } from './trigger-field'

const workers: readonly TriggerField[] = [
  {
    path: ['numWorkers'],
    label: 'Workers',
    type: 'workers',
    default: 1,
    least: 1,
    most: 100_000,
    help: 'How many events each replica works on at a time.',
    keywords: 'concurrency maxWorkers parallel',
    group: 'workers',
  },
  {
    path: ['workerAvailabilityTimeoutMilliseconds'],
    label: 'Worker availability timeout',
    type: 'number',
    default: 10_000,
    least: 1,
    unit: 'ms',
    help: 'How long an event waits for a free worker.',
    group: 'workers',
  },
  {
    path: ['workerAllocatorName'],
    label: 'Worker allocator',
    type: 'text',
    help: 'Triggers that name the same allocator share its workers.',
    group: 'workers',
  },
]

/** For kinds that read partitions which can move from replica to replica. */
const partitioned: readonly TriggerField[] = [
  {
    path: ['explicitAckMode'],
    label: 'Explicit acknowledgement',
    type: 'choice',
    choices: ['disable', 'enable', 'explicitOnly'],
    default: 'disable',
    help: 'Whether the handler says itself that it has taken an event. Needs worker allocation mode static.',
    group: 'workers',
  },
  {
    path: ['waitExplicitAckDuringRebalanceTimeout'],
    label: 'Wait for acknowledgements when partitions move',
    type: 'duration',
    group: 'workers',
  },
  {
    path: ['workerTerminationTimeout'],
    label: 'Worker termination timeout',
    type: 'duration',
    default: '10s',
    help: 'How long a worker may take to end when partitions move.',
    group: 'workers',
  },
]

const batching: readonly TriggerField[] = [
  {
    path: ['batch', 'mode'],
    label: 'Batching',
    type: 'choice',
    choices: ['disable', 'enable'],
    default: 'disable',
    help: 'The handler gets several events at once. Http triggers of Python functions only.',
    group: 'more',
  },
  {
    path: ['batch', 'batchSize'],
    label: 'Batch size',
    type: 'number',
    default: 10,
    least: 1,
    unit: 'events',
    group: 'more',
  },
  {
    path: ['batch', 'timeout'],
    label: 'Batch timeout',
    type: 'duration',
    default: '1s',
    help: 'How long to wait for a full batch.',
    group: 'more',
  },
]

const listening: readonly TriggerField[] = [
  {
    path: ['secret'],
    label: 'Secret',
    type: 'text',
    help: 'Name of a secret with the sign-in.',
    group: 'more',
  },
  {
    path: ['paths'],
    label: 'Paths',
    type: 'lines',
    help: 'One a line, for kinds that read paths.',
    group: 'more',
  },
  {
    path: ['partitions'],
    label: 'Partitions',
    type: 'rows',
    item: 'partition',
    of: [
      { path: ['id'], label: 'Partition', type: 'text', required: true },
      { path: ['checkpoint'], label: 'Checkpoint', type: 'text' },
    ],
    help: 'Read these only, each from its checkpoint on.',
    group: 'more',
  },
  {
    path: ['total_tasks'],
    label: 'Tasks',
    type: 'number',
    least: 0,
    help: 'How many tasks partitions are shared out to.',
    group: 'more',
  },
  {
    path: ['max_task_allocation'],
    label: 'Most tasks of a replica',
    type: 'number',
    least: 0,
    group: 'more',
  },
]

const identity: readonly TriggerField[] = [
  { path: ['url'], label: 'URL', type: 'text', group: 'more' },
  { path: ['username'], label: 'User', type: 'text', group: 'signIn' },
  { path: ['password'], label: 'Password', type: 'secret', group: 'signIn' },
  { path: ['annotations'], label: 'Annotations', type: 'map', group: 'more' },
]

const byItself = new Set(['http', 'cron', 'kickstart'])
const withPartitions = new Set(['kafka-cluster', 'kafka', 'v3ioStream'])
/** Kinds whose address and paths are attributes: those of the trigger itself are not read. */
const withOwnAddress = new Set(['v3ioItemPoller'])

/** What a trigger of a kind has in common with others; an unknown kind has all of it. */
export function commonFields(kind: string, isKnown: boolean): readonly TriggerField[] {
  const fields = [
    ...workers,
    ...(withPartitions.has(kind) || !isKnown ? partitioned : []),
    ...(kind === 'http' || !isKnown ? batching : []),
    ...(byItself.has(kind) ? [] : listening),
    ...(isKnown && byItself.has(kind) ? [] : identity),
  ]
  if (!withOwnAddress.has(kind)) return fields
  return fields.filter(({ path }) => path[0] !== 'url' && path[0] !== 'paths')
}
