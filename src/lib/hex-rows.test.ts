import { expect, it } from 'vitest'
import { hexRowCount, hexRows, hexText } from './hex-rows'

const bytes = Uint8Array.from({ length: 40 }, (_, i) => (i < 32 ? i + 0x20 : 0xf8 + i - 32))

it('counts a row for every sixteen bytes begun', () => {
  expect([0, 1, 16, 17].map((length) => hexRowCount(new Uint8Array(length)))).toEqual([0, 1, 1, 2])
})

it('gives a window of rows', () => {
  expect(hexRows(bytes, 2, 5)).toEqual([
    { offset: '00000020', bytes: ['f8', 'f9', 'fa', 'fb', 'fc', 'fd', 'fe', 'ff'], text: '........' },
  ])
  expect(hexRows(bytes, 1, 1)[0]).toMatchObject({ offset: '00000010', text: '0123456789:;<=>?' })
  expect(hexRows(bytes, 3, 5)).toEqual([])
})

it('writes rows to copy, their texts below each other', () => {
  expect(hexText(bytes, 0, 3)).toBe(
    [
      '00000000  20 21 22 23 24 25 26 27  28 29 2a 2b 2c 2d 2e 2f  | !"#$%&\'()*+,-./|',
      '00000010  30 31 32 33 34 35 36 37  38 39 3a 3b 3c 3d 3e 3f  |0123456789:;<=>?|',
      '00000020  f8 f9 fa fb fc fd fe ff                           |........|',
    ].join('\n'),
  )
})
