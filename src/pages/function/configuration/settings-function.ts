import type { Setting } from '../settings'

const tab = 'configuration'
const basics = { tab, section: 'Basics' } as const
const environment = { tab, section: 'Environment' } as const
const labels = { tab, section: 'Labels and annotations' } as const
const resources = { tab, section: 'Resources' } as const
const scaling = { tab, section: 'Replicas and scaling' } as const

/** What the function is, gets and takes, wherever it runs. */
export const functionSettings = {
  description: {
    ...basics,
    path: ['spec', 'description'],
    label: 'Description',
    help: 'What the function is for; lists and search show it.',
  },
  disable: {
    ...basics,
    path: ['spec', 'disable'],
    label: 'Enabled',
    keywords: 'disable stop pause standby',
    help: 'Off keeps the function and ends its replicas. Takes effect with the next deploy.',
  },
  eventTimeout: {
    ...basics,
    path: ['spec', 'eventTimeout'],
    label: 'Event timeout',
    keywords: 'time limit duration request',
    help: 'How long one event may take, such as 30s or 1m30s. When it is over, the worker is restarted.',
  },
  readinessTimeout: {
    ...basics,
    path: ['spec', 'readinessTimeoutSeconds'],
    label: 'Readiness timeout',
    keywords: 'startup deploy seconds',
    help: 'How long the function may take to start before its deploy counts as failed.',
  },
  waitReadiness: {
    ...basics,
    path: ['spec', 'waitReadinessTimeoutBeforeFailure'],
    label: 'Wait for the whole readiness timeout',
    keywords: 'fail fast',
    help: 'Also when it is clear before that the function cannot start.',
    only: 'kube',
  },
  loggerSinks: {
    ...basics,
    path: ['spec', 'loggerSinks'],
    label: 'Log levels',
    keywords: 'logger sink debug info warn error destination logging',
    help: 'From which level on the log is written. Without a sink the level counts for all sinks of the platform.',
  },
  env: {
    ...environment,
    path: ['spec', 'env'],
    label: 'Variables',
    keywords: 'environment env variable secret key config map field reference',
    help: 'What the function’s processes find in their environment.',
  },
  envFrom: {
    ...environment,
    path: ['spec', 'envFrom'],
    label: 'Whole secrets and config maps',
    keywords: 'envFrom prefix secretRef configMapRef',
    help: 'Each key of them becomes a variable, with the prefix before its name.',
    only: 'kube',
  },
  labels: {
    ...labels,
    path: ['metadata', 'labels'],
    label: 'Labels',
    help: 'To find and select the function by. Labels of nuclio.io are kept and not shown.',
  },
  annotations: {
    ...labels,
    path: ['metadata', 'annotations'],
    label: 'Annotations',
    help: 'Notes for tools and for the platform.',
  },
  cpuRequest: {
    ...resources,
    path: ['spec', 'resources', 'requests', 'cpu'],
    label: 'CPU request',
    keywords: 'cores millicpu',
    help: 'Set aside for each replica. 1000 m are one core.',
    only: 'kube',
  },
  cpuLimit: {
    ...resources,
    path: ['spec', 'resources', 'limits', 'cpu'],
    label: 'CPU limit',
    keywords: 'cores millicpu throttle',
    help: 'A replica that wants more is slowed down.',
  },
  memoryRequest: {
    ...resources,
    path: ['spec', 'resources', 'requests', 'memory'],
    label: 'Memory request',
    keywords: 'ram',
    help: 'Set aside for each replica.',
    only: 'kube',
  },
  memoryLimit: {
    ...resources,
    path: ['spec', 'resources', 'limits', 'memory'],
    label: 'Memory limit',
    keywords: 'ram oom',
    help: 'A replica that takes more is ended.',
  },
  gpuLimit: {
    ...resources,
    path: ['spec', 'resources', 'limits', 'nvidia.com/gpu'],
    label: 'GPU limit',
    keywords: 'nvidia graphics',
    help: 'Whole GPUs for each replica.',
  },
  resources: {
    ...resources,
    path: ['spec', 'resources'],
    label: 'Other resources',
    keywords: 'ephemeral-storage hugepages extended',
    help: 'Requests and limits of anything else that nodes have to give, such as ephemeral-storage.',
  },
  replicas: {
    ...scaling,
    path: ['spec', 'replicas'],
    label: 'Replicas',
    help: 'An exact number. It takes the place of minimum and maximum, and nothing scales then.',
  },
  minReplicas: {
    ...scaling,
    path: ['spec', 'minReplicas'],
    label: 'Minimum of replicas',
    keywords: 'min scale to zero',
    help: 'With 0 the function may scale to zero.',
  },
  maxReplicas: {
    ...scaling,
    path: ['spec', 'maxReplicas'],
    label: 'Maximum of replicas',
    keywords: 'max autoscale',
  },
  scaleToZero: {
    ...scaling,
    path: ['spec', 'scaleToZero'],
    label: 'When it counts as idle',
    keywords: 'scale to zero inactivity window scaleResources idle',
    help: 'A function with a minimum of 0 is scaled to zero when every one of these has been at or below its threshold.',
  },
  targetCPU: {
    ...scaling,
    path: ['spec', 'targetCPU'],
    label: 'Target CPU',
    keywords: 'autoscale percent utilization',
    help: 'Replicas are added above this use of the requested CPU. Counts when minimum and maximum differ.',
    only: 'kube',
  },
  autoScaleMetrics: {
    ...scaling,
    path: ['spec', 'autoScaleMetrics'],
    label: 'Metrics to scale by',
    keywords: 'autoscale custom window threshold memory gpu',
    help: 'In the place of the target CPU, where the platform allows it.',
    only: 'kube',
  },
  customScalingMetricSpecs: {
    ...scaling,
    path: ['spec', 'customScalingMetricSpecs'],
    label: 'Kubernetes metrics to scale by',
    keywords: 'autoscale hpa horizontal pod autoscaler customScalingMetricSpecs',
    help: 'Metrics of a horizontal pod autoscaler as they are. They take the place of the target CPU.',
    only: 'kube',
  },
} satisfies Record<string, Setting>
