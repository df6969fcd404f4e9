import { attribute, type TriggerField } from './trigger-field'

/** What a Kinesis trigger has of its own. */
export const kinesisFields: readonly TriggerField[] = [
  {
    path: attribute('regionName'),
    label: 'Region',
    type: 'text',
    required: true,
    help: 'Such as eu-west-1.',
  },
  { path: attribute('streamName'), label: 'Stream', type: 'text', required: true },
  { path: attribute('shards'), label: 'Shards', type: 'lines', required: true, help: 'One a line.' },
  {
    path: attribute('iteratorType'),
    label: 'Iterator type',
    type: 'choice',
    choices: ['LATEST', 'TRIM_HORIZON'],
    default: 'LATEST',
    help: 'Begin with new records, or with the oldest that are kept.',
  },
  {
    path: attribute('accessKeyID'),
    label: 'Access key ID',
    type: 'text',
    required: true,
    group: 'signIn',
  },
  {
    path: attribute('secretAccessKey'),
    label: 'Secret access key',
    type: 'secret',
    required: true,
    group: 'signIn',
  },
  {
    path: attribute('pollingPeriod'),
    label: 'Polling period',
    type: 'duration',
    default: '500ms',
    group: 'timing',
  },
  { path: ['url'], label: 'URL', type: 'text', help: 'Another endpoint than Amazon’s.', group: 'more' },
]

/** What an Azure Event Hubs trigger has of its own. */
export const eventHubFields: readonly TriggerField[] = [
  { path: attribute('namespace'), label: 'Namespace', type: 'text', required: true },
  { path: attribute('eventHubName'), label: 'Event hub', type: 'text', required: true },
  { path: attribute('consumerGroup'), label: 'Consumer group', type: 'text', default: '$Default' },
  {
    path: attribute('partitions'),
    label: 'Partitions to read',
    type: 'numbers',
    required: true,
    help: 'Numbers and ranges, such as 1,3-6.',
  },
  {
    path: attribute('sharedAccessKeyName'),
    label: 'Shared access key name',
    type: 'text',
    required: true,
    group: 'signIn',
  },
  {
    path: attribute('sharedAccessKeyValue'),
    label: 'Shared access key value',
    type: 'secret',
    required: true,
    group: 'signIn',
  },
]

/** What a Pub/Sub trigger has of its own. */
export const pubSubFields: readonly TriggerField[] = [
  { path: attribute('projectID'), label: 'Project', type: 'text', required: true },
  {
    path: attribute('subscriptions'),
    label: 'Subscriptions',
    type: 'rows',
    item: 'subscription',
    required: true,
    of: [
      { path: ['topic'], label: 'Topic', type: 'text', required: true },
      { path: ['idPrefix'], label: 'Prefix of the name', type: 'text', default: 'nuclio-pub' },
      { path: ['maxNumWorkers'], label: 'Workers', type: 'number', default: 1, least: 1 },
      { path: ['ackDeadline'], label: 'Ack deadline', type: 'duration' },
      {
        path: ['shared'],
        label: 'Shared',
        type: 'switch',
        help: 'Replicas share the messages instead of each getting all.',
      },
      { path: ['skipCreate'], label: 'Exists already', type: 'switch', help: 'It is not created.' },
      { path: ['synchronous'], label: 'Synchronous', type: 'switch', help: 'Messages are pulled.' },
    ],
  },
  {
    path: attribute('ackDeadline'),
    label: 'Ack deadline of all',
    type: 'duration',
    help: 'For subscriptions that have none of their own.',
    group: 'timing',
  },
  {
    path: attribute('credentials', 'contents'),
    label: 'Credentials',
    type: 'secret',
    help: 'The key file of a service account.',
    group: 'signIn',
  },
  {
    path: attribute('noCredentials'),
    label: 'No credentials',
    type: 'switch',
    help: 'Sign in with what the machine has, or not at all.',
    group: 'signIn',
  },
]

/** What a V3IO item poller has of its own. */
export const v3ioItemPollerFields: readonly TriggerField[] = [
  { path: attribute('url'), label: 'URL', type: 'text', required: true, help: 'Address of V3IO.' },
  { path: attribute('containerAlias'), label: 'Container', type: 'text' },
  { path: attribute('containerID'), label: 'Container number', type: 'number', least: 0 },
  {
    path: attribute('paths'),
    label: 'Paths',
    type: 'lines',
    required: true,
    help: 'One a line; folders of the container to look in.',
  },
  {
    path: attribute('attributes'),
    label: 'Attributes to read',
    type: 'lines',
    help: 'One a line; those of an item that the handler gets.',
  },
  { path: attribute('queries'), label: 'Queries', type: 'lines', help: 'One a line; which items to read.' },
  { path: attribute('suffixes'), label: 'Suffixes', type: 'lines', help: 'One a line; which names to read.' },
  {
    path: attribute('incremental'),
    label: 'Incremental',
    type: 'switch',
    help: 'Only items that changed since the last look.',
  },
  { path: attribute('restart'), label: 'Start over', type: 'switch', help: 'Forget what was read before.' },
  {
    path: attribute('intervalMs'),
    label: 'Polling interval',
    type: 'number',
    least: 1,
    unit: 'ms',
    group: 'timing',
  },
  {
    path: attribute('maxBatchSize'),
    label: 'Largest batch',
    type: 'number',
    least: 1,
    unit: 'items',
    group: 'timing',
  },
  {
    path: attribute('maxBatchWaitMs'),
    label: 'Longest wait for a batch',
    type: 'number',
    least: 0,
    unit: 'ms',
    group: 'timing',
  },
  { path: attribute('shardID'), label: 'Shard', type: 'number', least: 0, group: 'more' },
  { path: attribute('totalShards'), label: 'Number of shards', type: 'number', least: 0, group: 'more' },
]
