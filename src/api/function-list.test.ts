import { answerWith, json, page } from './test-support'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FunctionRow } from '@/domain/function-rows'
import { FunctionLists } from './function-list'
import { applyChange } from './function-list-page'

const headers = { 'x-nuclio-function-namespace': 'nuclio' }
const never = new AbortController().signal
const stored = (name: string, state = 'ready', spec: object = {}) => ({
  metadata: { name, namespace: 'nuclio' },
  spec: { runtime: 'nodejs', ...spec },
  status: { state },
})
const answering = (...functions: ReturnType<typeof stored>[]) =>
  answerWith(() => json(Object.fromEntries(functions.map((fn) => [fn.metadata.name, fn]))))
const named = (rows: string) =>
  (rows === '' ? [] : (JSON.parse(rows) as FunctionRow[])).map(({ name }) => name)

let lists: FunctionLists
beforeEach(() => {
  lists = new FunctionLists()
})

describe('what is new in a list', () => {
  it('is everything at first, by name with numbers as numbers', async () => {
    answering(stored('b10'), stored('b9'), stored('a'))
    const first = await lists.read({ headers }, never)
    expect(first).toMatchObject({ whole: true, removed: [] })
    expect(named(first.rows)).toEqual(['a', 'b9', 'b10'])
  })

  it('is nothing when the server says the same again', async () => {
    answering(stored('a'), stored('b'))
    const { version } = await lists.read({ headers }, never)
    expect(await lists.read({ headers, known: version }, never)).toEqual({
      version,
      whole: false,
      rows: '',
      removed: [],
    })
  })

  it('is what came, went and changed', async () => {
    answering(stored('a'), stored('b'), stored('c'))
    const { version } = await lists.read({ headers }, never)
    answering(stored('d'), stored('b', 'building'), stored('a'))
    const next = await lists.read({ headers, known: version }, never)
    expect(next.whole).toBe(false)
    expect(named(next.rows)).toEqual(['b', 'd'])
    expect(next.removed).toEqual(['c'])
    expect(next.version).not.toBe(version)
  })

  it('is nothing when only that has changed which no list shows', async () => {
    answering(stored('a'))
    const { version } = await lists.read({ headers }, never)
    answering(stored('a', 'ready', { env: [{ name: 'STAGE', value: 'live' }] }))
    expect(await lists.read({ headers, known: version }, never)).toMatchObject({ version, rows: '' })
  })

  it('is everything for who has another version', async () => {
    answering(stored('a'), stored('b'))
    const { version } = await lists.read({ headers }, never)
    for (const known of [undefined, version - 1]) {
      const again = await lists.read({ headers, known }, never)
      expect(again.whole).toBe(true)
      expect(named(again.rows)).toEqual(['a', 'b'])
    }
  })

  it('is told for each list by itself', async () => {
    const other = { ...headers, 'x-nuclio-project-name': 'shop' }
    answering(stored('a'))
    const { version } = await lists.read({ headers }, never)
    const shop = await lists.read({ headers: other, known: version }, never)
    expect(named(shop.rows)).toEqual(['a'])
    expect(await lists.read({ headers, known: version }, never)).toMatchObject({ version, whole: false })
  })
})

describe('what cannot be read', () => {
  it.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [500, 'server'],
  ])('says why: %i', async (status, kind) => {
    answerWith(() => json({ error: 'no' }, status))
    await expect(lists.read({ headers }, never)).rejects.toMatchObject({ status, kind, message: 'no' })
  })

  it('knows the page of a proxy', async () => {
    answerWith(() => page(502, 'Bad Gateway'))
    await expect(lists.read({ headers }, never)).rejects.toMatchObject({ status: 502, kind: 'server' })
    answerWith(() => page(200, 'Sign in'))
    await expect(lists.read({ headers }, never)).rejects.toMatchObject({ status: 200 })
  })

  it('knows a server that does not answer, and a text that is broken', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(lists.read({ headers }, never)).rejects.toMatchObject({ status: 0, kind: 'network' })
    const broken = async () => {
      for (const text of ['{"a": {', '{"a": {nonsense}}', '[]', '7']) {
        answerWith(() => new Response(text))
        await expect(lists.read({ headers }, never)).rejects.toMatchObject({
          message: 'The server answered with a broken text instead of data',
        })
      }
    }
    await broken()
    answering(stored('a'))
    await lists.read({ headers }, never)
    await broken()
  })

  it.each([[''], ['null'], ['{}'], ['{"a": null}']])('takes %j for an empty list', async (text) => {
    answerWith(() => new Response(text))
    const { version, rows } = await lists.read({ headers }, never)
    expect(rows).toBe('')
    expect(await lists.read({ headers, known: version }, never)).toMatchObject({ version, rows: '' })
  })

  it('leaves what was read before as it is', async () => {
    answering(stored('a'))
    const { version } = await lists.read({ headers }, never)
    answerWith(() => json({ error: 'no' }, 500))
    await expect(lists.read({ headers, known: version }, never)).rejects.toMatchObject({ status: 500 })
    answering(stored('a'))
    expect(await lists.read({ headers, known: version }, never)).toMatchObject({ version, rows: '' })
  })

  it('is given up when asked to', async () => {
    const controller = new AbortController()
    answerWith(
      (request) =>
        new Promise((_resolve, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason as Error))
        }),
    )
    const reading = lists.read({ headers }, controller.signal)
    controller.abort()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a list after a change', () => {
  const row = (name: string, word = 'ready') => ({ name, state: { word } }) as FunctionRow
  const before = [row('a'), row('b'), row('c')]
  const change = (rows: FunctionRow[], removed: string[] = []) =>
    applyChange(before, { whole: false, rows: rows.length > 0 ? JSON.stringify(rows) : '', removed })

  it('is the same array when nothing has changed', () => {
    expect(change([])).toBe(before)
  })

  it('keeps the rows that have not', () => {
    const after = change([row('b', 'building')])
    expect(after).toEqual([row('a'), row('b', 'building'), row('c')])
    expect(after[0]).toBe(before[0])
    expect(after[2]).toBe(before[2])
  })

  it('puts new rows where they belong, and drops those that are gone', () => {
    const after = change([row('b2'), row('b10')], ['c'])
    expect(after.map(({ name }) => name)).toEqual(['a', 'b', 'b2', 'b10'])
    expect(after[1]).toBe(before[1])
  })

  it('is only what it is told when it is told everything', () => {
    expect(applyChange(before, { whole: true, rows: '', removed: [] })).toEqual([])
  })
})
