import { NativeSelect } from '@mantine/core'
import type { ScaleResource } from '@/api/generated/schema'
import { isBranch, valueAt } from '@/lib/tree'
import { ListField } from '../form/ListField'
import { RowNumber, RowText } from '../form/RowInputs'
import { fieldId } from '../form/use-field'
import { useWorkbench } from '../workbench'
import { platformMeasures, sharedWindow, withWindow } from './scaling-rows'
import classes from './Sections.module.css'
import { configurationSettings as s } from './settings'

const path = [...s.scaleToZero.path, 'scaleResources']

/** When the function counts as idle: one window for all that is measured, and what is measured. */
export function IdleFields() {
  const { control, platform } = useWorkbench()
  const { config } = control.draft
  const list = valueAt(config, path)
  const resources: ScaleResource[] = Array.isArray(list) ? list.filter(isBranch) : []
  const { mode, inactivityWindowPresets } = platform.scaleToZero ?? {}
  const window = sharedWindow(resources)
  const presets = inactivityWindowPresets ?? []
  const choices = window && !presets.includes(window) ? [window, ...presets] : presets
  const measures = platformMeasures(platform.scaleToZero)
  const unset = resources.length > 0 ? 'Several, see below' : measures ? 'The platform’s own' : 'None'
  const isZeroAllowed = valueAt(config, s.minReplicas.path) === 0
  return (
    <div id={fieldId(s.scaleToZero.path)} className={classes.group}>
      {mode !== 'enabled' && (
        <p className={classes.warning}>This platform does not scale to zero; what stands here is kept.</p>
      )}
      {choices.length > 0 && (
        <NativeSelect
          className={classes.framed}
          id={`${fieldId(s.scaleToZero.path)}.window`}
          label="Inactivity window"
          description={
            isZeroAllowed
              ? 'How long nothing may come before the function is scaled to zero.'
              : 'How long nothing may come before the function is scaled to zero. It counts with a minimum of 0 replicas.'
          }
          data={[
            ...(window === undefined ? [{ value: '', label: unset }] : []),
            ...choices.map((choice) => ({ value: choice, label: choice })),
          ]}
          value={window ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            if (chosen) control.edit(path, withWindow(resources, chosen, platform.scaleToZero))
          }}
        />
      )}
      <ListField<ScaleResource>
        {...s.scaleToZero}
        path={path}
        help={
          resources.length === 0 && measures
            ? `${s.scaleToZero.help} Without any, the platform’s own: ${measures}.`
            : s.scaleToZero.help
        }
        item="measure"
        blank={{ metricName: '' }}
        isBlank={(measure) => !measure.metricName && !measure.windowSize && measure.threshold === undefined}
        nameOf={({ metricName }) => metricName}
      >
        {({ item, index, set, problemAt }) => (
          <>
            <RowText
              label={`Metric of measure ${index + 1}`}
              placeholder="Metric"
              suggestions={(platform.scaleToZero?.scaleResources ?? []).flatMap(
                ({ metricName }) => metricName ?? [],
              )}
              value={item.metricName}
              problem={problemAt('metricName') ?? problemAt()}
              onChange={(metricName) => set({ ...item, metricName })}
            />
            <RowText
              label={`Window of measure ${index + 1}`}
              placeholder="Window, 10m"
              suggestions={presets}
              value={item.windowSize}
              problem={problemAt('windowSize')}
              onChange={(windowSize) => set({ ...item, windowSize })}
            />
            <RowNumber
              label={`Threshold of measure ${index + 1}`}
              placeholder="Threshold, 0"
              value={item.threshold}
              problem={problemAt('threshold')}
              onChange={(threshold) => set({ ...item, threshold: threshold as number | undefined })}
            />
          </>
        )}
      </ListField>
    </div>
  )
}
