import { labelKeyProblem, labelValueProblem } from '@/domain/names'
import { MapField } from '../form/MapField'
import { Section } from '../form/Section'
import { useWorkbench } from '../workbench'
import { annotationKeyProblem, ownLabelKeyProblem } from './label-rules'
import { configurationSections } from './sections'
import { configurationSettings as s } from './settings'

/** Labels and annotations; those of Nuclio itself are kept and not shown. */
export function LabelsSection() {
  const { isGone, platform } = useWorkbench()
  // Nuclio writes them when it creates a function there, and never again; one that is gone is created anew.
  const isFixed = platform.platformKind === 'kube' && !isGone
  return (
    <Section {...configurationSections.labels}>
      <MapField
        {...s.labels}
        item="label"
        isHidden={(key) => key.startsWith('nuclio.io/')}
        keyProblem={(key) => labelKeyProblem(key) ?? ownLabelKeyProblem(key)}
        valueProblem={labelValueProblem}
        disabledReason={
          isFixed ? 'On Kubernetes a function keeps the labels that it was created with.' : undefined
        }
      />
      <MapField {...s.annotations} item="annotation" keyProblem={annotationKeyProblem} />
    </Section>
  )
}
