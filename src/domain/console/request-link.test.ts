import { describe, expect, it } from 'vitest'
import { compressText, expandText } from '@/lib/compressed-text'
import { emptyRequest, type ConsoleRequest } from './request'
import { isRequestLink, readRequestLink, requestLink } from './request-link'

const request: ConsoleRequest = {
  method: 'PUT',
  path: '/orders?page=2&token=hidden1',
  headers: [
    { id: 3, name: 'Authorization', value: 'Bearer hidden2' },
    { id: 1, name: 'X-Kind', value: 'größe', isOff: true },
  ],
  body: {
    kind: 'multipart',
    text: '{"password": "hidden3", "note": "kept"}',
    fields: [
      {
        id: 1,
        name: 'photo',
        value: '',
        file: { name: 'cat.png', type: 'image/png', size: 3, bytes: new Uint8Array([1, 2, 3]) },
      },
      { id: 2, name: 'secret', value: 'hidden4' },
    ],
    file: { name: 'data.bin', type: '', size: 1, bytes: new Uint8Array([9]) },
  },
  options: { invokeUrl: 'localhost:8080', timeout: '30s', logLevel: 'info', skipsTlsVerification: true },
}

const linkOf = async (content: unknown) => `request=${await compressText(JSON.stringify(content))}`

describe('requestLink', () => {
  it('carries what was filled in, but no secret, no byte of a file, and no switched-off check', async () => {
    const link = await requestLink(request)
    expect(link).toMatchObject({
      leftOut: ['token', 'Authorization', 'password', 'secret'],
      files: ['data.bin', 'cat.png'],
      isLong: false,
    })
    expect(await expandText(link.fragment.slice('request='.length), 10_000)).not.toMatch(/hidden|image|bytes/)
    expect(await readRequestLink(`#${link.fragment}`)).toEqual({
      leftOut: link.leftOut,
      files: link.files,
      request: {
        ...request,
        path: '/orders?page=2&token=',
        headers: [{ id: 3, name: 'Authorization', value: 'Bearer ' }, request.headers[1]],
        body: {
          kind: 'multipart',
          text: '{"password": "", "note": "kept"}',
          fields: [
            { id: 1, name: 'photo', value: '', file: { name: 'cat.png', type: '', size: 0 } },
            { id: 2, name: 'secret', value: '' },
          ],
          file: { name: 'data.bin', type: '', size: 0 },
        },
        options: { ...request.options, skipsTlsVerification: false },
      },
    })
  })

  it('gives back an empty request', async () => {
    const { fragment } = await requestLink(emptyRequest)
    expect(await readRequestLink(fragment)).toEqual({ request: emptyRequest, leftOut: [], files: [] })
  })

  it('says when it is long, and refuses what could not be read back', async () => {
    const text = Array.from({ length: 4_000 }, (_, i) => (i * 2_654_435_761).toString(36)).join(' ')
    const long = { ...emptyRequest, body: { ...emptyRequest.body, text } }
    expect((await requestLink(long)).isLong).toBe(true)
    const huge = { ...long, body: { ...long.body, text: 'a'.repeat(9_000_000) } }
    await expect(requestLink(huge)).rejects.toThrow('too large for a link')
  })
})

describe('readRequestLink', () => {
  it.each([
    ['', 'The link holds no request'],
    ['#section', 'The link holds no request'],
    ['request=', 'The link cannot be read: It is damaged or cut off'],
    ['request=%20', 'The link cannot be read: It is damaged or cut off'],
  ])('says what is wrong with “%s”', async (fragment, problem) => {
    expect(await readRequestLink(fragment)).toEqual({ problem })
  })

  it.each([
    ['text', 'The link holds something else than a request'],
    [[], 'The link holds something else than a request'],
    [{ request: {} }, 'The link holds something else than a request'],
    [{ version: 2, request: {} }, 'The link was made by a newer dashboard'],
    [{ version: 1 }, 'The link holds no valid request: request: expected an object'],
    [
      { version: 1, request: { method: 'GET\r\nX: y' } },
      'The link holds no valid request: method: expected the name of a method',
    ],
    [{ version: 1, request: { path: 7 } }, 'The link holds no valid request: path: expected text'],
    [{ version: 1, request: { headers: {} } }, 'The link holds no valid request: headers: expected a list'],
    [
      { version: 1, request: { headers: [{ name: 'a', value: null }] } },
      'The link holds no valid request: headers[0].value: expected text',
    ],
    [
      { version: 1, request: { headers: [{ name: 'a', value: '', isOff: 'no' }] } },
      'The link holds no valid request: headers[0].isOff: expected true or false',
    ],
    [
      { version: 1, request: { body: { kind: 'script' } } },
      'The link holds no valid request: body.kind: expected one of “none”, “text”, “json”, “form”, “multipart”, “file”',
    ],
    [
      { version: 1, request: { body: { file: { name: 'x', bytes: { 0: 1 } } } } },
      'The link holds no valid request: body.file.bytes: expected bytes',
    ],
    [
      {
        version: 1,
        request: { body: { fields: Array.from({ length: 1_001 }, () => ({ name: '', value: '' })) } },
      },
      'The link holds no valid request: body.fields: expected at most 1000 rows',
    ],
  ])('says what is wrong with %j', async (content, problem) => {
    expect(await readRequestLink(await linkOf(content))).toEqual({ problem })
  })

  it('takes nothing but what a request consists of', async () => {
    const read = await readRequestLink(
      await linkOf({
        version: 1,
        send: true,
        marks: [{ key: 'header authorization', place: { part: 'path' }, at: 0 }],
        leftOut: ['a', 1, {}],
        request: {
          send: true,
          headers: [
            { id: 1, name: 'a', value: 'b', file: { name: 'x' }, onClick: 'x' },
            { id: 1, name: 'a', value: 'c' },
          ],
          options: { skipsTlsVerification: true, run: true },
        },
      }),
    )
    expect(read).toEqual({
      leftOut: ['a'],
      files: [],
      request: {
        ...emptyRequest,
        headers: [
          { id: 1, name: 'a', value: 'b' },
          { id: 2, name: 'a', value: 'c' },
        ],
        body: { kind: 'none', text: '', fields: [] },
      },
    })
  })

  it('does not unfold a bomb', async () => {
    const bomb = await linkOf({ version: 1, request: { path: 'x'.repeat(20_000_000) } })
    expect(await readRequestLink(bomb)).toEqual({
      problem: 'The link cannot be read: It holds more than can be read',
    })
  })
})

it('tells the fragment of a request from others', () => {
  expect(isRequestLink('#request=abc')).toBe(true)
  expect(isRequestLink('request=abc')).toBe(true)
  expect(isRequestLink('#line=4')).toBe(false)
})
