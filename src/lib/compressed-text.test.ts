import { describe, expect, it } from 'vitest'
import { compressText, expandText } from './compressed-text'

const limit = 1_000_000

describe('compressText', () => {
  it.each([
    ['nothing', ''],
    ['one letter', 'a'],
    ['other scripts and signs outside the basic plane', 'Grüße, 関数 🚀 e\u0301'],
    ['a byte order mark', '\uFEFFx'],
    ['control characters', '\0\r\n\t\u2028'],
    ['much of the same', 'abc '.repeat(100_000)],
  ])('gives back %s', async (_, text) => {
    const compressed = await compressText(text)
    expect(compressed).toMatch(/^[\w-]+$/)
    expect(await expandText(compressed, limit)).toBe(text)
  })

  it('gives back what does not compress, in every remainder of base64', async () => {
    let state = 1
    const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0)
    for (let length = 1; length < 200; length += 7) {
      const text = Array.from({ length }, () => String.fromCodePoint(0x100 + (next() % 0xd000))).join('')
      expect(await expandText(await compressText(text), limit)).toBe(text)
    }
  })

  it('is short for JSON', async () => {
    const text = JSON.stringify(
      Array.from({ length: 200 }, (_, id) => ({ id, name: `row ${id}`, done: false })),
    )
    expect((await compressText(text)).length).toBeLessThan(text.length / 4)
  })
})

describe('expandText', () => {
  it.each([
    ['empty', ''],
    ['other characters', 'abc!'],
    ['a length that base64 does not have', 'abcde'],
    ['no deflated data', '____'],
  ])('refuses %s', async (_, text) => {
    await expect(expandText(text, limit)).rejects.toThrow('damaged or cut off')
  })

  it('refuses what was cut off', async () => {
    const compressed = await compressText('A text that is long enough to be cut somewhere in its middle')
    await expect(expandText(compressed.slice(0, -8), limit)).rejects.toThrow('damaged or cut off')
  })

  it('refuses bytes that are no text', async () => {
    // A stored block of the single byte 0xff.
    const stored = btoa(String.fromCharCode(1, 1, 0, 254, 255, 255))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
    await expect(expandText(stored.replace(/=+$/, ''), limit)).rejects.toThrow('damaged or cut off')
  })

  it('stops at the limit, however little was given', async () => {
    const bomb = await compressText('0'.repeat(5_000_000))
    expect(bomb.length).toBeLessThan(10_000)
    await expect(expandText(bomb, limit)).rejects.toThrow('more than can be read')
    expect(await expandText(await compressText('a'.repeat(100)), 100)).toHaveLength(100)
  })
})
