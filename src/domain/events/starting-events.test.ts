import { describe, expect, it } from 'vitest'
import { triggerKinds } from '@/domain/triggers/kinds'
import { displayNameProblem } from './event-names'
import { eventOfRequest, requestOfEvent } from './event-request'
import { startingChoices, startingEvent } from './starting-events'

describe('startingChoices', () => {
  it('has every kind once, and the triggers of the function before them', () => {
    const kinds = triggerKinds.map(({ kind }) => kind)
    expect(startingChoices().map(({ kind }) => kind)).toEqual(kinds)
    const choices = startingChoices({
      nightly: { kind: 'cron', name: 'nightly', attributes: { schedule: '@daily' } },
      hourly: { kind: 'cron', attributes: { interval: '1h' } },
      orders: { kind: 'nats', name: 'orders' },
      odd: { kind: 'mystery' },
    })
    expect(choices.slice(0, 4).map(({ label, trigger }) => [label, trigger?.name])).toEqual([
      ['Cron (nightly)', 'nightly'],
      ['Cron (hourly)', 'hourly'],
      ['NATS', 'orders'],
      ['mystery', 'odd'],
    ])
    const others = kinds.filter((kind) => kind !== 'cron' && kind !== 'nats')
    expect(choices.slice(4).map(({ kind }) => kind)).toEqual(others)
    expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length)
  })
})

describe('startingEvent', () => {
  it.each(triggerKinds.map(({ kind }) => kind))('is there for %s and is shown as a request', (kind) => {
    const { spec, notes } = startingEvent(kind)
    expect(spec.triggerKind).toBe(kind)
    expect(displayNameProblem(spec.displayName ?? '')).toBeUndefined()
    expect(notes.length > 0).toBe(kind !== 'http')
    const from = { metadata: {}, spec }
    const back = eventOfRequest(requestOfEvent(from), { from, displayName: spec.displayName ?? '' })
    expect(back).toEqual({ config: from, unheld: [] })
  })

  it('takes what a cron trigger is set to hand over', () => {
    const event = { body: 'tick', headers: { a: 1 }, path: '/tick', method: 'PUT' }
    const { spec } = startingEvent('cron', {
      kind: 'cron',
      name: 'nightly',
      attributes: { interval: '5m', event },
    })
    expect(spec).toMatchObject({
      triggerName: 'nightly',
      body: 'tick',
      attributes: { headers: { a: 1 }, path: '/tick', method: 'PUT' },
    })
    const bare = startingEvent('kickstart', { kind: 'kickstart', attributes: { event: 'odd' } })
    expect(bare.spec).toMatchObject({ body: '', attributes: { headers: {}, path: '/', method: 'POST' } })
    expect(bare.notes.join(' ')).toContain('no method')
  })

  it.each([
    ['kafka-cluster', { topics: ['orders', 'x'] }, '/orders'],
    ['rabbit-mq', { exchangeName: 'shop', topics: ['order.new'] }, '/shop/order.new'],
    ['rabbit-mq', { exchangeName: 'shop', topics: ['order.#'] }, '/'],
    ['rabbit-mq', { exchangeName: 'shop', queueName: 'q' }, '/'],
    ['nats', { topic: 'a.b' }, '/a.b'],
    ['nats', { topic: 'a.>' }, '/'],
    ['pubsub', { subscriptions: [{ topic: 'what now?' }] }, '/what%20now%3F'],
    ['mqtt', { subscriptions: [{ topic: 'a' }] }, '/'],
    ['constructor', { topics: ['a'] }, '/'],
  ])('of %s with %o has the path that its topic makes', (kind, attributes, path) => {
    expect(startingEvent(kind, { kind, attributes }).spec.attributes?.path).toBe(path)
  })

  it('claims nothing of a kind that is not known', () => {
    const { spec, notes } = startingEvent('mystery')
    expect(spec).toMatchObject({ displayName: 'mystery event', triggerKind: 'mystery', body: 'hello' })
    expect(notes).toHaveLength(1)
  })
})
