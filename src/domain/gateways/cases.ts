import type { ApiGatewayConfig, ApiGatewaySpec, DraftMetadata } from '@/api/generated/schema'
import { labelValueWords, namePartWords } from '@/domain/spec-rules/cases/refused-case'
import type { Path } from '@/lib/tree'
import type { GatewayFinding } from './gateway-finding'
import type { GatewaySurroundings } from './surroundings'

/** A gateway that does not pass: what makes it differ from a good one, and what comes of it. */
export interface GatewayCase {
  what: string
  metadata?: Partial<DraftMetadata>
  spec?: Partial<ApiGatewaySpec>
  surroundings?: GatewaySurroundings
  status: GatewayFinding['status']
  message: string
  path: Path
}

/** A gateway that no rule has anything against, and that one has when one thing is changed. */
export const goodGateway = {
  metadata: { name: 'good', namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'default' } },
  spec: {
    name: 'good',
    host: 'good.localhost',
    path: '/v1',
    authenticationMode: 'none',
    upstreams: [{ kind: 'nucliofunction', nucliofunction: { name: 'echo' } }],
  },
} satisfies ApiGatewayConfig

/** The body of one case. */
export function gatewayOf({ metadata, spec }: Pick<GatewayCase, 'metadata' | 'spec'>): ApiGatewayConfig {
  return { metadata: { ...goodGateway.metadata, ...metadata }, spec: { ...goodGateway.spec, ...spec } }
}

/** Upstreams to functions with these shares. */
export const upstreamsTo = (...shares: [name: string, percentage?: number][]) =>
  shares.map(([name, percentage]) => ({
    kind: 'nucliofunction',
    nucliofunction: { name },
    ...(percentage !== undefined && { percentage }),
  }))

const named = (name: string) => ({ metadata: { name }, spec: { name } })
const nameWords = (problem: string) =>
  `Api gateway name doesn't conform to k8s naming convention. Errors: ${problem}`
const labelWords = (kind: string, pattern: string, more = '') =>
  `a lowercase RFC 1123 ${kind} must consist of lower case alphanumeric characters${more}, and must start and end with an alphanumeric character ${pattern}`
const dnsLabel = labelWords(
  'label',
  "(e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
  " or '-'",
)
const dnsSubdomain = labelWords(
  'subdomain',
  "(e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
  ", '-' or '.'",
)
const bad = (message: string, ...path: string[]) => ({ status: 400 as const, message, path })
const later = (message: string, ...path: string[]) => ({
  status: 'provisioning' as const,
  message,
  path: ['spec', ...path],
})
const ofBasic = ['authentication', 'basicAuth']
const basic = (username: string, password: string): Partial<ApiGatewaySpec> => ({
  authenticationMode: 'basic',
  authentication: { basicAuth: { username, password } },
})
const invalidPath = (path: string): GatewayCase => ({
  what: `the path ${path}`,
  spec: { path },
  ...bad(`API Gateway path is invalid - ${path}`, 'spec', 'path'),
})
const invalidHost = (host: string): GatewayCase => ({
  what: `the host ${host}`,
  spec: { host },
  ...later(`Invalid host ${host}: ${dnsSubdomain}`, 'host'),
})

