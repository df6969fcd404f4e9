import { describe, expect, it } from 'vitest'

import { decodeFrames, encodeFrame } from './frames'

async function decoded(chunks: Uint8Array[]) {
  const frames = []
  for await (const frame of decodeFrames(
    (async function* () {
      yield* chunks
    })(),
  ))
    frames.push({ head: frame.head, body: [...frame.body] })
  return frames
}

describe('frames', () => {
  const frames = [
    { head: { kind: 'event', text: 'שלום 👋' }, body: [0, 255, 10, 13] },
    { head: { kind: 'empty' }, body: [] },
    { head: { kind: 'last' }, body: [1] },
  ]
  const bytes = Buffer.concat(frames.flatMap((f) => encodeFrame(f.head, Uint8Array.from(f.body))))

  it('come out as they went in, all in one chunk', async () => {
    expect(await decoded([bytes])).toEqual(frames)
  })

  it('come out as they went in, byte by byte', async () => {
    expect(await decoded([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(frames)
  })

  it('leave out what was cut off', async () => {
    expect(await decoded([bytes.subarray(0, -1)])).toEqual(frames.slice(0, 2))
  })
})
