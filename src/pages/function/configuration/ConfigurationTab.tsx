import { FormPage } from '../form/FormPage'
import { SectionScope } from '../form/SectionScope'
import { BasicsSection } from './BasicsSection'
import { DataBindingsSection } from './DataBindingsSection'
import { DockerSection } from './DockerSection'
import { EnvironmentSection } from './EnvironmentSection'
import { LabelsSection } from './LabelsSection'
import { ResourcesSection } from './ResourcesSection'
import { ContainersSection, RolloutSection } from './RolloutSection'
import { ScalingSection } from './ScalingSection'
import { SchedulingSection } from './SchedulingSection'
import { configurationSections } from './sections'
import { SecuritySection } from './SecuritySection'
import { VolumesSection } from './VolumesSection'

const sections = Object.values(configurationSections)

const drawn = [
  [configurationSections.basics, BasicsSection],
  [configurationSections.environment, EnvironmentSection],
  [configurationSections.labels, LabelsSection],
  [configurationSections.resources, ResourcesSection],
  [configurationSections.scaling, ScalingSection],
  [configurationSections.volumes, VolumesSection],
  [configurationSections.security, SecuritySection],
  [configurationSections.scheduling, SchedulingSection],
  [configurationSections.containers, ContainersSection],
  [configurationSections.rollout, RolloutSection],
  [configurationSections.docker, DockerSection],
  [configurationSections.dataBindings, DataBindingsSection],
] as const

/** Everything about the function but its code and its triggers. */
export function ConfigurationTab() {
  return (
    <FormPage label="Configuration" sections={sections}>
      {drawn.map(([section, Fields]) => (
        <SectionScope key={section.id} paths={section.paths}>
          <Fields />
        </SectionScope>
      ))}
    </FormPage>
  )
}
