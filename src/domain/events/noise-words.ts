/** Names of fields whose values are another at each call, as far as a name can tell. */
const noisyNames = [
  /(?:^|[^a-z])(?:id|uuid|guid|etag|nonce|seed|random|rand|hash|checksum|digest|host|hostname|pid|ip|now|today|uptime|age|expires?|ttl)(?:$|[^a-z])/,
  /(?:^|[^a-z])(?:date|time|timestamp|ts|created|updated|modified|duration|elapsed|took|latency|ms|millis|seconds|trace|span|request|correlation|session|version)(?:$|[^a-z])/,
  /(?:^|[^a-z])(?:at|on|since|until)$/,
]

/** Dates, times, identifiers and sums of bytes, anywhere in a text. */
const noisyText = [
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}|\b)/,
  /\b\d{1,2}:\d{2}:\d{2}\b/,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i,
  /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,}\b/i,
  /\b[0-9A-HJKMNP-TV-Z]{26}\b/,
  /\b\d{10}(?:\d{3}|\d{6}|\d{9})?\b/,
  /0x[0-9a-f]{6,}/i,
  /\d\.\d{6,}/,
]

/** Whether a field's name says that its value is a date, an identifier or a measure: `createdAt`, `request_id`, `tookMs`. */
export function isNoisyName(name: string): boolean {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase()
  return noisyNames.some((noisy) => noisy.test(words))
}

/** Whether a value looks like a date, an identifier or a measure, which the next answer will have another of. */
export function isNoisyValue(value: string | number | boolean | null): boolean {
  if (typeof value === 'boolean' || value === null) return false
  const text = String(value)
  return noisyText.some((noisy) => noisy.test(text))
}
