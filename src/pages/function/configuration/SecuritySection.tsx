import { valueAt } from '@/lib/tree'
import { Fold } from '../form/Fold'
import { NumberField } from '../form/NumberField'
import { Section } from '../form/Section'
import { SwitchField } from '../form/SwitchField'
import { TextField } from '../form/TextField'
import { YamlField } from '../form/YamlField'
import { useWorkbench } from '../workbench'
import { configurationSections } from './sections'
import classes from './Sections.module.css'
import { configurationSettings as s } from './settings'
import { useEmbeddedNote } from './use-embedded'
import { usePlatformDefault } from './use-platform-default'

const exampleContext = `runAsNonRoot: true
seccompProfile:
  type: RuntimeDefault
`

/** Whom the function runs as, and what it may see. */
export function SecuritySection() {
  const { control } = useWorkbench()
  const { config } = control.draft
  const account = usePlatformDefault(s.serviceAccount.path)
  const isUserMissing =
    valueAt(config, s.runAsGroup.path) !== undefined && valueAt(config, s.runAsUser.path) === undefined
  const note = useEmbeddedNote(
    'The embedded platform runs every function as the user who started it; what stands here is kept.',
  )
  return (
    <Section {...configurationSections.security} note={note} folded>
      <TextField {...s.serviceAccount} placeholder={account ?? 'default'} />
      <div className={classes.pair}>
        <NumberField
          {...s.runAsUser}
          placeholder="as the image says"
          problem={
            idProblem(valueAt(config, s.runAsUser.path)) ??
            (isUserMissing ? 'A group needs a user' : undefined)
          }
        />
        <NumberField
          {...s.runAsGroup}
          placeholder="as the image says"
          problem={idProblem(valueAt(config, s.runAsGroup.path))}
        />
        <NumberField {...s.fsGroup} placeholder="none" problem={idProblem(valueAt(config, s.fsGroup.path))} />
      </div>
      <Fold title="The whole security context">
        <YamlField {...s.securityContext} shape="object" example={exampleContext} />
      </Fold>
      <SwitchField {...s.hostIPC} />
      <SwitchField {...s.disableMasking} />
    </Section>
  )
}

const greatestId = 2_147_483_647

function idProblem(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  const isId = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= greatestId
  return isId ? undefined : `Enter a whole number from 0 to ${greatestId}`
}
