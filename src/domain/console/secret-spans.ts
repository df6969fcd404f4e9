import { isSecretField, isSecretName } from '@/domain/function-secrets'

/** Part of a text that holds a secret. */
export interface SecretSpan {
  start: number
  end: number
  /** What it is called: the field or variable, or what its shape tells. */
  name: string
  /** How a value has to be written to stand there. */
  writing: 'plain' | 'json' | 'url'
}

/** Names that a request gives to credentials, beside those that a configuration has. */
const ofRequests =
  /cookie|session|(?:^|[^a-z])(?:auth|jwt|sid|sig|signature|otp|pin|pwd)(?![a-z])|(?:account|functions|shared|signing|subscription)[-_]?key/i

/** Whether a header, a query value or a field of a form is a credential by its name. */
export const isCredentialName = (name: string): boolean => isSecretName(name) || ofRequests.test(name)

const isCredentialField = (name: string): boolean =>
  isSecretField(name) || /(?:^|[^a-z])(?:jwt|otp|pin|pwd)(?![a-z])|cookie/i.test(name)

/** Of numbers only those that nobody counts with: `tokens: 500` is a limit. */
const isSecretNumber = (name: string): boolean => /pass(?:word|code)?$|(?:^|[^a-z])(?:pin|otp)$/i.test(name)

