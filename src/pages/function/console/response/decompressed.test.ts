import { describe, expect, it } from 'vitest'
import { decompressed } from './decompressed'

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

describe('decompressed', () => {
  it('gives back what was compressed', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 251)
    expect(await decompressed(await gzip(bytes), 'gzip')).toEqual(bytes)
  })

  it('says why it cannot', async () => {
    await expect(decompressed(new Uint8Array([1, 2, 3]), 'gzip')).rejects.toThrow('The bytes are no gzip')
    await expect(decompressed(new Uint8Array(), 'br')).rejects.toThrow('does not decompress br')
  })
})
