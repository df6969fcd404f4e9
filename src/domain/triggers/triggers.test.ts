import { describe, expect, it } from 'vitest'
import type { Trigger } from '@/api/generated/schema'
import { formatNumberList, parseNumberList } from './number-list'
import { triggerProblems } from './problems'
import { triggerSummary } from './summary'
import {
  freeTriggerName,
  renamedTrigger,
  triggerNameProblem,
  whyNotAdd,
  withoutTrigger,
  type Triggers,
} from './trigger-names'

const triggers: Triggers = {
  web: { kind: 'http', name: 'web' },
  tick: { kind: 'cron', name: 'tick', attributes: { interval: '5m', own: { kept: true } } },
  'tick-2': { kind: 'cron' },
}

describe('the name of a trigger', () => {
  it('is free, in its place, and takes everything along', () => {
    expect(freeTriggerName('cron', triggers)).toBe('cron')
    expect(freeTriggerName('tick', triggers)).toBe('tick-3')
    expect(freeTriggerName('tick-2', triggers)).toBe('tick-3')
    const renamed = renamedTrigger(triggers, 'tick', 'nightly')
    expect(Object.keys(renamed)).toEqual(['web', 'nightly', 'tick-2'])
    expect(renamed.nightly).toEqual({ ...triggers.tick, name: 'nightly' })
  })

  it.each([
    ['', 'Enter a name'],
    ['2nd', 'Begin with a letter'],
    ['a b', 'Use letters, digits, - and _'],
    ['web', 'There is a trigger “web” already'],
    ['default-http', 'Only an http trigger may have this name'],
    ['a'.repeat(129), 'Use at most 128 characters'],
    ['tick', undefined],
    ['every_5-min', undefined],
  ])('%j: %s', (name, problem) => {
    expect(triggerNameProblem(name, 'cron', triggers, 'tick')).toBe(problem)
  })

  it('goes with the trigger, and the map with the last one', () => {
    expect(Object.keys(withoutTrigger(triggers, 'tick') ?? {})).toEqual(['web', 'tick-2'])
    expect(withoutTrigger({ web: { kind: 'http' } }, 'web')).toBeUndefined()
  })

  it('is that of the one http trigger when a second is asked for', () => {
    expect(whyNotAdd('http', triggers)).toBe('A function has one http trigger at most, and “web” is one')
    expect(whyNotAdd('http', {})).toBeUndefined()
    expect(whyNotAdd('cron', triggers)).toBeUndefined()
  })
})

describe('a list of numbers', () => {
  it.each([
    ['1,3-6', [1, 3, 4, 5, 6]],
    ['0', [0]],
    ['2, 4 - 5', [2, 4, 5]],
    ['', undefined],
    ['1,', undefined],
    ['6-3', undefined],
    ['a', undefined],
    ['0-99999999', undefined],
  ])('%j', (written, numbers) => {
    expect(parseNumberList(written)).toEqual(numbers)
  })

  it('is written with ranges', () => {
    expect(formatNumberList([6, 1, 3, 4, 5])).toBe('1,3-6')
    expect(formatNumberList([1, 2])).toBe('1,2')
  })
})

const now = new Date('2026-11-23T14:02:00Z')
const summaryOf = (trigger: Trigger) => triggerSummary(trigger, now, (at) => at.toISOString().slice(11, 16))

describe('a trigger in a line', () => {
  it.each<[Trigger, string]>([
    [{ kind: 'cron', attributes: { interval: '5m' } }, 'every 5 min'],
    [{ kind: 'cron', attributes: { schedule: '*/5 * * * *' } }, 'every 5 minutes, next 14:05'],
    [
      { kind: 'cron', attributes: { schedule: '0 0 31 2 *' } },
      'at 00:00, on day 31 of the month, only in February, never comes',
    ],
    [{ kind: 'cron', attributes: { schedule: 'often' } }, ''],
    [
      {
        kind: 'kafka-cluster',
        attributes: { brokers: ['kafka-1:9092', 'kafka-2:9092'], topics: ['orders'], consumerGroup: 'g1' },
      },
      'orders ← kafka-1:9092 and 1 more, group g1, latest',
    ],
    [
      { kind: 'kafka', url: 'kafka:9092', attributes: { topics: ['a', 'b', 'c'] } },
      'a and 2 more ← kafka:9092, latest',
    ],
    [
      { kind: 'rabbit-mq', url: 'amqp://guest:s3cret@rabbit:5672', attributes: { queueName: 'jobs' } },
      'jobs ← rabbit:5672',
    ],
    [
      { kind: 'nats', url: 'nats://nats:4222', attributes: { topic: 'a.b', queueName: 'q' } },
      'a.b ← nats:4222, queue q',
    ],
    [
      { kind: 'mqtt', url: 'mqtt:1883', attributes: { subscriptions: [{ topic: 'a/#' }] } },
      'a/# ← mqtt:1883',
    ],
    [
      {
        kind: 'v3ioStream',
        attributes: { containerName: 'bigdata', streamPath: '/orders', consumerGroup: 'g' },
      },
      'bigdata/orders, group g, latest',
    ],
    [
      {
        kind: 'kinesis',
        attributes: { streamName: 's', regionName: 'eu-west-1', shards: ['0'], secretAccessKey: 'x' },
      },
      's ← eu-west-1, 1 shard',
    ],
    [{ kind: 'http', attributes: { port: 31002, cors: { enabled: true } } }, 'port 31002, CORS'],
    [
      { kind: 'http', attributes: { ingresses: { a: { host: 'a.example.com', paths: ['/v1'] } } } },
      'a.example.com/v1',
    ],
    [{ kind: 'kickstart' }, 'once, when a replica starts'],
    [{ kind: 'carrier-pigeon', url: 'loft' }, 'loft'],
    [{ kind: 'cron', attributes: 'broken' as never }, ''],
  ])('%j', (trigger, summary) => {
    expect(summaryOf(trigger)).toBe(summary)
  })
})

