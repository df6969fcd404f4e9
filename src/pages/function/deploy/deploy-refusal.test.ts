import { expect, it } from 'vitest'
import { ApiError } from '@/api/errors'
import { refusalOf } from './deploy-refusal'

const busy = 'Function cannot be updated when existing function is being provisioned'

it.each([
  [new ApiError(409, 'Function resource version is stale'), false, 'stale'],
  [new ApiError(409, 'Function name already exists'), true, 'failed'],
  [new ApiError(412, busy), false, 'busy'],
  [new ApiError(412, busy), true, 'failed'],
  [new ApiError(412, 'Project does not exist'), false, 'failed'],
  [new ApiError(404, 'Function not found'), false, 'gone'],
  [new ApiError(400, 'Invalid trigger'), false, 'failed'],
  [new ApiError(500, ''), false, 'failed'],
  [new TypeError('a mistake in this page'), false, 'failed'],
])('%s, creating %s: %s', (error, create, refusal) => {
  expect(refusalOf(error, create)).toBe(refusal)
})
