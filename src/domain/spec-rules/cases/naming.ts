import { bad, labelValueWords, namePartWords, type Provenance, type RefusedCase } from './refused-case'

const form = "Function name doesn't conform to k8s naming convention. Errors: "
const dnsLabel =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"

const badNames: [name: string, message: string, source: Provenance][] = [
  ['', 'Function name must be provided in metadata', 'recorded'],
  ['has space', form + namePartWords, 'recorded'],
  ['-dash', form + namePartWords, 'recorded'],
  ['a'.repeat(64), `${form}name part must be no more than 63 characters`, 'recorded'],
  ['ünï', form + namePartWords, 'recorded'],
  // Nuclio lets these pass and breaks on them.
  ['Upper', form + dnsLabel, 'ours'],
  ['a.b', form + dnsLabel, 'ours'],
  ['a/b', form + dnsLabel, 'ours'],
  ['a'.repeat(57), `${form}must be no more than 56 characters`, 'ours'],
]
const names: RefusedCase[] = badNames.map(([name, message, source]) => ({
  what: `the name “${name}”`,
  source,
  metadata: { name },
  ...bad(message, 'metadata', 'name'),
}))

const reserved: RefusedCase[] = ['dashboard', 'controller', 'dlx', 'scaler'].map((name) => ({
  what: `the reserved name ${name}`,
  source: name === 'dashboard' ? 'recorded' : 'documented',
  metadata: { name },
  status: 412,
  message: `Function name ${name} is reserved and cannot be used.`,
  path: ['metadata', 'name'],
}))

const metadata: RefusedCase[] = [
  {
    what: 'a label with a space',
    source: 'ours',
    metadata: { labels: { team: 'a b' } },
    ...bad(`Invalid value: a b, ${labelValueWords}`, 'metadata', 'labels', 'team'),
  },
  {
    what: 'a label with an odd key',
    source: 'ours',
    metadata: { labels: { 'bad key!': 'v' } },
    ...bad(`Invalid key: bad key!, ${namePartWords}`, 'metadata', 'labels', 'bad key!'),
  },
  {
    what: 'an annotation with an odd key',
    source: 'ours',
    metadata: { annotations: { 'a b': 'any text' } },
    ...bad(`Invalid annotation key: a b, ${namePartWords}`, 'metadata', 'annotations', 'a b'),
  },
  {
    what: 'annotations of a book',
    source: 'ours',
    metadata: { annotations: { a: 'x'.repeat(262_144) } },
    ...bad('Annotations must be no more than 262144 bytes in all', 'metadata', 'annotations', 'a'),
  },
  {
    what: 'annotations that are a book together',
    source: 'ours',
    metadata: { annotations: { a: 'x'.repeat(131_072), b: 'x'.repeat(131_072) } },
    ...bad('Annotations must be no more than 262144 bytes in all', 'metadata', 'annotations'),
  },
  {
    what: 'a project that is not there',
    source: 'recorded',
    metadata: { labels: { 'nuclio.io/project-name': 'no-such-project' } },
    surroundings: { projects: new Set(['default']) },
    status: 412,
    message: 'Project does not exist',
    path: ['metadata', 'labels', 'nuclio.io/project-name'],
  },
]

/** Names, labels, annotations. */
export const namingCases: readonly RefusedCase[] = [...names, ...reserved, ...metadata]
