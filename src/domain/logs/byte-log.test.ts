import { describe, expect, it } from 'vitest'
import { ByteLog } from './byte-log'
import { inPieces, seeded, seededLog } from './test-logs'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i])
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('the bytes of a replica', () => {
  it('are those that came, over seeded pieces, each line in one chunk', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const below = seeded(seed)
      const text = seededLog(below, 300, 0) + 'x'.repeat(below(30_000)) + '\n' + seededLog(below, 300, 0)
      const bytes = bytesOf(text)
      const log = new ByteLog()
      for (const piece of inPieces(below, bytes, 1 + below(9_000))) log.append(piece)
      expect(isSame(log.copy(0, log.end), bytes)).toBe(true)
      let place = 0
      const isWhole = text.split(/(?<=\n)/).every((line) => {
        const wanted = bytesOf(line)
        place += wanted.length
        return isSame(log.rest(place - wanted.length).subarray(0, wanted.length), wanted)
      })
      expect(isWhole).toBe(true)
      const last = text.lastIndexOf('\n') + 1
      expect(log.end - log.lineStart).toBe(bytesOf(text.slice(last)).length)
      const [from, to] = [below(bytes.length), bytes.length]
      expect(isSame(log.bytes(from, to), bytes.subarray(from, to))).toBe(true)
    }
  })

  it('keep their places when the oldest are dropped', () => {
    const log = new ByteLog()
    const line = `${'x'.repeat(99)}\n`
    for (let i = 0; i < 10_000; i += 1) log.append(bytesOf(line))
    log.dropBefore(900_000)
    expect([log.start, log.end]).toEqual([900_000, 1_000_000])
    expect(textOf(log.copy(900_000, 900_100))).toBe(line)
    expect(log.pieces(log.start, log.end).reduce((sum, { length }) => sum + length, 0)).toBe(100_000)
  })

  it('hold a line of many megabytes that comes bit by bit', () => {
    const log = new ByteLog()
    log.append(bytesOf('before\n'))
    const piece = bytesOf('y'.repeat(64 * 1024))
    for (let i = 0; i < 100; i += 1) log.append(piece)
    expect(log.lineStart).toBe(7)
    expect(log.rest(7)).toHaveLength(100 * piece.length)
    log.append(bytesOf('\nafter'))
    expect(textOf(log.rest(log.lineStart))).toBe('after')
  })

  it('take a line for whole when told so', () => {
    const log = new ByteLog()
    log.append(bytesOf('cut'))
    log.endLine()
    expect(log.lineStart).toBe(3)
    log.append(bytesOf('next\n'))
    expect(textOf(log.copy(0, 8))).toBe('cutnext\n')
  })
})
