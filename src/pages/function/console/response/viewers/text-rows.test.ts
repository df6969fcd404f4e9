import { describe, expect, it } from 'vitest'
import { readTextRows } from './text-rows'

async function rowsOf(text: string, charset?: string): Promise<readonly string[]> {
  let rows: readonly string[] = []
  const bytes = new TextEncoder().encode(text)
  await readTextRows(bytes, charset, new AbortController().signal, (now) => {
    rows = now
  })
  return rows
}

describe('readTextRows', () => {
  it('has every line of a text of several slices, letters at their edges too', async () => {
    const lines = Array.from({ length: 90_000 }, (_, at) => `line ${at} with ü and 😀`)
    expect(await rowsOf(lines.join('\n'))).toEqual(lines)
  })

  it('cuts a line of megabytes, and loses nothing of it', async () => {
    const line = Array.from({ length: 3_500_000 }, (_, at) => 'abcdefghij'[at % 10]).join('')
    const rows = await rowsOf(`${line}\nend`)
    expect(rows.slice(0, -1).join('')).toBe(line)
    expect(Math.max(...rows.map(({ length }) => length))).toBe(1_000)
    expect(rows.at(-1)).toBe('end')
  })

  it('stops when nobody looks any more', async () => {
    const controller = new AbortController()
    let calls = 0
    await readTextRows(new Uint8Array(5_000_000).fill(97), undefined, controller.signal, () => {
      calls += 1
      controller.abort()
    })
    expect(calls).toBe(1)
  })
})
