import { expect } from '@playwright/test'
import { all, choose, press, text, toggle, yaml, type Act, type Case } from './form-acts'
import { scalingCases } from './scaling-cases'
import { volumeCases } from './volume-cases'

const affinity = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: 'arch', operator: 'In', values: ['amd64'] }] }],
    },
  },
}
const tolerations = [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }]
const sidecars = [{ name: 'proxy', image: 'envoy:1', ports: [{ name: 'admin', containerPort: 9901 }] }]
const initContainers = [{ name: 'prepare', image: 'busybox:1', command: ['sh', '-c', 'true'] }]
const mayBeMissing =
  (name: string): Act =>
  async (page) =>
    page.getByRole('group', { name, exact: true }).getByRole('switch', { name: 'May be missing' }).click()

/** Every setting of the Configuration tab, by section. */
export const sections: Record<string, Case[]> = {
  Basics: [
    { act: text('Description', 'Says hello'), expected: { 'spec.description': 'Says hello' } },
    { act: toggle('Enabled'), expected: { 'spec.disable': true } },
    { act: text('Event timeout', '1m30s'), expected: { 'spec.eventTimeout': '1m30s' } },
    { act: text('Readiness timeout', '45'), expected: { 'spec.readinessTimeoutSeconds': 45 } },
    {
      act: toggle('Wait for the whole readiness timeout'),
      expected: { 'spec.waitReadinessTimeoutBeforeFailure': true },
    },
    {
      act: all(
        press('Add level'),
        choose('Level 1', 'warn'),
        press('Add level'),
        choose('Level 2', 'error'),
        text('Sink of level 2', 'file'),
      ),
      expected: {
        'spec.loggerSinks': [
          { level: 'warn', sink: '' },
          { level: 'error', sink: 'file' },
        ],
      },
    },
  ],
  Environment: [
    {
      act: all(
        press('Add variable'),
        text('Name of variable 1', 'GREETING'),
        text('Value of GREETING', 'hi there'),
        press('Add variable'),
        text('Name of variable 2', 'API_KEY'),
        choose('Where the value of API_KEY comes from', 'secret'),
        text('Secret of API_KEY', 'api'),
        text('Key of API_KEY', 'key'),
        mayBeMissing('API_KEY'),
        press('Add variable'),
        text('Name of variable 3', 'MODE'),
        choose('Where the value of MODE comes from', 'configMap'),
        text('Config map of MODE', 'modes'),
        text('Key of MODE', 'mode'),
        mayBeMissing('MODE'),
        press('Add variable'),
        text('Name of variable 4', 'NODE'),
        choose('Where the value of NODE comes from', 'field'),
        text('Field of NODE', 'spec.nodeName'),
        press('Add variable'),
        text('Name of variable 5', 'MEMORY'),
        choose('Where the value of MEMORY comes from', 'resource'),
        text('Resource of MEMORY', 'limits.memory'),
        text('Container of MEMORY', 'proxy'),
        text('Divisor of MEMORY', '1Mi'),
        press('Add variable'),
        text('Name of variable 6', 'GONE'),
        press('Remove GONE'),
        press('Add variable'),
        text('Name of variable 6', 'FIRST'),
        text('Value of FIRST', '1'),
        press('Move FIRST up'),
      ),
      expected: {
        'spec.env': [
          { name: 'GREETING', value: 'hi there' },
          { name: 'API_KEY', valueFrom: { secretKeyRef: { name: 'api', key: 'key', optional: true } } },
          { name: 'MODE', valueFrom: { configMapKeyRef: { name: 'modes', key: 'mode', optional: true } } },
          { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
          { name: 'FIRST', value: '1' },
          {
            name: 'MEMORY',
            valueFrom: {
              resourceFieldRef: { resource: 'limits.memory', containerName: 'proxy', divisor: '1Mi' },
            },
          },
        ],
      },
    },
    {
      act: all(
        press('Add secret or config map'),
        text('Name of source 1', 'all'),
        text('Prefix of source 1', 'ALL_'),
        press('Add secret or config map'),
        choose('Kind of source 2', 'configMap'),
        text('Name of source 2', 'maps'),
        mayBeMissing('maps'),
      ),
      expected: {
        'spec.envFrom': [
          { prefix: 'ALL_', secretRef: { name: 'all' } },
          { configMapRef: { name: 'maps', optional: true } },
        ],
      },
    },
  ],
  'Labels and annotations': [
    {
      act: all(
        press('Add label'),
        text('Key of label 1', 'example.com/team'),
        text('Value of example.com/team', 'images'),
      ),
      expected: {
        'metadata.labels': expect.objectContaining({
          'example.com/team': 'images',
          'nuclio.io/project-name': expect.any(String),
        }),
      },
    },
    {
      act: all(
        press('Add annotation'),
        text('Key of annotation 1', 'note'),
        text('Value of note', 'any text: at all'),
      ),
      expected: { 'metadata.annotations': { note: 'any text: at all' } },
    },
  ],
  Resources: [
    { act: text('CPU request', '250'), expected: { 'spec.resources.requests.cpu': '250m' } },
    {
      act: all(choose('Unit of CPU limit', ''), text('CPU limit', '1.5')),
      expected: { 'spec.resources.limits.cpu': '1.5' },
    },
    { act: text('Memory request', '64'), expected: { 'spec.resources.requests.memory': '64Mi' } },
    { act: text('Memory limit', '1Gi'), expected: { 'spec.resources.limits.memory': '1Gi' } },
    { act: text('GPU limit', '2'), expected: { 'spec.resources.limits.nvidia.com/gpu': '2' } },
    {
      act: async (page) => {
        await page.getByText('Other resources', { exact: true }).click()
        await all(
          press('Add request'),
          text('Resource of request 1', 'ephemeral-storage'),
          text('Amount of ephemeral-storage', '1Gi'),
          press('Add limit'),
          text('Resource of limit 1', 'hugepages-2Mi'),
          text('Amount of hugepages-2Mi', '64Mi'),
        )(page)
      },
      expected: {
        'spec.resources.requests.ephemeral-storage': '1Gi',
        'spec.resources.limits.hugepages-2Mi': '64Mi',
      },
    },
  ],
  'Replicas and scaling': scalingCases,
  Volumes: volumeCases,
  'Identity and security': [
    { act: text('Service account', 'runner'), expected: { 'spec.serviceAccount': 'runner' } },
    {
      act: async (page) => {
        await page.getByText('The whole security context', { exact: true }).click()
        await yaml('Security context', { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })(
          page,
        )
      },
      expected: {
        'spec.securityContext.runAsNonRoot': true,
        'spec.securityContext.seccompProfile': { type: 'RuntimeDefault' },
      },
    },
    { act: text('Run as user', '1000'), expected: { 'spec.securityContext.runAsUser': 1000 } },
    { act: text('Run as group', '2000'), expected: { 'spec.securityContext.runAsGroup': 2000 } },
    { act: text('Group of mounted storage', '3000'), expected: { 'spec.securityContext.fsGroup': 3000 } },
    { act: toggle('Share the host’s IPC'), expected: { 'spec.hostIPC': true } },
    { act: toggle('Store secrets in plain text'), expected: { 'spec.disableSensitiveFieldsMasking': true } },
  ],
  Scheduling: [
    {
      act: all(
        press('Add node label'),
        text('Key of node label 1', 'disk'),
        text('Value of disk', 'ssd'),
        press('Add node label'),
        text('Key of node label 2', 'inherited'),
      ),
      expected: { 'spec.nodeSelector': { disk: 'ssd', inherited: '' } },
    },
    { act: text('Node name', 'node-1'), expected: { 'spec.nodeName': 'node-1' } },
    { act: text('Priority class', 'high'), expected: { 'spec.priorityClassName': 'high' } },
    { act: choose('Preemption policy', 'Never'), expected: { 'spec.preemptionPolicy': 'Never' } },
    { act: choose('Run on spot nodes', 'prevent'), expected: { 'spec.preemptionMode': 'prevent' } },
    { act: yaml('Affinity', affinity), expected: { 'spec.affinity': affinity } },
    { act: yaml('Tolerations', tolerations), expected: { 'spec.tolerations': tolerations } },
  ],
  'Sidecars and init containers': [
    { act: yaml('Sidecars', sidecars), expected: { 'spec.sidecars': sidecars } },
    { act: yaml('Init containers', initContainers), expected: { 'spec.initContainers': initContainers } },
  ],
  'Image and rollout': [
    {
      act: choose('Image pull policy', 'IfNotPresent'),
      expected: { 'spec.imagePullPolicy': 'IfNotPresent' },
    },
    { act: text('Image pull secret', 'registry'), expected: { 'spec.imagePullSecrets': 'registry' } },
    {
      act: choose('Deployment strategy', 'RollingUpdate'),
      expected: { 'spec.deploymentStrategy.type': 'RollingUpdate' },
    },
    {
      act: text('May be missing', '25%'),
      expected: { 'spec.deploymentStrategy.rollingUpdate.maxUnavailable': '25%' },
    },
    { act: text('May be too many', '2'), expected: { 'spec.deploymentStrategy.rollingUpdate.maxSurge': 2 } },
    { act: choose('Service type', 'NodePort'), expected: { 'spec.serviceType': 'NodePort' } },
  ],
  'Docker platform': [
    { act: text('Network', 'backend'), expected: { 'spec.platform.attributes.network': 'backend' } },
    {
      act: choose('Restart policy', 'on-failure'),
      expected: { 'spec.platform.attributes.restartPolicy.name': 'on-failure' },
    },
    {
      act: text('Restarts at most', '3'),
      expected: { 'spec.platform.attributes.restartPolicy.maximumRetryCount': 3 },
    },
    {
      act: text('Health check interval', '10s'),
      expected: { 'spec.platform.attributes.healthCheckInterval': '10s' },
    },
    {
      act: async (page) => {
        await page.getByText('Other platform attributes', { exact: true }).click()
        await yaml('Attributes', { mountMode: 'volume', level: 2 })(page)
      },
      expected: { 'spec.platform.attributes.mountMode': 'volume', 'spec.platform.attributes.level': 2 },
    },
    {
      act: text('Devices', '/dev/video0\n/dev/dri'),
      expected: { 'spec.devices': ['/dev/video0', '/dev/dri'] },
    },
  ],
  'Data bindings': [
    {
      act: all(
        press('Add data binding'),
        async (page) =>
          page
            .getByRole('group', { name: 'data binding 1' })
            .getByRole('textbox', { name: 'Name', exact: true })
            .fill('db'),
        text('Class', 'v3io'),
        text('Kind', 'table'),
        text('URL', 'http://example.com'),
        text('Path', '/p'),
        text('Query', 'q'),
        text('Secret', 's3cret'),
        yaml('Attributes', { depth: 2 }),
      ),
      expected: {
        'spec.dataBindings': {
          db: {
            class: 'v3io',
            kind: 'table',
            url: 'http://example.com',
            path: '/p',
            query: 'q',
            secret: 's3cret',
            attributes: { depth: 2 },
          },
        },
      },
    },
  ],
}
