import { expect, it } from 'vitest'
import { readTextFile } from './read-text-file'

it('reads text', async () => {
  expect(await readTextFile(new File(['x = "é"\n'], 'main.py'), 5)).toEqual({ text: 'x = "é"\n' })
})

it.each([
  [new Uint8Array([0x50, 0x4b, 0, 3]), 'a.zip is not a text file'],
  [new Uint8Array([0xff, 0xfe, 0x41]), 'a.zip is not a text file'],
  [new Uint8Array(5_000_001).fill(65), 'a.zip is larger than 5 MB'],
])('says why it takes no other', async (bytes, refusal) => {
  expect(await readTextFile(new File([bytes], 'a.zip'), 5)).toEqual({ refusal })
})