/** Everything that the rules find, one by one; run over the rules and against the built server. */
export const gatewayCases: readonly GatewayCase[] = [
  {
    what: 'no name',
    ...named(''),
    ...bad('Api gateway name must be provided in metadata', 'metadata', 'name'),
  },
  {
    what: 'two names',
    spec: { name: 'other' },
    ...bad('Api gateway metadata.name must match api gateway spec.name', 'spec', 'name'),
  },
  {
    what: 'a name with a space',
    ...named('a b'),
    ...bad(nameWords(namePartWords), 'metadata', 'name'),
  },
  {
    what: 'a name in upper case',
    ...named('Shop'),
    ...bad(nameWords(dnsLabel), 'metadata', 'name'),
  },
  {
    what: 'the name of a part of Nuclio',
    ...named('dlx'),
    status: 412,
    message: "Api gateway name 'dlx' is reserved and cannot be used",
    path: ['metadata', 'name'],
  },
  {
    what: 'a label with a space',
    metadata: { labels: { team: 'a b' } },
    ...bad(`Invalid value: a b, ${labelValueWords}`, 'metadata', 'labels'),
  },
  {
    what: 'an annotation without a name',
    metadata: { annotations: { 'example.com/': 'x' } },
    ...bad(
      `Invalid annotation key: example.com/, name part must be non-empty, ${namePartWords}`,
      'metadata',
      'annotations',
    ),
  },
  {
    what: 'no upstream',
    spec: { upstreams: [] },
    ...bad('One or more upstreams must be provided in spec', 'spec', 'upstreams'),
  },
  {
    what: 'three upstreams',
    spec: { upstreams: upstreamsTo(['echo'], ['echo', 10], ['echo', 20]) },
    ...bad('Received more than 2 upstreams. Currently not supported', 'spec', 'upstreams'),
  },
  {
    what: 'no host',
    spec: { host: '' },
    surroundings: { hostTemplate: '' },
    ...bad('Host must be provided in spec', 'spec', 'host'),
  },
  ...['/a.b', 'a//b', '//', '/a b', '/ü', '\\a'].map(invalidPath),
  {
    what: 'an upstream of an unknown kind',
    spec: { upstreams: [{ kind: 'service', nucliofunction: { name: 'echo' } }] },
    ...bad(
      "Unsupported upstream kind: 'service'. (Currently supporting only nucliofunction)",
      ...['spec', 'upstreams', '0', 'kind'],
    ),
  },
  {
    what: 'upstreams of two kinds',
    spec: { upstreams: [...upstreamsTo(['echo']), { kind: 'service', percentage: 10 }] },
    ...bad('All upstreams must be of the same kind', 'spec', 'upstreams'),
  },
  {
    what: 'a name that is taken',
    surroundings: { act: 'create', existing: { project: 'default' } },
    status: 409,
    message: 'Api gateway good already exists',
    path: ['metadata', 'name'],
  },
  {
    what: 'a move to another project',
    metadata: { labels: { 'nuclio.io/project-name': 'elsewhere' } },
    surroundings: { act: 'update', existing: { project: 'default' } },
    ...bad('Changing project name to an existing api gateway is not allowed', 'metadata', 'labels'),
  },
  {
    what: 'a body under the address of another gateway',
    surroundings: { act: 'update', requestName: 'other', existing: { project: 'default' } },
    ...bad('Api gateway name is different from request id', 'metadata', 'name'),
  },
  {
    what: 'a function that is not there, when it has to be',
    spec: { upstreams: upstreamsTo(['gone']) },
    surroundings: { functions: new Set(['echo']), validatesFunctions: true },
    status: 412,
    message: 'Function gone does not exist',
    path: ['spec', 'upstreams', '0', 'nucliofunction', 'name'],
  },
  {
    what: 'a function that is not there',
    spec: { upstreams: upstreamsTo(['echo'], ['gone', 10]) },
    surroundings: { functions: new Set(['echo']) },
    ...later('Function gone does not exist', 'upstreams', '1', 'nucliofunction', 'name'),
  },
  {
    what: 'an upstream without a function',
    spec: { upstreams: [{ kind: 'nucliofunction' }] },
    surroundings: { functions: new Set(['echo']) },
    ...later('An upstream must name its function', 'upstreams', '0', 'nucliofunction', 'name'),
  },
  {
    what: 'a host and path that are in use',
    spec: { host: 'taken.localhost:8091', path: 'v1/' },
    surroundings: { used: [{ host: 'taken.localhost', path: '/v1' }], hostTakesPort: true },
    status: 412,
    message: 'Ingress host and path are already in use',
    path: ['spec', 'host'],
  },
  ...['a_b.localhost', 'http://a.localhost', '*.localhost', 'a..b'].map(invalidHost),
  {
    what: 'a port where the host is that of an ingress',
    spec: { host: 'a.localhost:8091' },
    surroundings: { hostTakesPort: false },
    ...later(`Invalid host a.localhost:8091: ${dnsSubdomain}`, 'host'),
  },
  {
    what: 'no authentication mode',
    spec: { authenticationMode: undefined },
    ...later('Unsupported ApiGateway authentication mode provided', 'authenticationMode'),
  },
  {
    what: 'a mode that the platform cannot do',
    spec: { authenticationMode: 'oauth2' },
    surroundings: { modes: ['none', 'basic', 'accessKey'] },
    ...later(
      'This platform cannot do oauth2: its authentication modes are none, basic, accessKey',
      'authenticationMode',
    ),
  },
  {
    what: 'basic authentication without a username',
    spec: basic('', 'secret'),
    ...later('Basic authentication needs a username', ...ofBasic, 'username'),
  },
  {
    what: 'a username with a colon',
    spec: basic('a:b', 'secret'),
    ...later('A username of basic authentication cannot have a colon in it', ...ofBasic, 'username'),
  },
  {
    what: 'basic authentication without a password',
    spec: { ...basic('ann', ''), authenticationMode: 'basicAuth' },
    ...later('Basic authentication needs a password', ...ofBasic, 'password'),
  },
  {
    what: 'a new gateway with the reference of a password',
    spec: basic('ann', '$ref:/spec/authentication/basicauth/password'),
    surroundings: { act: 'create', existing: null },
    ...later(
      'The password only refers to a secret, and a new gateway has none: give the password itself',
      ...[...ofBasic, 'password'],
    ),
  },
  {
    what: 'one upstream with a percentage',
    spec: { upstreams: upstreamsTo(['echo', 10]) },
    ...later(
      'A single upstream gets every request: its percentage must be 0',
      ...['upstreams', '0', 'percentage'],
    ),
  },
  {
    what: 'two upstreams without a percentage',
    spec: { upstreams: upstreamsTo(['echo'], ['echo', 0]) },
    ...later('Percentage must be set on one of the upstreams (canary)', ...['upstreams', '1', 'percentage']),
  },
  {
    what: 'two upstreams with percentages',
    spec: { upstreams: upstreamsTo(['echo', 90], ['echo', 10]) },
    ...later(
      'Only one of two upstreams may have a percentage (canary); the other one gets the rest',
      ...['upstreams', '1', 'percentage'],
    ),
  },
  ...[-1, 101].map((percentage): GatewayCase => ({
    what: `a canary of ${percentage} %`,
    spec: { upstreams: upstreamsTo(['echo', percentage], ['echo']) },
    ...later('The canary upstream percentage must be between 1 and 100', ...['upstreams', '0', 'percentage']),
  })),
]
