import { expect, it } from 'vitest'
import { ApiError } from './errors'
import { queryClient, retryRead } from './query-client'

it.each([400, 401, 403, 404, 405, 409, 412, 413, 501])(
  'does not repeat what was refused with %i',
  (status) => {
    expect(retryRead(0, new ApiError(status, 'x'))).toBe(false)
  },
)

it('repeats what may have been a hiccup, a few times', () => {
  for (const status of [0, 500, 502, 503, 504]) {
    const error = new ApiError(status, 'x')
    expect(retryRead(0, error)).toBe(true)
    expect(retryRead(3, error)).toBe(false)
  }
  expect(retryRead(0, new TypeError('a fault of ours'))).toBe(false)
})

it('never repeats a change by itself, and works without a network', () => {
  expect(queryClient.getDefaultOptions().mutations).toMatchObject({ retry: false, networkMode: 'always' })
  expect(queryClient.getDefaultOptions().queries).toMatchObject({ networkMode: 'always' })
})
