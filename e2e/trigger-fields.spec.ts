import type { Page } from '@playwright/test'

import type { Trigger } from '@/api/generated/schema'
import { fieldsOf, triggerKinds } from '@/domain/triggers/kinds'

import { expect, test } from './fixtures'
import { type FieldEntry, kinds } from './trigger-kinds'
import { addTrigger, field, head, openTriggers, row, sentSpec, unfold } from './triggers-tab'

async function enter(page: Page, name: string, [path, typed]: FieldEntry): Promise<void> {
  const input = field(page, name, path)
  if (typed === true) return input.check()
  const isChoice = await input.evaluate((element) => element instanceof HTMLSelectElement)
  if (isChoice) await input.selectOption(String(typed))
  else await input.fill(String(typed))
}

function withPlaces(start: Trigger, entries: FieldEntry[]): Trigger {
  const trigger = structuredClone(start) as unknown as Record<string, unknown>
  for (const [path, typed, arrives = typed] of entries) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let at = trigger
    for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>
    at[last] = arrives
  }
  return trigger as unknown as Trigger
}

for (const [kind, { label, fields }] of Object.entries(kinds)) {
  test(`every field of a ${kind} trigger reaches the server`, async ({ page, platform, unique }) => {
    // Readers of V3IO streams keep their number of replicas; partitions that move need it said which worker has which.
    const spec = { minReplicas: 1, maxReplicas: 1, disableDefaultHTTPTrigger: true }
    await openTriggers(page, platform, unique, spec)
    await addTrigger(page, label)
    const name = kind === 'kafka-cluster' ? 'kafka' : kind
    await expect(head(page, name)).toHaveAttribute('aria-expanded', 'true')
    await unfold(page, name)
    for (const entry of fields) await enter(page, name, entry)
    const { triggers } = await sentSpec(page)
    expect(triggers?.[name]).toEqual(withPlaces({ kind, name }, fields))
  })
}

test('no field of any kind is without such a test', () => {
  // Lists and maps have a test of their own below, and so has the schedule, which excludes the interval.
  const rows = ['attributes.subscriptions', 'partitions', 'attributes.ingresses', 'annotations']
  const elsewhere = new Set([...rows, 'attributes.event.headers', 'attributes.schedule'])
  expect(Object.keys(kinds).sort()).toEqual(triggerKinds.map(({ kind }) => kind).sort())
  for (const { kind, fields } of triggerKinds) {
    // Kinds with an older name share their fields.
    const same = triggerKinds.filter((other) => other.fields === fields)
    const entered = same.flatMap((other) => kinds[other.kind]?.fields.map(([path]) => path) ?? [])
    const paths = fieldsOf(kind).map(({ path }) => path.join('.'))
    expect(paths.filter((path) => !entered.includes(path) && !elsewhere.has(path))).toEqual([])
  }
})

test('rows within a trigger reach the server: subscriptions, partitions, ingresses, headers', async ({
  page,
  platform,
  unique,
}) => {
  await openTriggers(page, platform, unique, { disableDefaultHTTPTrigger: true })
  await addTrigger(page, 'MQTT')
  const mqtt = row(page, 'mqtt')
  await field(page, 'mqtt', 'url').fill('mqtt:1883')
  await mqtt.getByRole('button', { name: 'Add subscription' }).click()
  await mqtt.getByLabel('Topic of subscription 1').fill('orders/#')
  await mqtt.getByLabel('QoS of subscription 1').fill('2')
  await unfold(page, 'mqtt')
  await mqtt.getByRole('button', { name: 'Add partition' }).click()
  await mqtt.getByLabel('Partition of partition 1').fill('0')
  await mqtt.getByLabel('Checkpoint of partition 1').fill('42')

  await addTrigger(page, 'Google Pub/Sub')
  const pubsub = row(page, 'pubsub')
  await field(page, 'pubsub', 'attributes.projectID').fill('shop')
  await pubsub.getByRole('button', { name: 'Add subscription' }).click()
  await pubsub.getByLabel('Topic of subscription 1').fill('orders')
  await pubsub.getByLabel('Prefix of the name of subscription 1').fill('mine')
  await pubsub.getByLabel('Workers of subscription 1').fill('4')
  await pubsub.getByLabel('Ack deadline of subscription 1').fill('20s')
  for (const name of ['Shared', 'Exists already', 'Synchronous'])
    await pubsub.getByRole('switch', { name, exact: true }).check()

  await addTrigger(page, 'HTTP')
  const http = row(page, 'http')
  for (const host of ['a.example.com', 'b.example.com']) {
    await http.getByRole('button', { name: 'Add ingress' }).click()
    await http.getByLabel('Host', { exact: true }).last().fill(host)
  }
  await http.getByLabel('Name of the ingress').first().fill('main')
  const main = 'attributes.ingresses.main'
  await field(page, 'http', `${main}.paths`).fill('/v1\n/v2')
  await field(page, 'http', `${main}.pathType`).selectOption('Prefix')
  await field(page, 'http', `${main}.secretName`).fill('tls')
  await field(page, 'http', `${main}.hostTemplate`).fill('@nuclio.fromDefault')
  await field(page, 'http', `${main}.hostTemplateRandomCharsLength`).fill('4')
  await http.getByRole('button', { name: 'Add annotation' }).click()
  await http.getByLabel('Key of annotation 1').fill('example.com/class')
  await http.getByLabel('Value of example.com/class').fill('public')

  await addTrigger(page, 'Cron')
  await unfold(page, 'cron')
  const cron = row(page, 'cron')
  await cron.getByRole('button', { name: 'Add header' }).click()
  await cron.getByLabel('Key of header 1').fill('X-From')
  await cron.getByLabel('Value of X-From').fill('cron')

  const { triggers = {} } = await sentSpec(page)
  expect(triggers.mqtt).toMatchObject({
    attributes: { subscriptions: [{ topic: 'orders/#', qos: 2 }] },
    partitions: [{ id: '0', checkpoint: '42' }],
  })
  expect(triggers.pubsub?.attributes).toEqual({
    projectID: 'shop',
    subscriptions: [
      {
        topic: 'orders',
        idPrefix: 'mine',
        maxNumWorkers: 4,
        ackDeadline: '20s',
        shared: true,
        skipCreate: true,
        synchronous: true,
      },
    ],
  })
  expect(triggers.http).toEqual({
    kind: 'http',
    name: 'http',
    annotations: { 'example.com/class': 'public' },
    attributes: {
      ingresses: {
        main: {
          host: 'a.example.com',
          paths: ['/v1', '/v2'],
          pathType: 'Prefix',
          secretName: 'tls',
          hostTemplate: '@nuclio.fromDefault',
          hostTemplateRandomCharsLength: 4,
        },
        '1': { host: 'b.example.com', paths: ['/'] },
      },
    },
  })
  expect(triggers.cron?.attributes?.event).toEqual({ headers: { 'X-From': 'cron' } })
})
