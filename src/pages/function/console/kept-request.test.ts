import { describe, expect, it } from 'vitest'
import { emptyRequest, type ConsoleRequest } from '@/domain/console/request'
import { keptRequestText, readKeptRequest } from './kept-request'

const request: ConsoleRequest = {
  ...emptyRequest,
  method: 'PUT',
  path: '/orders?token=let-me-in',
  headers: [
    { id: 1, name: 'Authorization', value: 'Bearer let-me-in' },
    { id: 2, name: 'X-Kept', value: 'yes', isOff: true },
  ],
  body: {
    kind: 'multipart',
    text: '{"a": 1}',
    fields: [
      {
        id: 1,
        name: 'photo',
        value: '',
        file: { name: 'a.png', type: 'image/png', size: 1, bytes: new Uint8Array(1) },
      },
    ],
  },
}

describe('a request kept over a reload', () => {
  it('comes back as it was filled in, without secrets and bytes of files', () => {
    const text = keptRequestText(request) ?? ''
    expect(text).not.toContain('let-me-in')
    const { request: kept, leftOut } = readKeptRequest(text)
    expect(leftOut).toEqual(expect.arrayContaining(['Authorization', 'token']))
    expect(kept.headers).toEqual([
      { id: 1, name: 'Authorization', value: 'Bearer ' },
      { id: 2, name: 'X-Kept', value: 'yes', isOff: true },
    ])
    expect(kept.body.fields[0]?.file).toEqual({ name: 'a.png', type: 'image/png', size: 1 })
    expect(kept.body.text).toBe('{"a": 1}')
  })

  it('is an empty one where nothing that can be read was kept', () => {
    for (const text of [null, '', 'no', '[]', '{"request":{"method":1}}'])
      expect(readKeptRequest(text).request).toBe(emptyRequest)
    expect(keptRequestText(emptyRequest)).toBeUndefined()
  })
})
