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

function dnsSubdomainProblems(name: string): string[] {
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

/** The first thing that is wrong with labels (or with a node selector, which has the same rules), as Nuclio says it. */
export function labelsProblem(labels: Record<string, string> = {}): string | undefined {
  for (const [key, value] of Object.entries(labels)) {
    const ofKey = qualifiedNameProblems(key)
    if (ofKey.length > 0) return `Invalid key: ${key}, ${ofKey.join(', ')}`
    const ofValue = labelValueProblems(value)
    if (ofValue.length > 0) return `Invalid value: ${value}, ${ofValue.join(', ')}`
  }
  return undefined
}

/** The first thing that is wrong with annotations: keys as of labels (in either case), values free, 256 KiB in all. */
export function annotationsProblem(annotations: Record<string, string> = {}): string | undefined {
  let size = 0
  for (const [key, value] of Object.entries(annotations)) {
    const ofKey = qualifiedNameProblems(key.toLowerCase())
    if (ofKey.length > 0) return `Invalid annotation key: ${key}, ${ofKey.join(', ')}`
    size += Buffer.byteLength(key) + Buffer.byteLength(value)
  }
  return size > annotationsLimit
    ? `Annotations must be no more than ${annotationsLimit} bytes in all`
    : undefined
}
