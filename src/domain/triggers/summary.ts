import type { Trigger } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'
import { nextRuns } from './cron-runs'
import { cronSchedule, scheduleProblem } from './cron-schedule'
import { durationWords, scheduleWords } from './cron-words'

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : [])

function short(values: readonly string[]): string {
  const [first = '', ...rest] = values
  return rest.length > 0 ? `${first} and ${rest.length} more` : first
}

/** An address without the user and password that may stand in it. */
function host(url: unknown): string {
  return text(url)
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^[^@/]*@/, '')
}

function from(what: string, where: string): string {
  if (what && where) return `${what} ← ${where}`
  return what || where
}

const joined = (...parts: (string | false)[]) => parts.filter(Boolean).join(', ')

function topicsOf(subscriptions: unknown): string {
  if (!Array.isArray(subscriptions)) return ''
  return short(subscriptions.map((one) => (isBranch(one) ? text(one.topic) : '')).filter(Boolean))
}

function cronSummary(attributes: Record<string, unknown>, now: Date, time: (at: Date) => string): string {
  if (scheduleProblem(() => cronSchedule(attributes)) !== undefined) return ''
  const { interval, schedule } = attributes
  if (text(interval)) return `every ${durationWords(text(interval))}`
  const [next] = nextRuns(cronSchedule(attributes), now, 1)
  return joined(scheduleWords(text(schedule)), next ? `next ${time(next)}` : 'never comes')
}

function httpSummary(attributes: Record<string, unknown>): string {
  const ingresses = isBranch(attributes.ingresses) ? Object.values(attributes.ingresses) : []
  const hosts = ingresses.map((one) => {
    const { host: name, hostTemplate, paths } = isBranch(one) ? one : {}
    return text(name || hostTemplate) + (list(paths)[0] ?? '')
  })
  const cors = isBranch(attributes.cors) && attributes.cors.enabled === true
  return joined(
    typeof attributes.port === 'number' && attributes.port > 0 && `port ${attributes.port}`,
    short(hosts.filter(Boolean)),
    text(attributes.serviceType),
    cors && 'CORS',
  )
}

/** A trigger in a line: what it listens to and how. Secrets do not appear; `time` writes the time of the next run. */
export function triggerSummary(trigger: Trigger, now: Date, time: (at: Date) => string): string {
  const { kind, url } = trigger
  const attributes = isBranch(trigger.attributes) ? trigger.attributes : {}
  const group = text(attributes.consumerGroup)
  const withGroup = group !== '' && `group ${group}`
  switch (kind) {
    case 'http':
      return httpSummary(attributes)
    case 'cron':
      return cronSummary(attributes, now, time)
    case 'kafka-cluster':
    case 'kafka': {
      const brokers = list(attributes.brokers)
      const where = short(brokers.length > 0 ? brokers : [host(url)])
      const offset = text(attributes.initialOffset) || 'latest'
      return joined(from(short(list(attributes.topics)), where), withGroup, offset)
    }
    case 'v3ioStream': {
      const stream = [text(attributes.containerName), text(attributes.streamPath).replace(/^\//, '')]
      const offset = text(attributes.seekTo) || 'latest'
      return joined(from(stream.filter(Boolean).join('/'), host(url)), withGroup, offset)
    }
    case 'rabbit-mq':
    case 'rabbitMq': {
      const what = text(attributes.queueName) || short(list(attributes.topics))
      return joined(from(what, host(url)), text(attributes.exchangeName))
    }
    case 'nats': {
      const queue = text(attributes.queueName)
      return joined(from(text(attributes.topic), host(url)), queue !== '' && `queue ${queue}`)
    }
    case 'mqtt':
      return from(topicsOf(attributes.subscriptions), host(url))
    case 'iotCoreMqtt':
      return from(
        topicsOf(attributes.subscriptions),
        [text(attributes.registryID), text(attributes.deviceID)].filter(Boolean).join('/'),
      )
    case 'pubsub':
      return from(topicsOf(attributes.subscriptions), text(attributes.projectID))
    case 'kinesis':
      return joined(
        from(text(attributes.streamName), text(attributes.regionName)),
        shardWords(attributes.shards),
      )
    case 'eventhub':
      return joined(from(text(attributes.eventHubName), text(attributes.namespace)), withGroup)
    case 'v3ioItemPoller':
      return from(short(list(attributes.paths)), text(attributes.containerAlias) || host(attributes.url))
    case 'kickstart':
      return 'once, when a replica starts'
    default:
      return host(url)
  }
}

function shardWords(shards: unknown): string {
  const count = list(shards).length
  return count === 0 ? '' : count === 1 ? '1 shard' : `${count} shards`
}