const problemsOf = (trigger: Trigger) =>
  triggerProblems(trigger).map(({ path, message, isMissing }) =>
    [path.join('.'), isMissing ? 'missing' : message].join(': '),
  )

describe('what keeps a trigger from working', () => {
  it.each<[Trigger, string[]]>([
    [{ kind: 'http' }, []],
    [
      {
        kind: 'http',
        attributes: { ingresses: { a: { host: '*.example.com', paths: ['/', '/v1'] }, b: {} } },
      },
      [],
    ],
    [
      { kind: 'http', attributes: { ingresses: { a: { host: 'API.example', paths: ['/', 'v1'] } } } },
      [
        'attributes.ingresses.a.host: Write the host of ingress a in small letters, such as api.example.com',
        'attributes.ingresses.a.paths: Begin each path of ingress a with /',
      ],
    ],
    [
      {
        kind: 'kafka',
        url: 'k:1',
        attributes: { topics: ['t'], consumerGroup: 'g', sasl: { user: 'u', password: 'p' } },
      },
      ['attributes.sasl.enable: Switch “Sign in with SASL” on, or its user and password are not used'],
    ],
    [
      {
        kind: 'v3ioStream',
        attributes: { containerName: 'c', streamPath: '/s', consumerGroup: '1-group' },
      },
      [
        'attributes.consumerGroup: Use letters, digits and _ for the consumer group, at most 256, the first no digit',
      ],
    ],
    [{ kind: 'carrier-pigeon', attributes: { speed: 'high' } }, []],
    [{ kind: 'cron' }, ['attributes.interval: missing']],
    [
      { kind: 'cron', attributes: { schedule: '* * *' } },
      [expect.stringContaining('attributes.schedule: A schedule has five') as string],
    ],
    [
      { kind: 'cron', attributes: { interval: '5 min' } },
      [expect.stringContaining('attributes.interval: Write a number with a unit') as string],
    ],
    [
      { kind: 'kafka-cluster', attributes: { topics: 'orders', fetchDefault: 0 } },
      [
        'attributes.topics: This is a list of texts',
        'attributes.consumerGroup: missing',
        'attributes.fetchDefault: Use a number from 1 to 67108864',
        'attributes.brokers: missing',
      ],
    ],
    [
      { kind: 'http', numWorkers: 0, attributes: { port: '31000', cors: { enabled: 'yes' } } },
      [
        'attributes.port: This is a number, without quotes',
        'attributes.cors.enabled: This is true or false, without quotes',
        'numWorkers: Use a number from 1 to 100000',
      ],
    ],
    [
      { kind: 'mqtt', url: 'a:1', attributes: { subscriptions: [{ topic: 'a' }, { qos: 3 }] } },
      [
        'attributes.subscriptions.1.topic: missing',
        'attributes.subscriptions.1.qos: Use a number from 0 to 2',
      ],
    ],
    [
      { kind: 'rabbitMq', url: 'a', attributes: { exchangeName: 'e', queueName: 'q', topics: ['t'] } },
      ['attributes.topics: Give a queue name or topics, not both'],
    ],
    [
      {
        kind: 'v3ioStream',
        attributes: { containerName: 'c', streamPath: 's', consumerGroup: 'g', ackWindowSize: '16' },
      },
      [],
    ],
  ])('%j', (trigger, problems) => {
    expect(problemsOf(trigger)).toEqual(problems)
  })
})
