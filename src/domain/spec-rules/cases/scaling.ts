import { bad, type RefusedCase } from './refused-case'

const zeroWithoutHttp =
  'Function can not be scaling to zero without http trigger. Either enable default http trigger creation or create custom http trigger'

/** Replicas, and what they are scaled by. */
export const scalingCases: readonly RefusedCase[] = [
  {
    what: 'replicas below none',
    source: 'ours',
    spec: { replicas: -1 },
    ...bad('Replicas must not be negative', 'spec', 'replicas'),
  },
  {
    what: 'more at least than at most',
    source: 'recorded',
    spec: { minReplicas: 3, maxReplicas: 1 },
    ...bad('Min replicas must be less than or equal to max replicas', 'spec', 'minReplicas'),
  },
  {
    what: 'none at least and nothing at most',
    source: 'recorded',
    spec: { minReplicas: 0 },
    ...bad('Max replicas must be greater than zero', 'spec', 'maxReplicas'),
  },
  {
    what: 'none at least beside an exact number',
    source: 'documented',
    spec: { replicas: 1, minReplicas: 0 },
    ...bad('Max replicas must be set when min replicas is zero', 'spec', 'maxReplicas'),
  },
  {
    what: 'none at most',
    source: 'documented',
    spec: { maxReplicas: 0 },
    ...bad('Max replicas must be greater than zero', 'spec', 'maxReplicas'),
  },
  {
    what: 'less than none at least',
    source: 'ours',
    spec: { minReplicas: -1, maxReplicas: 1 },
    ...bad('Min replicas must not be negative', 'spec', 'minReplicas'),
  },
  {
    what: 'zero without an http trigger',
    source: 'recorded',
    spec: { minReplicas: 0, maxReplicas: 1, disableDefaultHTTPTrigger: true },
    ...bad(zeroWithoutHttp, 'spec', 'minReplicas'),
  },
  {
    what: 'a metric without a name',
    source: 'documented',
    spec: { autoScaleMetrics: [{ sourceType: 'Resource', threshold: 5 }] },
    ...bad(
      'Auto scale metric name is missing - {{  5} Resource }',
      'spec',
      'autoScaleMetrics',
      '0',
      'metricName',
    ),
  },
  {
    what: 'a metric without a kind',
    source: 'documented',
    spec: { autoScaleMetrics: [{ metricName: 'cpu', threshold: 5 }] },
    ...bad('Auto scale metric kind is missing - {{cpu  5}  }', 'spec', 'autoScaleMetrics', '0', 'sourceType'),
  },
  {
    what: 'a metric without a value',
    source: 'documented',
    spec: { autoScaleMetrics: [{ metricName: 'cpu', sourceType: 'Resource', windowSize: '1m' }] },
    ...bad(
      'Auto scale metric value is missing - {{cpu 1m 0} Resource }',
      'spec',
      'autoScaleMetrics',
      '0',
      'threshold',
    ),
  },
  {
    what: 'a metric below nothing',
    source: 'documented',
    spec: {
      autoScaleMetrics: [{ metricName: 'cpu', sourceType: 'Resource', threshold: -1, displayType: 'int' }],
    },
    ...bad(
      'Auto scale metric value must be positive - {{cpu  -1} Resource int}',
      'spec',
      'autoScaleMetrics',
      '0',
      'threshold',
    ),
  },
]
