import { describe, expect, it } from 'vitest'
import type { FunctionEvent } from '@/api/generated/schema'
import { functionLabel } from './event-import'
import { arrangeEvents, eventsOfProject } from './project-events'

function event(name: string, functionName: string, path = '/', triggerKind = 'http'): FunctionEvent {
  return {
    metadata: { name, namespace: 'nuclio', labels: { [functionLabel]: functionName } },
    spec: { displayName: `Event ${name}`, triggerKind, attributes: { method: 'GET', path } },
  }
}

const events = [
  event('a10', 'orders', '/b'),
  event('a9', 'orders', '/c', 'kafka-cluster'),
  event('x', 'elsewhere'),
  event('m', 'mails', '/a'),
  { ...event('none', ''), metadata: { name: 'none', namespace: 'nuclio' } },
]

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).join(' ')
const rows = eventsOfProject(events, new Set(['orders', 'mails']))
const usual = { search: '', functionName: '', column: 'shown', descending: false } as const

describe('events of a project', () => {
  it('are those of its functions', () => {
    expect(names(rows)).toBe('a10 a9 m')
    expect(rows[1]).toMatchObject({
      functionName: 'orders',
      kind: 'Kafka',
      method: 'GET',
      path: '/c',
      expected: 0,
    })
  })

  it('are sorted with numbers as numbers, filtered by function and searched by words', () => {
    expect(names(arrangeEvents(rows, usual))).toBe('a9 a10 m')
    expect(names(arrangeEvents(rows, { ...usual, descending: true }))).toBe('m a10 a9')
    expect(names(arrangeEvents(rows, { ...usual, column: 'path' }))).toBe('m a10 a9')
    expect(names(arrangeEvents(rows, { ...usual, functionName: 'orders' }))).toBe('a9 a10')
    expect(names(arrangeEvents(rows, { ...usual, search: 'KAFKA /c' }))).toBe('a9')
  })
})
