import { describe, expect, it } from 'vitest'
import type { FunctionEventConfig } from '@/api/generated/schema'
import { emptyRequest, type ConsoleRequest } from '@/domain/console/request'
import { copyOfEvent, eventOfRequest, requestOfEvent } from './event-request'

const saved: FunctionEventConfig = {
  metadata: {
    name: 'named-1',
    namespace: 'nuclio',
    labels: { 'nuclio.io/function-name': 'demo', team: 'a' },
  },
  spec: {
    displayName: 'Named',
    triggerKind: 'http',
    body: 'some body',
    attributes: {
      method: 'GET',
      path: '/some/path?a=1',
      headers: { 'x-header-1': 'a', 'x-header-2': 1, 'x-header-3': true },
      later: { deep: [1] },
    },
  },
}

const same = (from: FunctionEventConfig) =>
  eventOfRequest(requestOfEvent(from), { from, displayName: from.spec.displayName ?? '' })

const text = (request: Partial<ConsoleRequest>): ConsoleRequest => ({ ...emptyRequest, ...request })

describe('requestOfEvent', () => {
  it('shows method, path, headers and body', () => {
    expect(requestOfEvent(saved)).toEqual({
      method: 'GET',
      path: '/some/path?a=1',
      headers: [
        { id: 1, name: 'x-header-1', value: 'a' },
        { id: 2, name: 'x-header-2', value: '1' },
        { id: 3, name: 'x-header-3', value: 'true' },
      ],
      body: { kind: 'text', text: 'some body', fields: [] },
      options: emptyRequest.options,
    })
  })

  it('shows an event without attributes as servers fill it in', () => {
    const request = requestOfEvent({ spec: {} })
    expect(request).toMatchObject({
      method: 'POST',
      path: '/',
      headers: [],
      body: { kind: 'none', text: '' },
    })
    expect(requestOfEvent({ spec: { attributes: { path: '' } } }).path).toBe('/')
  })

  it('bears what no server should have stored', () => {
    const odd = { spec: { body: { a: 1 }, attributes: { method: 7, path: null, headers: ['x'] } } }
    expect(requestOfEvent(odd as unknown as FunctionEventConfig)).toMatchObject({
      method: 'POST',
      path: '/',
      headers: [],
    })
  })

  it.each([
    ['application/json', '{"a":1}', 'json'],
    ['application/cloudevents+json; charset=utf-8', '{}', 'json'],
    ['text/plain', '', 'text'],
    ['application/x-www-form-urlencoded', 'a=1&b=x+y', 'form'],
    ['application/x-www-form-urlencoded', 'a=1&b=x%20y', 'text'],
    ['application/x-www-form-urlencoded', 'a', 'text'],
    ['image/svg+xml', '<svg/>', 'text'],
  ])('takes the kind of body from %s with %s', (type, body, kind) => {
    const event = { spec: { body, attributes: { headers: { 'content-type': type } } } }
    expect(requestOfEvent(event).body.kind).toBe(kind)
  })
})

