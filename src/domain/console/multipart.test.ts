import { describe, expect, it } from 'vitest'
import { multipartBody } from './multipart'
import type { SentPart } from './to-send'

const read = async (parts: SentPart[]): Promise<FormData> =>
  new Response(multipartBody(parts, 'edge'), {
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  }).formData()

describe('multipartBody', () => {
  it('is read back with every name, text and byte', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 256)
    const form = await read([
      { name: 'who', text: 'wörld' },
      { name: 'who', text: '' },
      { name: 'photo', file: { name: 'a b.png', type: 'image/png', bytes } },
    ])
    expect(form.getAll('who')).toEqual(['wörld', ''])
    const photo = form.get('photo') as File
    expect([photo.name, photo.type]).toEqual(['a b.png', 'image/png'])
    expect(new Uint8Array(await photo.arrayBuffer())).toEqual(bytes)
  })

  it('lets no name end the head that it stands in', () => {
    const text = new TextDecoder().decode(
      multipartBody(
        [
          {
            name: 'a"b\r\nc',
            file: { name: 'd"\n.txt', type: 'text/plain\r\nX: y', bytes: new Uint8Array() },
          },
        ],
        'edge',
      ),
    )
    expect(text.split('\r\n')).toEqual([
      '--edge',
      'Content-Disposition: form-data; name="a%22b%0D%0Ac"; filename="d%22%0D%0A.txt"',
      'Content-Type: text/plain  X: y',
      '',
      '',
      '--edge--',
      '',
    ])
  })

  it('ends lines of a text as browsers do', () => {
    const text = new TextDecoder().decode(multipartBody([{ name: 'a', text: '1\n2\r\n3\r4' }], 'edge'))
    expect(text).toContain('\r\n\r\n1\r\n2\r\n3\r\n4\r\n')
  })
})
