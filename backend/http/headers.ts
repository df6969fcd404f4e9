const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

export type HeaderPair = [name: string, value: string]

/** Headers that go on to the next party: without those that belong to this one connection. */
export function endToEnd(headers: Iterable<HeaderPair>): HeaderPair[] {
  const pairs = [...headers]
  const named = new Set(
    pairs
      .filter(([name]) => name.toLowerCase() === 'connection')
      .flatMap(([, value]) => value.split(','))
      .map((name) => name.trim().toLowerCase()),
  )
  return pairs.filter(([name]) => !hopByHop.has(name.toLowerCase()) && !named.has(name.toLowerCase()))
}

/** Node's flat list of raw headers as pairs, each value of a repeated header kept. */
export function headerPairs(raw: string[]): HeaderPair[] {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ''] satisfies HeaderPair] : [],
  )
}

/** Headers of an answer; values that HTTP cannot carry as they are become their UTF-8 bytes, impossible names go. */
export function answerHeaders(pairs: HeaderPair[]): Headers {
  const headers = new Headers()
  for (const [name, value] of pairs) {
    if (!/^[!#$%&'*+\-.^_`|~\w]+$/.test(name)) continue

    const oneLine = value.replace(/[\0\r\n]+/g, ' ')
    headers.append(
      name,
      Buffer.from(oneLine, /[^\0-\xff]/.test(oneLine) ? 'utf8' : 'latin1').toString('latin1'),
    )
  }
  return headers
}