describe('eventOfRequest', () => {
  it('gives back the event that was not edited', () => {
    for (const spec of [
      saved.spec,
      { body: 'x' },
      {},
      { attributes: {} },
      { attributes: { path: '', method: '', headers: {} } },
      {
        triggerKind: 'kafka-cluster',
        triggerName: 'k',
        body: '{}',
        attributes: { topic: 't', headers: { a: 1.5 } },
      },
      { body: 'a=1&b=x+y', attributes: { headers: { 'content-type': 'application/x-www-form-urlencoded' } } },
      {
        body: 'a=1&b=x%20y',
        attributes: { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      },
    ] as FunctionEventConfig['spec'][]) {
      const from = { ...saved, spec: { displayName: 'x', ...spec } }
      expect(same(from).config).toEqual(from)
      expect(same(from).unheld).toEqual([])
    }
  })

  it('keeps numbers in headers until they are edited', () => {
    const request = requestOfEvent(saved)
    const [first, second, third] = request.headers
    if (!first || !second || !third) throw new Error('three rows')
    const headers = [third, { ...second, value: '2' }, { ...first, value: '1' }]
    const { config } = eventOfRequest({ ...request, headers }, { from: saved, displayName: 'Named' })
    expect(config.spec.attributes?.headers).toEqual({
      'x-header-1': '1',
      'x-header-2': '2',
      'x-header-3': true,
    })
    const moved = eventOfRequest(
      { ...request, headers: [second, first] },
      { from: saved, displayName: 'Named' },
    )
    expect(moved.config.spec.attributes?.headers).toEqual({ 'x-header-1': 'a', 'x-header-2': 1 })
  })

  it('leaves labels, name and unknown attributes alone', () => {
    const request = { ...requestOfEvent(saved), path: '/other' }
    const { config } = eventOfRequest(request, { from: saved, displayName: 'Renamed' })
    expect(config.metadata).toEqual(saved.metadata)
    expect(config.spec).toMatchObject({
      displayName: 'Renamed',
      triggerKind: 'http',
      attributes: { path: '/other', later: { deep: [1] } },
    })
  })

  it('writes down the content type that the console adds', () => {
    const { config } = eventOfRequest(text({ body: { kind: 'json', text: '{"a":1}', fields: [] } }), {
      displayName: 'New',
    })
    expect(config).toEqual({
      metadata: {},
      spec: {
        displayName: 'New',
        triggerKind: 'http',
        body: '{"a":1}',
        attributes: { method: 'POST', path: '/', headers: { 'Content-Type': 'application/json' } },
      },
    })
  })

  it('does not add a content type to an event that has none, unless another kind is chosen', () => {
    const request = requestOfEvent(saved)
    const edited = { ...request, body: { ...request.body, text: 'other' } }
    const one = eventOfRequest(edited, { from: saved, displayName: 'Named' }).config.spec
    expect(one.body).toBe('other')
    expect(one.attributes?.headers).not.toHaveProperty('Content-Type')
    const json = { ...request, body: { ...request.body, kind: 'json' as const, text: '{}' } }
    const other = eventOfRequest(json, { from: saved, displayName: 'Named' }).config.spec
    expect(other.attributes?.headers).toMatchObject({ 'Content-Type': 'application/json', 'x-header-2': 1 })
  })

  it('keeps a form as it is sent, and a repeated header as one list', () => {
    const { config, unheld } = eventOfRequest(
      text({
        headers: [
          { id: 1, name: 'Accept', value: 'a/b' },
          { id: 2, name: 'Accept', value: 'c/d' },
          { id: 3, name: '', value: '' },
        ],
        body: {
          kind: 'form',
          text: '',
          fields: [
            { id: 1, name: 'a b', value: 'ä&=' },
            { id: 2, name: 'off', value: 'x', isOff: true },
          ],
        },
      }),
      { displayName: 'Form' },
    )
    expect(config.spec.body).toBe('a+b=%C3%A4%26%3D')
    expect(config.spec.attributes?.headers).toEqual({
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: 'a/b, c/d',
    })
    expect(unheld.map(({ part }) => part)).toEqual(['switched-off'])
  })

  it('keeps a file that is text, byte order mark included, and says so of one that is not', () => {
    const file = (bytes?: Uint8Array) =>
      text({
        body: { kind: 'file', text: '', fields: [], file: { name: 'f', type: 'text/csv', size: 3, bytes } },
      })
    const good = eventOfRequest(file(new TextEncoder().encode('\uFEFFa,b')), { displayName: 'File' })
    expect(good.config.spec.body).toBe('\uFEFFa,b')
    expect(good.config.spec.attributes?.headers).toEqual({ 'Content-Type': 'text/csv' })
    expect(good.unheld).toEqual([])
    const binary = eventOfRequest(file(new Uint8Array([0xff, 0xfe])), { displayName: 'File' })
    expect(binary.config.spec.body).toBe('')
    expect(binary.unheld).toMatchObject([{ part: 'body' }])
    expect(eventOfRequest(file(), { displayName: 'File' }).unheld[0]?.words).toContain('chosen again')
  })

  it('says what else an event has no place for', () => {
    const { unheld } = eventOfRequest(
      text({
        headers: [{ id: 1, name: 'a', value: 'b', isOff: true }],
        body: { kind: 'multipart', text: '', fields: [] },
        options: { invokeUrl: 'x:1', timeout: '30s', logLevel: '', skipsTlsVerification: true },
      }),
      { displayName: 'Much' },
    )
    expect(unheld.map(({ words }) => words)).toEqual([
      'An event keeps no multipart body; it is saved without one.',
      'What is switched off is left out: 1 row.',
      'An event has no place for the target URL, the timeout and the choice to accept any certificate; it stays with this page.',
    ])
  })

  it('has headers with names of the language itself', () => {
    const rows = [{ id: 1, name: '__proto__', value: 'x' }]
    const { config } = eventOfRequest(text({ headers: rows }), { displayName: 'Odd' })
    expect(Object.entries(config.spec.attributes?.headers ?? {})).toEqual([['__proto__', 'x']])
  })
})

describe('events and requests', () => {
  // A small generator with a seed: the same cases at each run.
  function generator(seed: number) {
    let state = seed
    const next = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((state / 2_147_483_648) * below)
    }
    return { next, pick: <Item>(items: readonly Item[]): Item => items[next(items.length)] as Item }
  }
  const names = ['Content-Type', 'content-type', 'X-A', 'x-a', 'x-b', '__proto__', '7']
  const texts = ['', 'a', '{"a":1}', 'a=1&b=2', 'ä\u2028\r\n', '/p?q=1#x', 'GET', '1', 'true']
  const types = [
    'application/json',
    'text/plain; charset=utf-8',
    'application/x-www-form-urlencoded',
    'weird',
  ]

  it('give back any event that was not edited', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const { next, pick } = generator(seed)
      const values = [...texts, ...types, 0, 1.5, -3, true, false, null, { a: 1 }, [1]]
      const some = (key: string, of: readonly unknown[]) => (next(3) > 0 ? { [key]: pick(of) } : {})
      const headers = Object.fromEntries(Array.from({ length: next(5) }, () => [pick(names), pick(values)]))
      const attributes = {
        ...some('method', texts),
        ...some('path', texts),
        ...some('headers', [headers, 'x']),
      }
      const spec = {
        displayName: 'x',
        ...some('body', texts),
        ...some('attributes', [attributes, { ...attributes, own: values }]),
        ...some('triggerKind', ['cron', 'http']),
      }
      const from = { metadata: { name: 'n' }, spec } as FunctionEventConfig
      expect(same(from), `seed ${seed}`).toEqual({ config: from, unheld: [] })
    }
  })

  it('give back what an event can hold of any request', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const { next, pick } = generator(seed)
      const taken = [...new Set(Array.from({ length: next(4) }, () => pick(['X-A', 'x-b', 'y'])))]
      const request = text({
        method: pick(['GET', 'POST', 'PURGE']),
        path: pick(['/', '/a?b=c&b=d', '/ä b']),
        headers: taken.map((name, index) => ({ id: index + 1, name, value: pick(texts) })),
        body: { kind: pick(['text', 'json'] as const), text: pick(texts.slice(1)), fields: [] },
      })
      const { config, unheld } = eventOfRequest(request, { displayName: 'x' })
      const shown = requestOfEvent(JSON.parse(JSON.stringify(config)) as FunctionEventConfig)
      expect(unheld, `seed ${seed}`).toEqual([])
      const rows = shown.headers
        .filter(({ name }) => name !== 'Content-Type')
        .map(({ name, value }) => [name, value])
      expect(rows, `seed ${seed}`).toEqual(request.headers.map(({ name, value }) => [name, value]))
      expect({ ...shown, headers: [] }, `seed ${seed}`).toEqual({ ...request, headers: [] })
    }
  })
})

describe('copyOfEvent', () => {
  it('leaves the name to the server and keeps the rest', () => {
    expect(copyOfEvent(saved, 'Named (2)')).toEqual({
      metadata: { namespace: 'nuclio', labels: saved.metadata.labels },
      spec: { ...saved.spec, displayName: 'Named (2)' },
    })
  })
})
