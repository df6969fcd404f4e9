import { valueAt } from '@/lib/tree'
import { NumberField } from '../form/NumberField'
import { Section } from '../form/Section'
import { SelectField } from '../form/SelectField'
import { TextField } from '../form/TextField'
import { YamlField } from '../form/YamlField'
import { useWorkbench } from '../workbench'
import { configurationSections } from './sections'
import classes from './Sections.module.css'
import { configurationSettings as s } from './settings'
import { usePlatformDefault } from './use-platform-default'

const exampleContainer = (name: string) => `- name: ${name}
  image: busybox:1.36
  command: [sh, -c, echo started]
`

/** Containers beside the function's own one. */
export function ContainersSection() {
  return (
    <Section {...configurationSections.containers} folded>
      <YamlField {...s.sidecars} shape="list" example={exampleContainer('sidecar')} />
      <YamlField {...s.initContainers} shape="list" example={exampleContainer('prepare')} />
    </Section>
  )
}

/** How the image gets to the nodes and new pods take the place of old ones. */
export function RolloutSection() {
  const { control } = useWorkbench()
  const isRolling = valueAt(control.draft.config, s.strategy.path) !== 'Recreate'
  const secret = usePlatformDefault(s.imagePullSecrets.path)
  return (
    <Section {...configurationSections.rollout} folded>
      <SelectField
        {...s.imagePullPolicy}
        choices={['Always', 'IfNotPresent', 'Never']}
        unset="Platform’s default: Always"
      />
      <TextField {...s.imagePullSecrets} placeholder={secret ?? 'the platform’s own'} />
      <SelectField
        {...s.strategy}
        choices={[
          { value: 'RollingUpdate', label: 'Rolling update: one after the other' },
          { value: 'Recreate', label: 'Recreate: all at once' },
        ]}
        unset="Platform’s default"
      />
      {isRolling && (
        <div className={classes.pair}>
          <NumberField {...s.maxUnavailable} placeholder="25%" />
          <NumberField {...s.maxSurge} placeholder="25%" />
        </div>
      )}
      <SelectField
        {...s.serviceType}
        choices={['ClusterIP', 'NodePort', 'LoadBalancer']}
        unset="As the http trigger or the platform says"
      />
    </Section>
  )
}
