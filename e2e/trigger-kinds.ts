/** What a person types, chooses or switches in one field, and what has to arrive; the typed text where nothing else is said. */
export type FieldEntry = [path: string, typed: string | boolean, arrives?: unknown]

/** What all kinds have, and where its number of workers and its allocator stand. */
const workers: FieldEntry[] = [
  ['numWorkers', '3', 3],
  ['workerAvailabilityTimeoutMilliseconds', '2500', 2500],
  ['workerAllocatorName', 'shared'],
]

const partitioned: FieldEntry[] = [
  ['attributes.workerAllocationMode', 'static'],
  ['explicitAckMode', 'enable'],
  ['waitExplicitAckDuringRebalanceTimeout', '6s'],
  ['workerTerminationTimeout', '20s'],
]

const listening: FieldEntry[] = [
  ['secret', 'sign-in'],
  ['paths', '/one\n/two', ['/one', '/two']],
  ['total_tasks', '8', 8],
  ['max_task_allocation', '2', 2],
]

const signIn: FieldEntry[] = [
  ['username', 'worker'],
  ['password', 's3cret'],
]

const group: FieldEntry = ['attributes.consumerGroup', 'group_1']

const kafka: FieldEntry[] = [
  ['attributes.brokers', 'kafka-1:9092\nkafka-2:9092', ['kafka-1:9092', 'kafka-2:9092']],
  ['url', 'kafka:9092'],
  ['attributes.topics', 'orders\nreturns', ['orders', 'returns']],
  group,
  ['attributes.initialOffset', 'earliest'],
  ['attributes.sasl.enable', true],
  ['attributes.sasl.handshake', true],
  ['attributes.sasl.user', 'worker'],
  ['attributes.sasl.password', 's3cret'],
  ['attributes.sasl.mechanism', 'OAUTHBEARER'],
  ['attributes.sasl.oauth.clientID', 'client'],
  ['attributes.sasl.oauth.clientSecret', 's3cret'],
  ['attributes.sasl.oauth.tokenURL', 'https://id.example.com/token'],
  ['attributes.sasl.oauth.scopes', 'read\nwrite', ['read', 'write']],
  ['attributes.tls.enable', true],
  ['attributes.tls.insecureSkipVerify', true],
  ['attributes.tls.minimumVersion', '1.2'],
  ['attributes.caCert', '-----BEGIN CERTIFICATE-----\nca'],
  ['attributes.accessCertificate', '-----BEGIN CERTIFICATE-----\nown'],
  ['attributes.accessKey', 'key'],
  ['attributes.secretPath', '/etc/kafka'],
  ['attributes.balanceStrategy', 'sticky'],
  ['attributes.sessionTimeout', '12s'],
  ['attributes.heartbeatInterval', '4s'],
  ['attributes.maxProcessingTime', '1h'],
  ['attributes.rebalanceTimeout', '90s'],
  ['attributes.rebalanceRetryBackoff', '3s'],
  ['attributes.retryBackoff', '1s'],
  ['attributes.maxWaitTime', '500ms'],
  ['attributes.maxWaitHandlerDuringRebalance', '7s'],
  ['attributes.rebalanceRetryMax', '5', 5],
  ['attributes.fetchDefault', '2097152', 2097152],
  ['attributes.fetchMin', '2', 2],
  ['attributes.fetchMax', '4194304', 4194304],
  ['attributes.channelBufferSize', '512', 512],
  ['attributes.ackWindowSize', '16', 16],
  ['attributes.logLevel', '5', 5],
  ['attributes.version', '2.8.0'],
  ...workers,
  ...partitioned,
  ...signIn,
  ...listening,
]

const rabbitTopics: FieldEntry = ['attributes.topics', 'a\nb', ['a', 'b']]
const rabbitQueue: FieldEntry = ['attributes.queueName', 'jobs-of-mine']

const rabbit: FieldEntry[] = [
  ['url', 'amqp://rabbit:5672'],
  ['attributes.exchangeName', 'jobs'],
  ...signIn,
  ['attributes.prefetchCount', '10', 10],
  ['attributes.durableExchange', true],
  ['attributes.durableQueue', true],
  ['attributes.reconnectDuration', '10m'],
  ['attributes.reconnectInterval', '20s'],
  ...workers,
  ...listening,
]

const mqttConnection: FieldEntry[] = [
  ['url', 'mqtt:1883'],
  ['attributes.clientID', 'client-1'],
  ['attributes.protocolVersion', '5', 5],
]

