import type { AutoScaleMetric } from '@/api/generated/schema'
import { valueAt } from '@/lib/tree'
import { ListField } from '../form/ListField'
import { NumberField } from '../form/NumberField'
import { RowNumber, RowSelect, RowText } from '../form/RowInputs'
import { Section } from '../form/Section'
import { useWorkbench } from '../workbench'
import { IdleFields } from './IdleFields'
import { KubernetesMetrics } from './KubernetesMetrics'
import { withMetricName } from './scaling-rows'
import { configurationSections } from './sections'
import classes from './Sections.module.css'
import { configurationSettings as s } from './settings'
import { useEmbeddedNote } from './use-embedded'
import { usePlatformDefault } from './use-platform-default'

/** How many replicas there are, when there are more, and when none. */
export function ScalingSection() {
  const { control, platform } = useWorkbench()
  const { config } = control.draft
  const isFixed = valueAt(config, s.replicas.path) != null
  const target = valueAt(config, s.targetCPU.path)
  const embedded = useEmbeddedNote(
    'The embedded platform runs the minimum of replicas, scales to zero and wakes up again; it does not add replicas under load.',
  )
  const note =
    embedded ??
    (platform.platformKind === 'local'
      ? 'This platform runs one replica of each function; other numbers are kept and have no effect.'
      : undefined)
  const unused = isFixed ? ' Not used while an exact number is set.' : ''
  const defaults = {
    min: usePlatformDefault(s.minReplicas.path),
    max: usePlatformDefault(s.maxReplicas.path),
    target: usePlatformDefault(s.targetCPU.path),
  }
  return (
    <Section {...configurationSections.scaling} note={note}>
      <div className={classes.pair}>
        <NumberField
          {...s.minReplicas}
          help={s.minReplicas.help + unused}
          placeholder={defaults.min ?? '1'}
        />
        <NumberField {...s.maxReplicas} help={unused.trim()} placeholder={defaults.max ?? '1'} />
        <NumberField {...s.replicas} placeholder="between minimum and maximum" />
        <NumberField
          {...s.targetCPU}
          unit="%"
          placeholder={defaults.target ?? '75'}
          problem={
            typeof target === 'number' && (target < 1 || target > 100)
              ? 'Enter a percentage from 1 to 100'
              : undefined
          }
        />
      </div>
      <IdleFields />
      <Metrics />
      <KubernetesMetrics />
    </Section>
  )
}

function Metrics() {
  const { platform } = useWorkbench()
  const { metricPresets, windowSizePresets, customMetricsEnabled } = platform.autoScaleMetrics ?? {}
  const presets = metricPresets ?? []
  return (
    <ListField<AutoScaleMetric>
      {...s.autoScaleMetrics}
      help={
        // Where only Kubernetes heeds them, that is said.
        customMetricsEnabled || platform.platformKind === 'local'
          ? s.autoScaleMetrics.help
          : `${s.autoScaleMetrics.help} This platform does not; they are kept.`
      }
      item="metric"
      blank={{ metricName: '' }}
      isBlank={(metric) => !metric.metricName && !metric.windowSize && metric.threshold === undefined}
      nameOf={({ metricName }) => metricName}
    >
      {({ item, index, set, problemAt }) => (
        <>
          <RowText
            label={`Name of metric ${index + 1}`}
            placeholder="Metric"
            suggestions={presets.flatMap(({ metricName }) => metricName ?? [])}
            value={item.metricName}
            problem={problemAt('metricName') ?? problemAt()}
            onChange={(name) => set(withMetricName(item, name, presets))}
          />
          <RowSelect
            label={`Source of metric ${index + 1}`}
            unset="Source"
            choices={['Resource', 'Pods', 'External', 'Object', 'ContainerResource']}
            value={item.sourceType}
            problem={problemAt('sourceType')}
            onChange={(sourceType) =>
              set({ ...item, sourceType: sourceType as AutoScaleMetric['sourceType'] })
            }
          />
          <RowText
            label={`Window of metric ${index + 1}`}
            placeholder="Window, 1m"
            suggestions={windowSizePresets ?? []}
            value={item.windowSize}
            problem={problemAt('windowSize')}
            onChange={(windowSize) => set({ ...item, windowSize })}
          />
          <RowNumber
            label={`Threshold of metric ${index + 1}`}
            placeholder="Threshold"
            unit={item.displayType === 'percentage' ? '%' : undefined}
            value={item.threshold}
            problem={problemAt('threshold')}
            onChange={(threshold) => set({ ...item, threshold: threshold as number | undefined })}
          />
          <RowSelect
            label={`Threshold of metric ${index + 1} is`}
            unset="Threshold is"
            choices={[
              { value: 'int', label: 'a number' },
              { value: 'percentage', label: 'a percentage' },
            ]}
            value={item.displayType}
            problem={problemAt('displayType')}
            onChange={(displayType) =>
              set({ ...item, displayType: displayType as AutoScaleMetric['displayType'] })
            }
          />
        </>
      )}
    </ListField>
  )
}
