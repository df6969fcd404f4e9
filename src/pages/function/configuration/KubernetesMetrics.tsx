import { Textarea } from '@mantine/core'
import type { MetricSpec } from '@/api/generated/schema'
import { Fold } from '../form/Fold'
import { ListField } from '../form/ListField'
import { RowNumber, RowSelect, RowText } from '../form/RowInputs'
import type { RowProps } from '../form/RowList'
import { useTyped } from '../form/use-typed'
import {
  kindOfMetric,
  labelsText,
  metricBody,
  metricKinds,
  metricPart,
  metricProblem,
  metricSummary,
  metricTarget,
  selectorOf,
  withMetricBody,
  withMetricKind,
  withMetricPart,
  withTargetAmount,
  withTargetType,
} from './metric-rows'
import classes from './Sections.module.css'
import { configurationSettings as s } from './settings'

const blank: MetricSpec = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } }

/** Metrics of a horizontal pod autoscaler, in the words of Kubernetes, each a line that opens in place. */
export function KubernetesMetrics() {
  return (
    <ListField<MetricSpec>
      {...s.customScalingMetricSpecs}
      item="Kubernetes metric"
      blank={blank}
      nameOf={(spec) => {
        const summary = metricSummary(spec)
        return summary && `Kubernetes metric ${summary}`
      }}
    >
      {(row) => <MetricRow {...row} />}
    </ListField>
  )
}

const targetWords = {
  Utilization: 'Average use, in percent of what is requested',
  AverageValue: 'Average for each replica',
  Value: 'Value as it is',
}

function MetricRow({ item, index, set, idOf, problemAt }: RowProps<MetricSpec>) {
  const kind = kindOfMetric(item)
  const { type, amount, key = '' } = metricTarget(item)
  const label = kind?.label ?? String(item.type ?? '')
  return (
    <Fold title={label} summary={metricSummary(item)} open={amount === undefined}>
      <div className={classes.pair}>
        <RowSelect
          labelled
          label="Kind of metric"
          id={idOf('type')}
          choices={metricKinds}
          value={item.type}
          problem={problemAt('type') ?? problemAt()}
          onChange={(next) => next && set(withMetricKind(item, next))}
        />
        {kind ? (
          <>
            {kind.key === 'resource' || kind.key === 'containerResource' ? (
              <ResourceFields item={item} set={set} />
            ) : (
              <NamedFields item={item} set={set} />
            )}
            <RowSelect
              labelled
              label="Target"
              choices={kind.targets.map((value) => ({ value, label: targetWords[value] }))}
              value={type}
              onChange={(next) => set(withTargetType(item, next))}
            />
            {type === 'Utilization' ? (
              <RowNumber
                labelled
                label="How much"
                unit="%"
                value={amount}
                problem={metricProblem(item, 'amount')}
                onChange={(next) => set(withTargetAmount(item, next))}
              />
            ) : (
              <RowText
                labelled
                label="How much"
                placeholder="an amount, such as 10 or 500m"
                id={idOf(kind.key, 'target', key)}
                value={amount}
                problem={problemAt(kind.key, 'target', key) ?? metricProblem(item, 'amount')}
                onChange={(next) => set(withTargetAmount(item, next))}
              />
            )}
          </>
        ) : (
          <p className={classes.help}>
            This form has no fields for metric {index + 1}; the YAML tab shows and edits it.
          </p>
        )}
      </div>
    </Fold>
  )
}

interface MetricProps {
  item: MetricSpec
  set: (item: MetricSpec) => void
}

/** CPU or memory, of whole pods or of one container. */
function ResourceFields({ item, set }: MetricProps) {
  const body = metricBody(item)
  return (
    <>
      <RowText
        labelled
        label="Resource"
        suggestions={['cpu', 'memory']}
        value={body['name']}
        problem={metricProblem(item, 'name')}
        onChange={(name) => set(withMetricBody(item, { name }))}
      />
      {kindOfMetric(item)?.key === 'containerResource' && (
        <RowText
          labelled
          label="Container"
          placeholder="nuclio"
          value={body['container']}
          problem={metricProblem(item, 'container')}
          onChange={(container) => set(withMetricBody(item, { container }))}
        />
      )}
    </>
  )
}

/** A metric by its name, where the same name may stand for several, and the object that it is of. */
function NamedFields({ item, set }: MetricProps) {
  const metric = metricPart(item, 'metric')
  const object = metricPart(item, 'describedObject')
  const [labels, typeLabels] = useTyped<unknown>(
    metric['selector'],
    labelsText,
    (selector) => set(withMetricPart(item, 'metric', { selector })),
    (text) => selectorOf(text, metric['selector']),
  )
  const ofObject = (key: string) => (value: string | undefined) =>
    set(withMetricPart(item, 'describedObject', { [key]: value }))
  return (
    <>
      <RowText
        labelled
        label="Metric"
        value={metric['name']}
        problem={metricProblem(item, 'name')}
        onChange={(name) => set(withMetricPart(item, 'metric', { name }))}
      />
      <Textarea
        label="Only with these labels"
        description="One name=value a line."
        classNames={{ input: classes.code }}
        rows={2}
        resize="vertical"
        spellCheck={false}
        value={labels}
        onChange={(event) => typeLabels(event.currentTarget.value)}
      />
      {kindOfMetric(item)?.key === 'object' && (
        <>
          <RowText
            labelled
            label="Kind of the object"
            placeholder="Ingress"
            value={object['kind']}
            problem={metricProblem(item, 'object')}
            onChange={ofObject('kind')}
          />
          <RowText labelled label="Name of the object" value={object['name']} onChange={ofObject('name')} />
          <RowText
            labelled
            label="API version of the object"
            placeholder="networking.k8s.io/v1"
            value={object['apiVersion']}
            onChange={ofObject('apiVersion')}
          />
        </>
      )}
    </>
  )
}
