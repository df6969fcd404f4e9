import type { FunctionEventSpec, Trigger } from '@/api/generated/schema'
import { triggerKind, triggerKinds } from '@/domain/triggers/kinds'
import { isBranch, valueAt } from '@/lib/tree'

/** An event to start from, and what to know about it. */
export interface StartingEvent {
  spec: FunctionEventSpec
  /** Sentences about how it differs from what the trigger itself hands to a function. */
  notes: string[]
}

/** What an event can be started from. */
export interface StartingChoice {
  kind: string
  /** Which event it makes: the kind, with the name of the trigger where there are several of it. */
  label: string
  /** One of the function's own. */
  trigger?: Trigger
}

/** Everything to start an event from: the triggers of a function first, then all kinds that it has none of. */
export function startingChoices(triggers: Readonly<Record<string, Trigger>> = {}): StartingChoice[] {
  const own = Object.entries(triggers)
    .filter(([, { kind }]) => kind)
    .map(([key, trigger]) => ({ ...trigger, name: trigger.name || key }))
  const kinds = own.map(({ kind }) => kind)
  const isOnly = (kind: string) => kinds.indexOf(kind) === kinds.lastIndexOf(kind)
  return [
    ...own.map((trigger): StartingChoice => {
      const { label } = triggerKind(trigger.kind)
      return {
        kind: trigger.kind,
        label: isOnly(trigger.kind) ? label : `${label} (${trigger.name})`,
        trigger,
      }
    }),
    ...triggerKinds.filter(({ kind }) => !kinds.includes(kind)).map(({ kind, label }) => ({ kind, label })),
  ]
}

type Attributes = NonNullable<FunctionEventSpec['attributes']>

interface EventOfKind {
  /** What the trigger calls its path, from its settings. */
  path?: (attributes: unknown) => string
  /** What the trigger's own events have and a request cannot carry over. */
  apart: string
}

const message = 'hello'

const text = (tree: unknown, ...path: string[]): string => {
  const value = valueAt(tree, path)
  return typeof value === 'string' ? value : ''
}

/** Names of a topic as a path; a pattern is no name, and leaves the root. */
function topicPath(...names: string[]): string {
  if (names.some((name) => name === '' || /[*#>]/.test(name))) return '/'
  return `/${names.map((name) => encodeURI(name).replaceAll('?', '%3F')).join('/')}`
}

const kafka: EventOfKind = {
  path: (attributes) => topicPath(text(attributes, 'topics', '0')),
  apart:
    'An event of Kafka has the value of the message as its body, the topic as its path, the partition as its shard and an offset.',
}
const rabbitMq: EventOfKind = {
  path: (attributes) => topicPath(text(attributes, 'exchangeName'), text(attributes, 'topics', '0')),
  apart:
    'An event of RabbitMQ has exchange and routing key as its path, the type of the message as its method, and the content type and headers of the message.',
}
const mqtt: EventOfKind = { apart: 'An event of MQTT has the payload as its body and the topic as its URL.' }
/**
 * What Nuclio's processor puts into the events of a kind, by the fields that a handler reads. Kinds whose events are like requests
 * are missing.
 */
const eventsOfKinds: Record<string, EventOfKind> = {
  'kafka-cluster': kafka,
  kafka,
  v3ioStream: {
    apart:
      'An event of a V3IO stream has the data of the record as its body, a shard, and the sequence number as its offset.',
  },
  'rabbit-mq': rabbitMq,
  rabbitMq,
  nats: {
    path: (attributes) => topicPath(text(attributes, 'topic')),
    apart:
      'An event of NATS has the data of the message as its body, the subject as its path, and the headers of the message.',
  },
  mqtt,
  iotCoreMqtt: mqtt,
  kinesis: { apart: 'An event of Kinesis has the data of the record as its body.' },
  eventhub: { apart: 'An event of Event Hubs has the data of the message as its body.' },
  pubsub: {
    path: (attributes) => topicPath(text(attributes, 'subscriptions', '0', 'topic')),
    apart:
      'An event of Pub/Sub has the data of the message as its body, the topic as its path and its URL, and the attributes of the message as its headers.',
  },
}

const overHttp =
  'It is sent as a request, so the handler finds the http trigger in it. A path of a request begins with a slash.'

/**
 * An event to start from for a kind of trigger; with a trigger of that kind, in its terms: the event that it is set to hand over,
 * or the path that its topic makes. Any kind is good; one that is not known gets a plain body.
 */
export function startingEvent(kind: string, trigger?: Trigger): StartingEvent {
  const spec: FunctionEventSpec = {
    displayName: `${triggerKind(kind).label} event`,
    triggerKind: kind,
    ...(trigger?.name && { triggerName: trigger.name }),
  }
  const settings: unknown = trigger?.attributes
  if (kind === 'http') {
    const attributes: Attributes = {
      method: 'POST',
      path: '/',
      headers: { 'Content-Type': 'application/json' },
    }
    return { spec: { ...spec, body: JSON.stringify({ message }, null, 2), attributes }, notes: [] }
  }
  if (kind === 'cron' || kind === 'kickstart') return ownEvent(spec, valueAt(settings, ['event']))
  const { path, apart } = (Object.hasOwn(eventsOfKinds, kind) && eventsOfKinds[kind]) || {}
  return {
    spec: {
      ...spec,
      body: message,
      attributes: {
        method: 'POST',
        path: path?.(settings) ?? '/',
        // Handlers get a body as bytes unless it is said to be JSON, as they get a message.
        headers: { 'Content-Type': 'text/plain' },
      },
    },
    notes: [...(apart ? [apart] : []), overHttp],
  }
}

/** The event that a trigger makes up by itself, out of its settings. */
function ownEvent(spec: FunctionEventSpec, event: unknown): StartingEvent {
  const path = text(event, 'path')
  const method = text(event, 'method')
  const headers = valueAt(event, ['headers'])
  return {
    spec: {
      ...spec,
      body: text(event, 'body'),
      attributes: {
        method: method || 'POST',
        path: path || '/',
        headers: { ...(isBranch(headers) && (headers as Attributes['headers'])) },
      },
    },
    notes: [
      'The trigger hands over the body, headers, path and method that it is set to.',
      ...(method ? [] : ['It is set to no method; a request needs one.']),
      overHttp,
    ],
  }
}
