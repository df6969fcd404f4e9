import { describe, expect, it } from 'vitest'
import { sealAnswer } from '../function-answer'
import type { HeaderPair } from '../headers'
import { callOf, fakePlatform, refused, seen } from './fake-platform'
import { invokeFunction } from './function-invocations'

const path = '/api/function_invocations'
const to = { 'x-nuclio-function-name': 'f' }
const answering = (...answers: [status: number, headers: HeaderPair[], body: string][]) => {
  let turn = 0
  const next = () => {
    const [status, headers, body] = answers[Math.min(turn, answers.length - 1)] ?? [200, [], '']
    turn += 1
    return sealAnswer({ status, headers, body: new TextEncoder().encode(body) })
  }
  return fakePlatform({ [`GET ${path}`]: next, [`POST ${path}`]: next })
}

describe('an invocation through Nuclio', () => {
  const headers: HeaderPair[] = [
    ['Set-Cookie', 'a=b'],
    ['Set-Cookie', 'c=d'],
    ['X-Nuclio-Logs', '[]'],
    ['X-Other', 'kept'],
  ]

  it('loses headers of Nuclio and all but the first of repeated ones', async () => {
    const answer = await invokeFunction(
      callOf('POST', path, 'x', to),
      answering([418, headers, 'teapot']).ask,
    )
    expect([answer.status, await answer.text()]).toEqual([418, 'teapot'])
    expect(Object.fromEntries(answer.headers)).toEqual({ 'set-cookie': 'a=b', 'x-other': 'kept' })
  })

  it('does so inside a seal as well', async () => {
    const sealed = callOf('POST', path, 'x', { ...to, 'x-dashboard-sealed': '1' })
    const answer = await invokeFunction(sealed, answering([418, headers, 'teapot']).ask)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.headers.get('x-dashboard-answer') ?? '')).toEqual({
      status: 418,
      headers: [
        ['Set-Cookie', 'a=b'],
        ['X-Other', 'kept'],
      ],
    })
  })

  it.each([
    [302, '/there?x=1', 'GET', ''],
    [307, 'next', 'POST', 'x'],
  ])('follows a %i itself', async (status, location, method, body) => {
    const { ask, asked } = answering([status, [['Location', location]], ''], [200, [], 'arrived'])
    const answer = await invokeFunction(callOf('POST', path, 'x', { ...to, 'x-nuclio-path': '/a/b' }), ask)
    expect([answer.status, await answer.text()]).toEqual([200, 'arrived'])
    const followed = status === 302 ? '/there?x=1' : '/a/next'
    expect(asked[1]).toMatchObject({ method, body, headers: { 'x-nuclio-path': followed } })
  })

  it('gives up following, and does not leave the function', async () => {
    const round = answering([302, [['Location', '/again']], ''])
    expect((await invokeFunction(callOf('GET', path, undefined, to), round.ask)).status).toBe(302)
    expect(round.asked).toHaveLength(11)
    const away = answering([302, [['Location', 'https://elsewhere.example/']], ''])
    expect((await invokeFunction(callOf('GET', path, undefined, to), away.ask)).status).toBe(302)
    expect(away.asked).toHaveLength(1)
  })

  it('complains about a bad timeout and runs the function all the same', async () => {
    const { ask, asked } = answering([200, [], 'hello'])
    const answer = await invokeFunction(
      callOf('POST', path, 'x', { ...to, 'x-nuclio-invoke-timeout': '10' }),
      ask,
    )
    expect(await seen(answer)).toEqual({
      status: 400,
      type: 'application/json',
      body: '{"error": "Invalid invoke timeout"}hello',
    })
    expect(asked[0]?.headers).not.toHaveProperty('x-nuclio-invoke-timeout')
  })

  it.each(['HEAD', 'TRACE', 'PROPFIND'])('has no route for %s', async (method) => {
    expect((await invokeFunction(callOf(method, path, undefined, to), fakePlatform({}).ask)).status).toBe(405)
  })

  it.each([
    [
      refused(404, 'Function not found: f @ nuclio'),
      404,
      'Failed to invoke function: Function not found: f @ nuclio',
    ],
    [
      refused(400, 'Failed to invoke function: Invalid function url "x"'),
      400,
      "Failed to invoke function: Invalid function url 'x'",
    ],
    [refused(400, 'Function name must be provided'), 400, 'Function name must be provided'],
    [
      refused(504, 'too slow'),
      500,
      'Failed to invoke function: context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    ],
    [refused(503, 'not running'), 500, 'Failed to invoke function: not running'],
  ])('says less about errors of its own', async (answer, status, error) => {
    const { ask } = fakePlatform({ [`POST ${path}`]: () => answer })
    expect(await seen(await invokeFunction(callOf('POST', path, 'x', to), ask))).toEqual({
      status,
      type: 'application/json',
      body: { error },
    })
  })

  it('cannot reach the address that means every address', async () => {
    const answer = await invokeFunction(
      callOf('POST', path, 'x', { ...to, 'x-nuclio-invoke-url': '0.0.0.0:4000' }),
      answering([200, [], '']).ask,
    )
    expect(await seen(answer)).toMatchObject({
      status: 500,
      body: { error: expect.stringContaining('connection refused') as string },
    })
  })
})
