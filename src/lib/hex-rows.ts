const bytesPerRow = 16

/** A line of a hex view: 16 bytes, fewer at the end. */
export interface HexRow {
  /** Of the first byte, in at least eight hexadecimal digits. */
  offset: string
  /** Two digits a byte. */
  bytes: string[]
  /** A character a byte; a dot where it is not printable ASCII. */
  text: string
}

export function hexRowCount(bytes: Uint8Array): number {
  return Math.ceil(bytes.length / bytesPerRow)
}

/** A window of the rows of a hex view; fewer where the bytes end. */
export function hexRows(bytes: Uint8Array, first: number, count: number): HexRow[] {
  const rows: HexRow[] = []
  const last = Math.min(first + count, hexRowCount(bytes))
  for (let row = Math.max(0, first); row < last; row++) {
    const at = row * bytesPerRow
    const part = Array.from(bytes.subarray(at, at + bytesPerRow))
    rows.push({
      offset: at.toString(16).padStart(8, '0'),
      bytes: part.map((byte) => byte.toString(16).padStart(2, '0')),
      text: part.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
    })
  }
  return rows
}

/** The bytes of rows as text to copy: offset, bytes in two groups of eight, ASCII. */
export function hexText(bytes: Uint8Array, first: number, count: number): string {
  return hexRows(bytes, first, count)
    .map((row) => {
      const halves = [row.bytes.slice(0, 8).join(' '), row.bytes.slice(8).join(' ')]
      return `${row.offset}  ${halves.join('  ').padEnd(bytesPerRow * 3)}  |${row.text}|`
    })
    .join('\n')
}