/** Of every kind: its label in the list, and every field that takes a value by itself. */
export const kinds: Record<string, { label: string; fields: FieldEntry[] }> = {
  http: {
    label: 'HTTP',
    fields: [
      ['attributes.port', '31999', 31999],
      ['attributes.serviceType', 'NodePort'],
      ['attributes.cors.enabled', true],
      [
        'attributes.cors.allowOrigins',
        'https://a.example.com\nhttps://b.example.com',
        ['https://a.example.com', 'https://b.example.com'],
      ],
      ['attributes.cors.allowMethods', 'GET', ['GET']],
      ['attributes.cors.allowHeaders', 'X-One', ['X-One']],
      ['attributes.cors.exposeHeaders', 'X-Two', ['X-Two']],
      ['attributes.cors.allowCredentials', true],
      ['attributes.cors.preflightMaxAgeSeconds', '60', 60],
      ['attributes.maxRequestBodySize', '1048576', 1048576],
      ['attributes.readBufferSize', '32768', 32768],
      ['attributes.reduceMemoryUsage', true],
      ['attributes.mode', 'async'],
      ['attributes.disablePortPublishing', true],
      ['batch.mode', 'enable'],
      ['batch.batchSize', '20', 20],
      ['batch.timeout', '2s'],
      ...workers,
    ],
  },
  cron: {
    label: 'Cron',
    fields: [
      ['attributes.interval', '30m'],
      ['attributes.event.body', '{"a": 1}'],
      ['attributes.event.path', '/tick'],
      ['attributes.event.method', 'PUT'],
      ['attributes.concurrencyPolicy', 'Replace'],
      ['attributes.jobBackoffLimit', '4', 4],
      ...workers,
    ],
  },
  'kafka-cluster': { label: 'Kafka', fields: kafka },
  // Of an older name a few are enough: the page draws it from the same list.
  kafka: { label: 'Kafka (older name)', fields: kafka.slice(0, 4) },
  v3ioStream: {
    label: 'V3IO stream',
    fields: [
      ['attributes.containerName', 'bigdata'],
      ['attributes.streamPath', '/orders'],
      group,
      ['url', 'http://v3io:8081'],
      ['password', '11111111-2222-3333-4444-555555555555'],
      ['attributes.seekTo', 'earliest'],
      ['attributes.readBatchSize', '128', 128],
      ['attributes.pollingIntervalMs', '250', 250],
      ['attributes.sessionTimeout', '12s'],
      ['attributes.heartbeatInterval', '4s'],
      ['attributes.sequenceNumberCommitInterval', '2s'],
      ['attributes.sequenceNumberShardWaitInterval', '3s'],
      ['attributes.numTransportWorkers', '4', 4],
      ['attributes.recordBatchSizeChan', '6', 6],
      ['attributes.ackWindowSize', '32', 32],
      ['username', 'worker'],
      ...workers,
      ...partitioned,
      ...listening,
    ],
  },
  'rabbit-mq': { label: 'RabbitMQ', fields: [rabbitTopics, ...rabbit] },
  // It takes a queue or topics, not both.
  rabbitMq: { label: 'RabbitMQ (older name)', fields: [rabbitQueue, ...rabbit.slice(0, 3)] },
  nats: {
    label: 'NATS',
    fields: [
      ['url', 'nats://nats:4222'],
      ['attributes.topic', 'orders.*'],
      ['attributes.queueName', 'workers'],
      ...signIn,
      ...workers,
      ...listening,
    ],
  },
  mqtt: { label: 'MQTT', fields: [...mqttConnection, ...signIn, ...workers, ...listening] },
  kinesis: {
    label: 'Amazon Kinesis',
    fields: [
      ['attributes.regionName', 'eu-west-1'],
      ['attributes.streamName', 'orders'],
      ['attributes.shards', 'shard-0\nshard-1', ['shard-0', 'shard-1']],
      ['attributes.iteratorType', 'TRIM_HORIZON'],
      ['attributes.accessKeyID', 'AKIA'],
      ['attributes.secretAccessKey', 's3cret'],
      ['attributes.pollingPeriod', '750ms'],
      ['url', 'https://kinesis.example.com'],
      ...signIn,
      ...workers,
      ...listening,
    ],
  },
  eventhub: {
    label: 'Azure Event Hubs',
    fields: [
      ['attributes.namespace', 'shop'],
      ['attributes.eventHubName', 'orders'],
      group,
      ['attributes.partitions', '1,3-6', [1, 3, 4, 5, 6]],
      ['attributes.sharedAccessKeyName', 'reader'],
      ['attributes.sharedAccessKeyValue', 's3cret'],
      ['url', 'https://eventhub.example.com'],
      ...signIn,
      ...workers,
      ...listening,
    ],
  },
  pubsub: {
    label: 'Google Pub/Sub',
    fields: [
      ['attributes.projectID', 'shop'],
      ['attributes.ackDeadline', '30s'],
      ['attributes.credentials.contents', '{"type": "service_account"}'],
      ['attributes.noCredentials', true],
      ['url', 'https://pubsub.example.com'],
      ...signIn,
      ...workers,
      ...listening,
    ],
  },
  iotCoreMqtt: {
    label: 'Google Cloud IoT Core',
    fields: [
      ['attributes.projectID', 'shop'],
      ['attributes.regionName', 'europe-west1'],
      ['attributes.registryID', 'devices'],
      ['attributes.deviceID', 'gate-1'],
      ['attributes.privateKey.contents', 'key'],
      ['attributes.jwtRefreshInterval', '2h'],
      ...mqttConnection,
      ...signIn,
      ...workers,
      ...listening,
    ],
  },
  v3ioItemPoller: {
    label: 'V3IO item poller',
    fields: [
      ['attributes.url', 'http://v3io:8081'],
      ['attributes.containerAlias', 'bigdata'],
      ['attributes.containerID', '7', 7],
      ['attributes.paths', '/in/\n/late/', ['/in/', '/late/']],
      ['attributes.attributes', '__name\n__size', ['__name', '__size']],
      ['attributes.queries', 'a == 1', ['a == 1']],
      ['attributes.suffixes', '.json', ['.json']],
      ['attributes.incremental', true],
      ['attributes.restart', true],
      ['attributes.intervalMs', '1000', 1000],
      ['attributes.maxBatchSize', '16', 16],
      ['attributes.maxBatchWaitMs', '200', 200],
      ['attributes.shardID', '1', 1],
      ['attributes.totalShards', '4', 4],
      ...workers,
      // Its paths are attributes.
      ...listening.filter(([path]) => path !== 'paths'),
      ...signIn,
    ],
  },
  kickstart: {
    label: 'Kickstart',
    fields: [
      ['attributes.event.body', 'go'],
      ['attributes.event.path', '/start'],
      ['attributes.event.method', 'POST'],
      ...workers,
    ],
  },
}
