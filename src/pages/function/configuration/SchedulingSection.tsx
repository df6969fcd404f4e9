import { Button } from '@mantine/core'
import { labelKeyProblem, labelValueProblem } from '@/domain/names'
import { sameValue, valueAt } from '@/lib/tree'
import { MapField } from '../form/MapField'
import { Section } from '../form/Section'
import { SelectField } from '../form/SelectField'
import { TextField } from '../form/TextField'
import { YamlField } from '../form/YamlField'
import { useWorkbench } from '../workbench'
import { configurationSections } from './sections'
import classes from './Sections.module.css'
import { configurationSettings as s } from './settings'
import { usePlatformDefault } from './use-platform-default'

const exampleAffinity = `nodeAffinity:
  requiredDuringSchedulingIgnoredDuringExecution:
    nodeSelectorTerms:
      - matchExpressions:
          - key: kubernetes.io/arch
            operator: In
            values: [amd64]
`

const exampleTolerations = `- key: dedicated
  operator: Equal
  value: functions
  effect: NoSchedule
`

/** On which nodes the function runs, and which pods go first. */
export function SchedulingSection() {
  const { platform } = useWorkbench()
  const classNames = platform.validFunctionPriorityClassNames ?? []
  const priority = usePlatformDefault(s.priorityClassName.path)
  const mode = usePlatformDefault(s.preemptionMode.path)
  return (
    <Section {...configurationSections.scheduling} folded>
      <MapField
        {...s.nodeSelector}
        item="node label"
        keyProblem={labelKeyProblem}
        valueProblem={labelValueProblem}
      />
      <RevertNodeSelector />
      <TextField {...s.nodeName} placeholder="any" />
      {classNames.length > 0 ? (
        <SelectField
          {...s.priorityClassName}
          choices={classNames}
          unset={priority ? `Platform’s default: ${priority}` : 'Platform’s default'}
        />
      ) : (
        <TextField {...s.priorityClassName} placeholder={priority ?? 'none'} />
      )}
      <SelectField
        {...s.preemptionPolicy}
        choices={[
          { value: 'PreemptLowerPriority', label: 'May push out others' },
          { value: 'Never', label: 'Never' },
        ]}
        unset="Kubernetes’ default: may push out others"
      />
      <SelectField
        {...s.preemptionMode}
        choices={[
          { value: 'allow', label: 'Allow' },
          { value: 'constrain', label: 'Constrain: only on spot nodes' },
          { value: 'prevent', label: 'Prevent: never on spot nodes' },
          { value: 'none', label: 'None: leave it to the fields here' },
        ]}
        unset={mode ? `Platform’s default: ${mode}` : 'Platform’s default'}
      />
      <YamlField {...s.affinity} shape="object" example={exampleAffinity} />
      <YamlField {...s.tolerations} shape="list" example={exampleTolerations} />
    </Section>
  )
}

/** Back to the node labels that the platform gives to new functions, when there are any and others stand here. */
function RevertNodeSelector() {
  const { control, platform } = useWorkbench()
  const defaults = platform.defaultFunctionConfig?.attributes?.spec?.nodeSelector
  const current = valueAt(control.draft.config, s.nodeSelector.path)
  if (!defaults || Object.keys(defaults).length === 0 || sameValue(defaults, current)) return null
  return (
    <div className={classes.help}>
      <Button variant="subtle" size="compact-sm" onClick={() => control.edit(s.nodeSelector.path, defaults)}>
        Revert the node selector to the defaults
      </Button>{' '}
      {Object.entries(defaults)
        .map(([key, value]) => `${key}=${value}`)
        .join(', ')}
    </div>
  )
}
