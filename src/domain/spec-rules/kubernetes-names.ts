const labelPattern = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const subdomainPattern = `${labelPattern}(\\.${labelPattern})*`
const qualifiedPattern = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
const labelValuePattern = `(${qualifiedPattern})?`

const qualifiedRule =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
const qualifiedExamples = "e.g. 'MyName',  or 'my.name',  or '123-abc'"
const valueExamples = "e.g. 'MyValue',  or 'my_value',  or '12345'"
const dnsRule = 'and must start and end with an alphanumeric character'

const labelLimit = 63
const subdomainLimit = 253
const annotationsLimit = 256 * 1024

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(text)
}

function tooLong(limit: number): string {
  return `must be no more than ${limit} characters`
}

/** What is wrong with a DNS-1123 label such as a project's name, in the words that Nuclio passes on from Kubernetes. */
export function dnsLabelProblems(name: string): string[] {
  const problems: string[] = []
  if (name.length > labelLimit) problems.push(tooLong(labelLimit))
  if (!matches(labelPattern, name)) {
    problems.push(
      `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', ${dnsRule} (e.g. 'my-name',  or '123-abc', regex used for validation is '${labelPattern}')`,
    )
  }
  return problems
}

/** What is wrong with a DNS-1123 subdomain such as a host, in the words of Kubernetes. */
export function dnsSubdomainProblems(name: string): string[] {
  const problems: string[] = []
  if (name.length > subdomainLimit) problems.push(tooLong(subdomainLimit))
  if (!matches(subdomainPattern, name)) {
    problems.push(
      `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', ${dnsRule} (e.g. 'example.com', regex used for validation is '${subdomainPattern}')`,
    )
  }
  return problems
}

/** What is wrong with a qualified name (`name` or `dns.prefix/name`), in the words of Kubernetes. */
export function qualifiedNameProblems(text: string): string[] {
  const parts = text.split('/')
  if (parts.length > 2) {
    return [
      `a qualified name ${qualifiedRule} (${qualifiedExamples}, regex used for validation is '${qualifiedPattern}') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ]
  }
  const problems: string[] = []
  const name = parts.at(-1) ?? ''
  const prefix = parts.length === 2 ? parts[0] : undefined
  if (prefix === '') problems.push('prefix part must be non-empty')
  else if (prefix !== undefined) {
    problems.push(...dnsSubdomainProblems(prefix).map((problem) => `prefix part ${problem}`))
  }
  if (name === '') problems.push('name part must be non-empty')
  else if (name.length > labelLimit) problems.push(`name part ${tooLong(labelLimit)}`)
  if (!matches(qualifiedPattern, name)) {
    problems.push(
      `name part ${qualifiedRule} (${qualifiedExamples}, regex used for validation is '${qualifiedPattern}')`,
    )
  }
  return problems
}

function labelValueProblems(value: string): string[] {
  const problems: string[] = []
  if (value.length > labelLimit) problems.push(tooLong(labelLimit))
  if (!matches(labelValuePattern, value)) {
    problems.push(
      `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', ${dnsRule} (${valueExamples}, regex used for validation is '${labelValuePattern}')`,
    )
  }
  return problems
}

/** All that is wrong with labels (or with a node selector, which has the same rules), as Nuclio says it. */
export function labelFaults(labels: [key: string, value: string][]): { key: string; message: string }[] {
  return labels.flatMap(([key, value]) => {
    const ofKey = qualifiedNameProblems(key)
    if (ofKey.length > 0) return [{ key, message: `Invalid key: ${key}, ${ofKey.join(', ')}` }]
    const ofValue = labelValueProblems(value)
    return ofValue.length > 0 ? [{ key, message: `Invalid value: ${value}, ${ofValue.join(', ')}` }] : []
  })
}

/** The first of those faults. */
export function labelsProblem(labels: Record<string, string> = {}): string | undefined {
  return labelFaults(Object.entries(labels))[0]?.message
}

const utf8 = new TextEncoder()
const bytesOf = (text: string): number => utf8.encode(text).length

/** The first thing that is wrong with annotations: keys as of labels (in either case), values free, 256 KiB in all. */
export function annotationsProblem(annotations: Record<string, string> = {}): string | undefined {
  let size = 0
  for (const [key, value] of Object.entries(annotations)) {
    const ofKey = qualifiedNameProblems(key.toLowerCase())
    if (ofKey.length > 0) return `Invalid annotation key: ${key}, ${ofKey.join(', ')}`
    size += bytesOf(key) + bytesOf(value)
  }
  return size > annotationsLimit
    ? `Annotations must be no more than ${annotationsLimit} bytes in all`
    : undefined
}
