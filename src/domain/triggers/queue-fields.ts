import { attribute, type TriggerField } from './trigger-field'

const username: TriggerField = { path: ['username'], label: 'User', type: 'text', group: 'signIn' }
const password: TriggerField = { path: ['password'], label: 'Password', type: 'secret', group: 'signIn' }

/** What a NATS trigger has of its own. */
export const natsFields: readonly TriggerField[] = [
  { path: ['url'], label: 'URL', type: 'text', required: true, help: 'Such as nats://nats:4222.' },
  { path: attribute('topic'), label: 'Topic', type: 'text', required: true },
  {
    path: attribute('queueName'),
    label: 'Queue name',
    type: 'text',
    help: 'Queue group that shares the messages out among replicas; may be a Go template.',
  },
]

/** What a RabbitMQ trigger has of its own. */
export const rabbitMqFields: readonly TriggerField[] = [
  {
    path: ['url'],
    label: 'URL',
    type: 'text',
    required: true,
    help: 'Such as amqp://user:password@rabbitmq:5672.',
  },
  { path: attribute('exchangeName'), label: 'Exchange name', type: 'text', required: true },
  {
    path: attribute('queueName'),
    label: 'Queue name',
    type: 'text',
    help: 'A queue that exists. Either this or topics.',
  },
  {
    path: attribute('topics'),
    label: 'Topics',
    type: 'lines',
    help: 'One a line; a queue is made for them. Either these or a queue name.',
  },
  username,
  password,
  {
    path: attribute('prefetchCount'),
    label: 'Prefetch count',
    type: 'number',
    default: 0,
    least: 0,
    unit: 'messages',
    help: 'How many the server sends ahead; 0 means no limit.',
    group: 'more',
  },
  {
    path: attribute('durableExchange'),
    label: 'Durable exchange',
    type: 'switch',
    help: 'The exchange outlives a restart of the server.',
    group: 'more',
  },
  {
    path: attribute('durableQueue'),
    label: 'Durable queue',
    type: 'switch',
    help: 'The queue outlives a restart of the server.',
    group: 'more',
  },
  {
    path: attribute('reconnectDuration'),
    label: 'Reconnect for',
    type: 'duration',
    default: '5m',
    help: 'How long to try when the connection is lost.',
    group: 'timing',
  },
  {
    path: attribute('reconnectInterval'),
    label: 'Reconnect every',
    type: 'duration',
    default: '15s',
    group: 'timing',
  },
]

const mqttSubscriptions: TriggerField = {
  path: attribute('subscriptions'),
  label: 'Subscriptions',
  type: 'rows',
  item: 'subscription',
  of: [
    { path: ['topic'], label: 'Topic', type: 'text', required: true },
    {
      path: ['qos'],
      label: 'QoS',
      type: 'number',
      default: 0,
      least: 0,
      most: 2,
    },
  ],
  help: 'QoS: at most once (0), at least once (1) or exactly once (2).',
}

const mqttConnection: readonly TriggerField[] = [
  {
    path: attribute('clientID'),
    label: 'Client ID',
    type: 'text',
    help: 'Name to connect under; every connection needs one of its own.',
  },
  {
    path: attribute('protocolVersion'),
    label: 'Protocol version',
    type: 'number',
    default: 4,
    least: 0,
    help: '4 is MQTT 3.1.1.',
    group: 'more',
  },
]

/** What an MQTT trigger has of its own. */
export const mqttFields: readonly TriggerField[] = [
  { path: ['url'], label: 'URL', type: 'text', required: true, help: 'host:port of the broker.' },
  mqttSubscriptions,
  ...mqttConnection,
  username,
  password,
]

/** What a Cloud IoT Core trigger has of its own. */
export const iotCoreFields: readonly TriggerField[] = [
  { path: attribute('projectID'), label: 'Project', type: 'text', required: true },
  { path: attribute('regionName'), label: 'Region', type: 'text', required: true },
  { path: attribute('registryID'), label: 'Registry', type: 'text', required: true },
  { path: attribute('deviceID'), label: 'Device', type: 'text', required: true },
  mqttSubscriptions,
  ...mqttConnection,
  { path: ['url'], label: 'URL', type: 'text', help: 'host:port of the broker, where it is not Google’s.' },
  {
    path: attribute('privateKey', 'contents'),
    label: 'Private key',
    type: 'secret',
    required: true,
    group: 'signIn',
  },
  {
    path: attribute('jwtRefreshInterval'),
    label: 'Renew the sign-in every',
    type: 'duration',
    default: '1h',
    group: 'timing',
  },
]
