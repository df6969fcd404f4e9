import { bad, labelValueWords, type RefusedCase } from './refused-case'

const quantity = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
const noUnit = "unable to parse quantity's suffix"
const volume = (name: string, mount: string, rest: object = { hostPath: { path: '/data' } }) => ({
  volume: { name, ...rest },
  volumeMount: { name: mount, mountPath: '/d' },
})
const container = (ports: object[], list = 'sidecars') => ({ [list]: [{ name: 'c', image: 'i', ports }] })
const port = (field: string, list = 'sidecars', index = '0') => ['spec', list, '0', 'ports', index, field]

const placement: RefusedCase[] = [
  {
    what: 'a node label with a space',
    source: 'documented',
    spec: { nodeSelector: { zone: 'b c' } },
    ...bad(`Invalid value: b c, ${labelValueWords}`, 'spec', 'nodeSelector', 'zone'),
  },
  {
    what: 'a limit that is no quantity',
    source: 'recorded',
    spec: { resources: { limits: { cpu: 'lots' } } },
    ...bad(quantity, 'spec', 'resources', 'limits', 'cpu'),
  },
  {
    what: 'a request that is no quantity',
    source: 'recorded',
    spec: { resources: { requests: { memory: '64 MB' } } },
    ...bad(quantity, 'spec', 'resources', 'requests', 'memory'),
  },
  {
    what: 'a priority class that is not in the list',
    source: 'recorded',
    spec: { priorityClassName: 'nope' },
    surroundings: { priorityClasses: ['low', 'normal', 'high'] },
    alone: false,
    ...bad(
      'Priority class name `nope` is not in valid priority class names list: [low, normal, high]',
      'spec',
      'priorityClassName',
    ),
  },
  {
    what: 'no priority class where one machine has a list of them',
    source: 'recorded',
    surroundings: { platformKind: 'local', priorityClasses: ['low', 'normal', 'high'] },
    alone: false,
    ...bad(
      'Priority class name `` is not in valid priority class names list: [low, normal, high]',
      'spec',
      'priorityClassName',
    ),
  },
]

const limit = (cpu: string) => ({ resources: { limits: { cpu } } })
const divisor = (amount: string) => ({
  env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: amount } } }],
})
const target = (kind: string, key: string, amount: string) => ({
  customScalingMetricSpecs: [{ type: 'Pods', [kind]: { target: { type: 'Value', [key]: amount } } }],
})
const badAmounts: [what: string, spec: object, message: string, path: string[]][] = [
  ['a limit of no unit', limit('1i'), noUnit, ['resources', 'limits', 'cpu']],
  [
    'an amount in words of a sidecar',
    { sidecars: [{ name: 'c', image: 'i', ...limit('lots') }] },
    quantity,
    ['sidecars', '0', 'resources', 'limits', 'cpu'],
  ],
  [
    'an amount in words of an init container',
    { initContainers: [{ name: 'c', image: 'i', ...limit('lots') }] },
    quantity,
    ['initContainers', '0', 'resources', 'limits', 'cpu'],
  ],
  ['a divisor of no unit', divisor('1x'), quantity, ['env', '0', 'valueFrom', 'resourceFieldRef', 'divisor']],
  [
    'a divisor of no unit in a sidecar',
    { sidecars: [{ name: 'c', image: 'i', ...divisor('1mm') }] },
    noUnit,
    ['sidecars', '0', 'env', '0', 'valueFrom', 'resourceFieldRef', 'divisor'],
  ],
  [
    'an empty folder without a size',
    { volumes: [volume('v', 'v', { emptyDir: { sizeLimit: '' } })] },
    quantity,
    ['volumes', '0', 'volume', 'emptyDir', 'sizeLimit'],
  ],
  [
    'an empty folder of 1 GB',
    { volumes: [volume('v', 'v', { emptyDir: { sizeLimit: '1 GB' } })] },
    quantity,
    ['volumes', '0', 'volume', 'emptyDir', 'sizeLimit'],
  ],
  [
    'a metric to keep to in words',
    target('pods', 'averageValue', 'many'),
    quantity,
    ['customScalingMetricSpecs', '0', 'pods', 'target', 'averageValue'],
  ],
  [
    'a value to keep to in no unit',
    target('object', 'value', '10q'),
    quantity,
    ['customScalingMetricSpecs', '0', 'object', 'target', 'value'],
  ],
]
const amounts: RefusedCase[] = badAmounts.map(([what, spec, message, path]) => ({
  what,
  // Read by the same code of Kubernetes as those of the resources, which are recorded.
  source: 'documented',
  spec,
  ...bad(message, 'spec', ...path),
}))

