import { answerByRoute, json } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { replicasQuery } from './replicas'

const ref = { namespace: 'nuclio', project: 'shop', name: 'echo' }
const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })

describe('replicas', () => {
  it.each([
    [{ names: ['b', 'a'] }, ['a', 'b']],
    [{ names: null }, []],
    [{ names: [] }, []],
  ])('names those of %j', async (answer, expected) => {
    answerByRoute({ 'GET /api/functions/echo/replicas': () => json(answer) })
    expect(await client().query(replicasQuery(ref))).toEqual(expected)
  })
})
