import { describe, expect, it } from 'vitest'
import { formField, readFormFields } from './form-fields'

async function fieldsOf(text: string): Promise<readonly string[]> {
  let fields: readonly string[] = []
  await readFormFields(text, new AbortController().signal, (now) => {
    fields = now
  })
  return fields
}

describe('readFormFields', () => {
  it.each(['who=w%C3%B6rld&n=1&n=2', 'a+b=c+d&&=x&y&z=', '?a=1&?b=2&c=%ff%', '&', 'a=b=c', '#=%26&%3D=1'])(
    'reads %j as a browser does',
    async (text) => {
      const expected = [...new URLSearchParams(`&${text}`)]
      expect((await fieldsOf(text)).map(formField)).toEqual(expected)
    },
  )

  it('finds every one of many', async () => {
    const fields = Array.from({ length: 90_000 }, (_, at) => `name${at}=${at}`)
    expect(await fieldsOf(fields.join('&'))).toEqual(fields)
  })

  it('stops when nobody looks any more', async () => {
    const controller = new AbortController()
    let calls = 0
    await readFormFields('a=1&'.repeat(90_000), controller.signal, () => {
      calls += 1
      controller.abort()
    })
    expect(calls).toBe(1)
  })
})
