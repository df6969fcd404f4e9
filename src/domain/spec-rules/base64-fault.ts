const whole = /^[A-Za-z0-9+/]*={0,2}$/

/** The byte at which Go stops reading a text as base64, or undefined when all of it is. Line ends are passed over, as Go does. */
export function base64Fault(text: string): number | undefined {
  if (text.length % 4 === 0 && whole.test(text)) return undefined
  let digits = 0
  let at = 0
  for (; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (char === '\n' || char === '\r') continue
    if (char === '=') return paddingFault(text, at, digits % 4)
    if (!/[A-Za-z0-9+/]/.test(char)) return at
    digits += 1
  }
  return digits % 4 === 0 ? undefined : at - (digits % 4)
}

function paddingFault(text: string, first: number, digits: number): number | undefined {
  if (digits < 2) return first
  let at = afterLineEnds(text, first + 1)
  if (digits === 2) {
    if (at === text.length) return text.length
    if (text[at] !== '=') return at
    at = afterLineEnds(text, at + 1)
  }
  return at < text.length ? at : undefined
}

function afterLineEnds(text: string, from: number): number {
  let at = from
  while (text[at] === '\n' || text[at] === '\r') at += 1
  return at
}
