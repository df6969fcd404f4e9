/** Lines as an editor counts them, and bytes as UTF-8, of a text and of what `encodeSource` made of it. */
export function sourceStats(text: string, encoded: string): { lines: number; bytes: number } {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  const padding = encoded.endsWith('==') ? 2 : encoded.endsWith('=') ? 1 : 0
  return { lines, bytes: (encoded.length / 4) * 3 - padding }
}