const mounts: RefusedCase[] = [
  {
    what: 'a mount without a name',
    source: 'recorded',
    spec: { volumes: [volume('v', '')] },
    ...bad('Volume mount name is missing', 'spec', 'volumes', '0', 'volumeMount', 'name'),
  },
  {
    what: 'a volume without a name',
    source: 'documented',
    spec: { volumes: [volume('', 'v')] },
    ...bad('Volume name is missing', 'spec', 'volumes', '0', 'volume', 'name'),
  },
  {
    what: 'a volume and a mount of two names',
    source: 'documented',
    spec: { volumes: [volume('v', 'v'), volume('v', 'w')] },
    ...bad('Volume and volume mount must have the same name', 'spec', 'volumes', '1', 'volume', 'name'),
  },
  {
    what: 'two volumes of one name',
    source: 'documented',
    spec: { volumes: [volume('v', 'v'), volume('v', 'v', { emptyDir: {} })] },
    ...bad(
      "Volumes sharing the same volume mount 'v' must having the same configuration",
      'spec',
      'volumes',
      '1',
      'volume',
      'name',
    ),
  },
]

const others: RefusedCase[] = [
  {
    what: 'a sidecar without a name',
    source: 'documented',
    spec: { sidecars: [{ image: 'i' }] },
    ...bad('Container name must be provided', 'spec', 'sidecars', '0', 'name'),
  },
  {
    what: 'an init container without an image',
    source: 'documented',
    spec: { initContainers: [{ name: 'x' }] },
    ...bad('Container image must be provided for container x', 'spec', 'initContainers', '0', 'image'),
  },
  {
    what: 'a port without a number',
    source: 'ours',
    spec: container([{ name: 'p' }]),
    ...bad('Container port must be provided for container c', ...port('containerPort')),
  },
  {
    what: 'a port of the processor',
    source: 'ours',
    spec: container([{ name: 'p', containerPort: 8080 }]),
    ...bad('Container port 8080 of container c is reserved for Nuclio', ...port('containerPort')),
  },
  {
    what: 'a port without a name',
    source: 'ours',
    spec: container([{ containerPort: 9000 }]),
    ...bad('Container port name must be provided for container c', ...port('name')),
  },
  {
    what: 'a port named like one of the processor',
    source: 'ours',
    spec: container([{ name: 'http', containerPort: 9000 }]),
    ...bad('Container port name http of container c is reserved for Nuclio', ...port('name')),
  },
  {
    what: 'two ports of one name',
    source: 'ours',
    spec: container([
      { name: 'p', containerPort: 9000 },
      { name: 'p', containerPort: 9001 },
    ]),
    ...bad('Container port name p is used more than once', ...port('name', 'sidecars', '1')),
  },
  {
    what: 'two ports of one number',
    source: 'ours',
    spec: container([
      { name: 'p', containerPort: 9000 },
      { name: 'q', containerPort: 9000 },
    ]),
    ...bad('Container port 9000 is used more than once', ...port('containerPort', 'sidecars', '1')),
  },
]

/** Resources, nodes, volumes and further containers. */
export const podCases: readonly RefusedCase[] = [...placement, ...amounts, ...mounts, ...others]
