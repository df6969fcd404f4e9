import { expect, it } from 'vitest'
import { emptyRequest, type ConsoleRequest } from './request'
import { canSend, requestProblems } from './request-problems'

const requestTo = (invokeUrl: string, change: Partial<ConsoleRequest> = {}): ConsoleRequest => ({
  ...emptyRequest,
  ...change,
  options: { ...emptyRequest.options, invokeUrl },
})

it('sends to the URLs of the function only', () => {
  const own = ['10.0.0.1:8080', 'echo.example/path']
  expect(requestProblems(requestTo(''), own)).toEqual([])
  expect(requestProblems(requestTo('echo.example/path'), own)).toEqual([])
  expect(requestProblems(requestTo('10.0.0.9:8080'), own)).toMatchObject([{ at: 'target', stops: true }])
  expect(canSend(requestTo('10.0.0.9:8080'))).toBe(true)
  expect(canSend(requestTo('https://shop.example/v1'))).toBe(false)
})

it('tells what stops a request before what is only left out', () => {
  const problems = requestProblems(
    requestTo('', {
      path: '/#x',
      headers: [
        { id: 1, name: 'Host', value: 'x' },
        { id: 2, name: '', value: 'x' },
      ],
    }),
  )
  expect(problems.map(({ at, stops, rowId }) => [at, stops, rowId])).toEqual([
    ['header', true, 2],
    ['path', false, undefined],
    ['header', false, 1],
  ])
})
