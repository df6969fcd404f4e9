import type { FrontendSpec, Versions } from '@/api/generated/schema'
import { gatewayModes, hostTemplate } from '../gateways/gateways-context'
import type { PlatformInfo } from './platform'

export interface InfoOptions {
  namespaces: string[]
  /** Host name or address under which functions are reached. */
  functionHost: string
  /** Where the API gateways listen. */
  gatewayPort: number
  /** As in package.json. */
  version: string
  gitCommit?: string
}

/** In the words of Go, as Nuclio reports them. */
const architectures: Record<string, string> = { x64: 'amd64', ia32: '386' }

/** What the platform says of itself: versions, addresses, and the defaults that forms start from. */
export function createInfo(options: InfoOptions): PlatformInfo {
  const { namespaces, functionHost, gatewayPort, version, gitCommit } = options
  const versions: Versions = {
    dashboard: {
      label: version,
      gitCommit: gitCommit ?? '',
      os: process.platform,
      arch: architectures[process.arch] ?? process.arch,
    },
  }
  const addresses = [functionHost]
  return {
    namespaces,
    versions,
    externalIpAddresses: () => addresses,
    frontendSpec: () => frontendSpec(namespaces[0] ?? '', addresses, gatewayPort),
  }
}

const noMetric = { threshold: 0 }

function frontendSpec(namespace: string, externalIPAddresses: string[], gatewayPort: number): FrontendSpec {
  return {
    externalIPAddresses,
    namespace,
    defaultHTTPIngressHostTemplate: hostTemplate(gatewayPort),
    imageNamePrefixTemplate: '',
    platformKind: 'local',
    disableDefaultHttpTrigger: false,
    // Unlike Nuclio's own platform on one machine, this one does scale to zero.
    scaleToZero: {
      mode: 'enabled',
      inactivityWindowPresets: ['1m', '2m', '5m', '10m', '30m'],
      scaleResources: [
        { metricName: 'nuclio_processor_handled_events_total', windowSize: '10m', threshold: 0 },
      ],
    },
    // Where a list stands there are API gateways, which Nuclio's own platform on one machine has not.
    allowedAuthenticationModes: gatewayModes,
    validFunctionPriorityClassNames: null,
    defaultFunctionPodResources: { requests: {}, limits: {} },
    autoScaleMetrics: {
      customMetricsEnabled: false,
      metricPresets: [
        { metricName: 'cpu', sourceType: 'Resource', displayType: 'percentage', ...noMetric },
        { metricName: 'memory', sourceType: 'Resource', displayType: 'percentage', ...noMetric },
      ],
      windowSizePresets: ['1m', '2m', '5m', '10m', '30m'],
    },
    logsScreenEnabled: true,
    defaultFunctionConfig: {
      attributes: {
        metadata: {},
        spec: {
          resources: {},
          minReplicas: 1,
          maxReplicas: 1,
          targetCPU: 75,
          triggers: {
            'default-http': {
              class: '',
              kind: 'http',
              name: 'default-http',
              numWorkers: 1,
              workerAvailabilityTimeoutMilliseconds: 10_000,
              attributes: { serviceType: 'ClusterIP' },
            },
            // Not triggers: defaults for any trigger of the kind that is the key.
            http: {
              class: '',
              kind: '',
              name: '',
              workerAvailabilityTimeoutMilliseconds: 10_000,
              attributes: { serviceType: 'ClusterIP' },
            },
            cron: { class: '', kind: '', name: '', workerAvailabilityTimeoutMilliseconds: 10_000 },
          },
          build: {},
          platform: {},
          readinessTimeoutSeconds: 120,
          eventTimeout: '',
        },
      },
    },
  }
}
