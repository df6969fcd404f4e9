import { all, choose, press, text, type Act, type Case } from './form-acts'

const metricSpecs = [
  { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '200Mi' } } },
  {
    type: 'ContainerResource',
    containerResource: {
      name: 'cpu',
      container: 'proxy',
      target: { type: 'Utilization', averageUtilization: 60 },
    },
  },
  {
    type: 'External',
    external: {
      metric: { name: 'waiting', selector: { matchLabels: { queue: 'jobs' } } },
      target: { type: 'Value', value: '5' },
    },
  },
  {
    type: 'Object',
    object: {
      describedObject: { kind: 'Ingress', name: 'front', apiVersion: 'networking.k8s.io/v1' },
      metric: { name: 'requests' },
      target: { type: 'AverageValue', averageValue: '10' },
    },
  },
]

/** One more metric of Kubernetes; its fields by their labels, those that choose first. */
const addMetric = (choices: [label: string, value: string][], texts: [label: string, value: string][]): Act =>
  all(press('Add Kubernetes metric'), async (page) => {
    const row = page.locator('[id^="spec.customScalingMetricSpecs."][role=group]').last()
    for (const [label, value] of choices) await row.getByLabel(label, { exact: true }).selectOption(value)
    for (const [label, value] of texts)
      await row
        .getByRole('textbox', { name: label, exact: true })
        .or(row.getByRole('combobox', { name: label, exact: true }))
        .fill(value)
  })

/** How many replicas there are, and by what they are scaled. */
export const scalingCases: Case[] = [
  { act: text('Minimum of replicas', '0'), expected: { 'spec.minReplicas': 0 } },
  { act: text('Maximum of replicas', '3'), expected: { 'spec.maxReplicas': 3 } },
  { act: text('Replicas', '2'), expected: { 'spec.replicas': 2 } },
  { act: text('Target CPU', '60'), expected: { 'spec.targetCPU': 60 } },
  {
    act: all(
      choose('Inactivity window', '5m'),
      press('Add measure'),
      text('Metric of measure 2', 'mine'),
      text('Window of measure 2', '2m'),
      text('Threshold of measure 2', '3'),
    ),
    expected: {
      'spec.scaleToZero.scaleResources': [
        { metricName: 'nuclio_processor_handled_events_total', windowSize: '5m', threshold: 0 },
        { metricName: 'mine', windowSize: '2m', threshold: 3 },
      ],
    },
  },
  {
    act: all(
      press('Add metric'),
      text('Name of metric 1', 'cpu'),
      text('Window of metric 1', '1m'),
      text('Threshold of metric 1', '70'),
      press('Add metric'),
      text('Name of metric 2', 'waiting'),
      choose('Source of metric 2', 'External'),
      text('Window of metric 2', '2m'),
      text('Threshold of metric 2', '5'),
      choose('Threshold of metric 2 is', 'int'),
    ),
    expected: {
      'spec.autoScaleMetrics': [
        {
          metricName: 'cpu',
          sourceType: 'Resource',
          displayType: 'percentage',
          windowSize: '1m',
          threshold: 70,
        },
        {
          metricName: 'waiting',
          sourceType: 'External',
          displayType: 'int',
          windowSize: '2m',
          threshold: 5,
        },
      ],
    },
  },
  {
    act: all(
      addMetric(
        [['Target', 'AverageValue']],
        [
          ['Resource', 'memory'],
          ['How much', '200Mi'],
        ],
      ),
      addMetric(
        [['Kind of metric', 'ContainerResource']],
        [
          ['Container', 'proxy'],
          ['How much', '60'],
        ],
      ),
      addMetric(
        [
          ['Kind of metric', 'External'],
          ['Target', 'Value'],
        ],
        [
          ['Metric', 'waiting'],
          ['Only with these labels', 'queue=jobs'],
          ['How much', '5'],
        ],
      ),
      addMetric(
        [['Kind of metric', 'Object']],
        [
          ['Metric', 'requests'],
          ['Kind of the object', 'Ingress'],
          ['Name of the object', 'front'],
          ['API version of the object', 'networking.k8s.io/v1'],
          ['How much', '10'],
        ],
      ),
    ),
    expected: { 'spec.customScalingMetricSpecs': metricSpecs },
  },
]
