import { samePath } from '@/lib/tree'
import { eventHubFields, kinesisFields, pubSubFields, v3ioItemPollerFields } from './cloud-fields'
import { commonFields } from './common-fields'
import { cronFields, eventFields } from './event-fields'
import { httpFields } from './http-fields'
import { kafkaFields, v3ioStreamFields } from './kafka-fields'
import { iotCoreFields, mqttFields, natsFields, rabbitMqFields } from './queue-fields'
import type { TriggerField } from './trigger-field'

export interface TriggerKind {
  kind: string
  label: string
  /** What it does, in a line. */
  does: string
  /** Which drawing stands for it. */
  family: 'web' | 'time' | 'stream' | 'queue' | 'once' | 'unknown'
  /** What it has of its own. */
  fields: readonly TriggerField[]
}

/** Every kind that Nuclio's processors know, the most common ones first. */
export const triggerKinds: readonly TriggerKind[] = [
  {
    kind: 'http',
    label: 'HTTP',
    does: 'Answers requests. A function has at most one.',
    family: 'web',
    fields: httpFields,
  },
  {
    kind: 'cron',
    label: 'Cron',
    does: 'Runs at an interval or by a schedule.',
    family: 'time',
    fields: cronFields,
  },
  {
    kind: 'kafka-cluster',
    label: 'Kafka',
    does: 'Reads topics as a member of a consumer group.',
    family: 'stream',
    fields: kafkaFields,
  },
  {
    kind: 'v3ioStream',
    label: 'V3IO stream',
    does: 'Reads a stream of the data platform as a member of a consumer group.',
    family: 'stream',
    fields: v3ioStreamFields,
  },
  {
    kind: 'rabbit-mq',
    label: 'RabbitMQ',
    does: 'Takes messages from a queue, or from topics of an exchange.',
    family: 'queue',
    fields: rabbitMqFields,
  },
  {
    kind: 'nats',
    label: 'NATS',
    does: 'Listens to a subject, alone or in a queue group.',
    family: 'queue',
    fields: natsFields,
  },
  {
    kind: 'mqtt',
    label: 'MQTT',
    does: 'Listens to topics of an MQTT broker.',
    family: 'queue',
    fields: mqttFields,
  },
  {
    kind: 'kinesis',
    label: 'Amazon Kinesis',
    does: 'Reads shards of a data stream.',
    family: 'stream',
    fields: kinesisFields,
  },
  {
    kind: 'eventhub',
    label: 'Azure Event Hubs',
    does: 'Reads partitions of an event hub.',
    family: 'stream',
    fields: eventHubFields,
  },
  {
    kind: 'pubsub',
    label: 'Google Pub/Sub',
    does: 'Takes messages of topics through subscriptions.',
    family: 'queue',
    fields: pubSubFields,
  },
  {
    kind: 'iotCoreMqtt',
    label: 'Google Cloud IoT Core',
    does: 'Listens to topics as a registered device.',
    family: 'queue',
    fields: iotCoreFields,
  },
  {
    kind: 'v3ioItemPoller',
    label: 'V3IO item poller',
    does: 'Looks for items of a container that match a query. Nuclio 1.14 takes it and reads none.',
    family: 'stream',
    fields: v3ioItemPollerFields,
  },
  {
    kind: 'kickstart',
    label: 'Kickstart',
    does: 'Runs once, when a replica starts.',
    family: 'once',
    fields: eventFields,
  },
  {
    kind: 'kafka',
    label: 'Kafka (older name)',
    does: 'The same as Kafka, under the name of older functions.',
    family: 'stream',
    fields: kafkaFields,
  },
  {
    kind: 'rabbitMq',
    label: 'RabbitMQ (older name)',
    does: 'The same as RabbitMQ, under the name of older functions.',
    family: 'queue',
    fields: rabbitMqFields,
  },
]

/** The kind of this name. One that is not known has no fields of its own, and stays as it is. */
export function triggerKind(kind: string): TriggerKind {
  const known = triggerKinds.find((one) => one.kind === kind)
  return (
    known ?? {
      kind,
      label: kind || 'No kind',
      does: 'A kind that this page does not know.',
      family: 'unknown',
      fields: [],
    }
  )
}

/** All fields of a trigger of a kind: its own, then those that it shares with others. */
export function fieldsOf(kind: string): readonly TriggerField[] {
  const { fields, family } = triggerKind(kind)
  const shared = commonFields(kind, family !== 'unknown')
  return [...fields, ...shared.filter((one) => !fields.some((own) => samePath(own.path, one.path)))]
}

/** The kinds whose triggers call functions on the embedded platform; others are stored there and do nothing. */
export const firedByEmbedded: ReadonlySet<string> = new Set(['http', 'cron', 'v3ioStream'])
