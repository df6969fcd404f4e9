import { describe, expect, it } from 'vitest'
import { emptyRequest } from './request'

describe('emptyRequest', () => {
  it('sends JSON to the root of the function, as the server would by itself', () => {
    expect(emptyRequest).toMatchObject({ method: 'POST', path: '/', body: { kind: 'json', text: '' } })
    expect(Object.values(emptyRequest.options).filter(Boolean)).toEqual([])
  })
})
