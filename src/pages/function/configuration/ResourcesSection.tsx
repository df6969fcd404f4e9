import { compareQuantities } from '@/domain/spec-rules/quantities'
import { valueAt, type Path } from '@/lib/tree'
import { Fold } from '../form/Fold'
import { MapField } from '../form/MapField'
import { NumberField } from '../form/NumberField'
import { QuantityField } from '../form/QuantityField'
import { cpuUnits, memoryUnits } from '../form/quantity-parts'
import { Section } from '../form/Section'
import { fieldId } from '../form/use-field'
import { useWorkbench } from '../workbench'
import { configurationSections } from './sections'
import classes from './Sections.module.css'
import { configurationSettings as s } from './settings'
import { useEmbeddedNote } from './use-embedded'

const ownRequests = new Set(['cpu', 'memory'])
const ownLimits = new Set(['cpu', 'memory', 'nvidia.com/gpu'])

/** CPU, memory and what else a replica gets. */
export function ResourcesSection() {
  const { control, platform } = useWorkbench()
  const { config } = control.draft
  const defaults = platform.defaultFunctionPodResources
  const overLimit = (request: Path, limit: Path) =>
    isMore(valueAt(config, request), valueAt(config, limit))
      ? 'More is requested than the limit allows'
      : undefined
  const note = useEmbeddedNote(
    'The embedded platform runs functions as processes of this machine: amounts are kept, and nothing is set aside or limited.',
  )
  const others = Object.keys({
    ...recordAt(config, ['spec', 'resources', 'requests']),
    ...recordAt(config, ['spec', 'resources', 'limits']),
  }).filter((name) => !ownLimits.has(name))
  return (
    <Section {...configurationSections.resources} note={note}>
      <div className={classes.pair}>
        <QuantityField
          {...s.cpuRequest}
          units={cpuUnits}
          placeholder={defaults?.requests?.cpu ?? '25m'}
          problem={overLimit(s.cpuRequest.path, s.cpuLimit.path)}
        />
        <QuantityField {...s.cpuLimit} units={cpuUnits} placeholder={defaults?.limits?.cpu} />
        <QuantityField
          {...s.memoryRequest}
          units={memoryUnits}
          placeholder={defaults?.requests?.memory ?? '1Mi'}
          problem={overLimit(s.memoryRequest.path, s.memoryLimit.path)}
        />
        <QuantityField {...s.memoryLimit} units={memoryUnits} placeholder={defaults?.limits?.memory} />
        <NumberField {...s.gpuLimit} asText placeholder="none" />
      </div>
      <Fold
        id={fieldId(s.resources.path)}
        title={s.resources.label}
        summary={others.join(', ') || undefined}
        open={others.length > 0}
      >
        <p className={classes.help}>{s.resources.help}</p>
        <MapField
          path={['spec', 'resources', 'requests']}
          label="Other requests"
          item="request"
          keyLabel="Resource"
          valueLabel="Amount"
          isHidden={(name) => ownRequests.has(name)}
        />
        <MapField
          path={['spec', 'resources', 'limits']}
          label="Other limits"
          item="limit"
          keyLabel="Resource"
          valueLabel="Amount"
          isHidden={(name) => ownLimits.has(name)}
        />
      </Fold>
    </Section>
  )
}

function recordAt(config: unknown, path: Path): object {
  const value = valueAt(config, path)
  return typeof value === 'object' && value !== null ? value : {}
}

function isMore(request: unknown, limit: unknown): boolean {
  const isAmount = (value: unknown) => typeof value === 'string' || typeof value === 'number'
  if (!isAmount(request) || !isAmount(limit)) return false
  return (compareQuantities(request, limit) ?? 0) > 0
}