/** Text whose shape gives it away whatever it is called; the first group is what comes before the secret. */
const shapes: [name: string, shape: RegExp][] = [
  ['password', /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/@:'"]{0,200}:)[^\s/@'"]{1,200}(?=@)/gi],
  ['token', /(\b(?:Bearer|Basic) +)(?=[^\s"'][a-z.]*[A-Z\d=_~+/-])[A-Za-z0-9._~+/=-]{8,}/g],
  ['token', /(\b)eyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*/g],
  ['token', /(\b)(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,})/g],
  ['key', /(\b)(?:AKIA[A-Z0-9]{16}\b|sk-[\w-]{20,}|AIza[\w-]{30,})/g],
  ['private key', /(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----)[\s\S]{1,10000}?(?=-----END )/g],
]

function shapeSpans(text: string): SecretSpan[] {
  return shapes.flatMap(([name, shape]) =>
    [...text.matchAll(shape)].map((match) => {
      const start = match.index + (match[1]?.length ?? 0)
      return { start, end: match.index + match[0].length, name, writing: 'plain' as const }
    }),
  )
}

interface Frame {
  isList: boolean
  /** Key whose value comes next; of a list that of the list. */
  key: string
  /** Whether all within is secret, by the name of something further out. */
  isSecret: boolean
  /** Of a variable as an object with `name` and `value`, in either order. */
  name?: string
  value?: { start: number; end: number }
}

const jsonToken = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/** Secrets among the values of a JSON text, also of one that is still being typed. */
function jsonSpans(text: string): SecretSpan[] {
  if (!/^\s*[[{]/.test(text)) return []
  const spans: SecretSpan[] = []
  const stack: Frame[] = []
  let string: string | undefined
  for (const match of text.matchAll(jsonToken)) {
    const token = match[0]
    const top = stack.at(-1)
    if (token === '{' || token === '[') {
      const isSecret = top !== undefined && (top.isSecret || isCredentialField(top.key))
      stack.push({ isList: token === '[', key: token === '[' ? (top?.key ?? '') : '', isSecret })
    } else if (token === '}' || token === ']') stack.pop()
    else if (token === ',') {
      if (top && !top.isList) top.key = ''
    } else if (token === ':') {
      if (top && string !== undefined) top.key = string
    } else if (top && token.startsWith('"')) {
      string = token.slice(1, -1)
      if (top.isList || top.key !== '') addString(spans, top, match.index + 1, string)
    } else if (top && /^[-\d]/.test(token) && isSecretNumber(top.key))
      spans.push({ start: match.index, end: match.index + token.length, name: top.key, writing: 'plain' })
  }
  return spans
}

function addString(spans: SecretSpan[], top: Frame, start: number, string: string): void {
  const end = start + string.length
  const add = (span: { start: number; end: number }, name: string) => {
    if (span.end > span.start) spans.push({ ...span, name, writing: 'json' })
  }
  if (top.isSecret || isCredentialField(top.key)) return add({ start, end }, top.key)
  if (top.isList) return
  if (top.key === 'name') top.name = string
  if (top.key === 'value') top.value = { start, end }
  if (top.name !== undefined && top.value && isCredentialName(top.name)) {
    add(top.value, top.name)
    top.value = undefined
  }
}

/** `name=value` of a form or a query, separated by `&`; the names come encoded. */
export function querySpans(text: string, from = 0): SecretSpan[] {
  const spans: SecretSpan[] = []
  for (const match of text.slice(from).matchAll(/(?<=^|[?&#;])([^?&#;=]+)=([^&#;]+)/g)) {
    const name = decoded(match[1] ?? '')
    const end = from + match.index + match[0].length
    if (isCredentialName(name))
      spans.push({ start: end - (match[2]?.length ?? 0), end, name, writing: 'url' })
  }
  return spans
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** Assignments, lines of YAML and of headers, elements of XML, and JSON within strings of JSON. */
const assignments = [
  /()(?<![\w.-])([\w.-]{1,100})=("[^"\n]{1,500}"|'[^'\n]{1,500}'|[^\s"'<>]{1,500})/g,
  /(^|\n)[ \t]*(?:- +)?([\w.-]{1,100}): +("[^"\n]{1,2000}"|'[^'\n]{1,2000}'|[^\s"'{[|>&*#][^\n]{0,2000})/g,
  /()<([\w.:-]{1,100})>([^<]{1,2000})(?=<\/)/g,
  /()\\{1,8}"([\w.-]{1,100})\\{1,8}": ?\\{1,8}"([^"\\]{1,2000})/g,
]

function assignedSpans(text: string): SecretSpan[] {
  return assignments.flatMap((assignment) =>
    [...text.matchAll(assignment)].flatMap((match): SecretSpan[] => {
      const [whole, , name = '', value = ''] = match
      if (!isCredentialField(name) && !isSecretName(name)) return []
      const isQuoted = /^["']/.test(value)
      const end = match.index + whole.length - (isQuoted ? 1 : 0)
      const start = match.index + whole.length - value.length + (isQuoted ? 1 : 0)
      const isLine = whole.startsWith('\n') || match.index === 0
      return [
        {
          start,
          end: isLine ? start + text.slice(start, end).trimEnd().length : end,
          name,
          writing: 'plain',
        },
      ]
    }),
  )
}

/** The spans in order, none over another; where several overlap, the first names them all. */
function apart(spans: SecretSpan[]): SecretSpan[] {
  const found: SecretSpan[] = []
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end <= span.start) continue
    const last = found.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else found.push({ ...span })
  }
  return found
}

/** Where a body, a value of a form or an address holds secrets: by the names in it (JSON, forms, assignments, XML) and by their shape. */
export function secretSpans(text: string): SecretSpan[] {
  const isForm = /^[^\s=&{<]+=[^\s]*$/.test(text) && !text.includes('://')
  const named = isForm ? querySpans(text) : [...jsonSpans(text), ...assignedSpans(text)]
  return apart([...named, ...shapeSpans(text)])
}

/** Where a path with a query holds secrets. */
export function pathSecretSpans(path: string): SecretSpan[] {
  const query = path.search(/[?#]/)
  return apart([...(query < 0 ? [] : querySpans(path, query)), ...shapeSpans(path)])
}

/** Where a value under a name holds secrets: all of it but the scheme (`Bearer `) when the name is that of a credential. */
export function valueSecretSpans(name: string, value: string): SecretSpan[] {
  if (!isCredentialName(name)) return secretSpans(value)
  const before = /^\s*(?:(?:Bearer|Basic|Digest|Negotiate|Token|ApiKey)\s+(?=\S))?/i.exec(value)?.[0] ?? ''
  const end = value.trimEnd().length
  return end <= before.length ? [] : [{ start: before.length, end, name, writing: 'plain' }]
}
