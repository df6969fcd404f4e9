import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FunctionEvent } from '@/api/generated/schema'
import { withExpectations, type Expectation } from '@/domain/events/expectation'
import { runEvent, runEvents } from './run-event'

const ref = { namespace: 'nuclio', project: 'p', name: 'f' }

function event(name: string, expectations: readonly Expectation[] = []): FunctionEvent {
  const spec = {
    displayName: name,
    triggerKind: 'http',
    body: '',
    attributes: { method: 'GET', path: `/${name}` },
  }
  return { metadata: { name, namespace: 'nuclio' }, spec: withExpectations(spec, expectations) }
}

const isOk: Expectation = { on: 'status', test: 'equals', value: 200 }

beforeEach(() => {
  vi.stubGlobal('fetch', (_: string, { headers }: { headers: Headers }) => {
    const path = headers.get('x-nuclio-path') ?? ''
    if (path === '/down') return Promise.reject(new TypeError('Failed to fetch'))
    const answer = { status: path === '/bad' ? 500 : 200, headers: [] }
    return Promise.resolve(new Response('x', { headers: { 'x-dashboard-answer': JSON.stringify(answer) } }))
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a run of an event', () => {
  it('passes, fails with what differs, expects nothing, or gets no answer', async () => {
    const { signal } = new AbortController()
    expect(await runEvent(ref, event('good', [isOk]), signal)).toMatchObject({
      outcome: 'passed',
      status: 200,
    })
    const bad = await runEvent(ref, event('bad', [isOk]), signal)
    expect(bad).toMatchObject({ outcome: 'failed', status: 500 })
    expect(bad.verdicts[0]).toMatchObject({ outcome: 'unmet', subject: 'Status' })
    expect(await runEvent(ref, event('good'), signal)).toMatchObject({ outcome: 'none' })
    const down = await runEvent(ref, event('down', [isOk]), signal)
    expect(down.outcome).toBe('unanswered')
    expect(down.words).toBeTruthy()
  })

  it('of many tells of each, and of none once it is stopped', async () => {
    const events = ['good', 'bad', 'down', 'good2'].map((name) => ({ ref, event: event(name, [isOk]) }))
    const told: string[] = []
    await runEvents(events, new AbortController().signal, ({ metadata }, { outcome }) =>
      told.push(`${metadata.name} ${outcome}`),
    )
    expect(told.sort()).toEqual(['bad failed', 'down unanswered', 'good passed', 'good2 passed'])
    const stopped = new AbortController()
    stopped.abort()
    const after: string[] = []
    await runEvents(events, stopped.signal, () => after.push('one'))
    expect(after).toEqual([])
  })
})
