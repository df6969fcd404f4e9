import type { ReactNode } from 'react'
import { valueAt } from '@/lib/tree'
import { runtimeOf } from '@/domain/runtimes'
import { LinesField } from '../form/LinesField'
import { ListField } from '../form/ListField'
import { MapField } from '../form/MapField'
import { NumberField } from '../form/NumberField'
import { RowText } from '../form/RowInputs'
import { Section } from '../form/Section'
import { SwitchField } from '../form/SwitchField'
import { TextField } from '../form/TextField'
import type { Setting } from '../settings'
import { useWorkbench } from '../workbench'
import { buildSummary, imagePrefix, otherAttributes } from './build-summary'
import classes from './BuildSettings.module.css'
import { entryTypeIn } from './entry-types'
import { codeSettings } from './settings'

const s = codeSettings
const buildPaths = Object.values<Setting>(codeSettings)
  .filter(({ section }) => section === 'Build')
  .map(({ path }) => path)

/** How an image is made of the code. Rarely needed, so folded, with what is set in its line. */
export function BuildSettings() {
  const { control } = useWorkbench()
  const { spec } = control.draft.config
  return (
    <div className={classes.build}>
      <Section id="build" title="Build" paths={buildPaths} summary={buildSummary(spec)} folded>
        {entryTypeIn(spec) === 'image' && (
          <p className={classes.words}>
            The function runs an image as it is: nothing of this is used until its code comes from elsewhere.
          </p>
        )}
        <Group title="Steps">
          <LinesField {...s.commands} rows={4} placeholder={'pip install requests==2.32.3'} />
          <LinesField {...s.dependencies} placeholder="group: com.example, name: parser, version: 1.2" />
          <Directives {...s.preCopy} />
          <Directives {...s.postCopy} />
          <LinesField {...s.scriptPaths} rows={2} />
          <MapField {...s.addedPaths} item="path" keyLabel="From" valueLabel="To" />
        </Group>
        <Group title="Image">
          <TextField {...s.baseImage} code placeholder="the usual one" />
          <TextField {...s.onbuildImage} code />
          <ImageName />
          <TextField {...s.registry} code placeholder="registry.example:5000" />
          <TextField {...s.runRegistry} code />
          <TextField {...s.baseImageRegistry} code />
        </Group>
        <Group title="Builder">
          <NumberField {...s.buildTimeout} unit="s" placeholder="3600" />
          <TextField {...s.builderServiceAccount} code />
          <MapField {...s.args} item="argument" keyLabel="Name" />
          <LinesField {...s.flags} rows={2} placeholder="--build-arg-file=…" />
          <SwitchField {...s.noCache} />
          <SwitchField {...s.noCleanup} />
          <SwitchField {...s.offline} />
          <SwitchField {...s.noBaseImagesPull} />
          <TextField {...s.functionConfigPath} code placeholder="function.yaml" />
          <TextField {...s.tempDir} code />
        </Group>
        <LanguageOptions />
      </Section>
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{title}</legend>
      <div className={classes.fields}>{children}</div>
    </fieldset>
  )
}

function ImageName() {
  const { ref, platform } = useWorkbench()
  const prefix = imagePrefix(platform.imageNamePrefixTemplate, ref)
  const help = prefix ? `${s.imageName.help} The server puts “${prefix}” before it.` : s.imageName.help
  return <TextField {...s.imageName} help={help} code />
}

interface Directive {
  kind?: string
  value?: string
}

function Directives(setting: Setting) {
  return (
    <ListField<Directive>
      {...setting}
      item="directive"
      blank={{ kind: 'RUN' }}
      isBlank={({ value }) => !value}
      nameOf={({ kind, value }) => (value ? `${kind ?? ''} ${value}`.slice(0, 40) : undefined)}
      ordered
    >
      {({ item, index, set }) => (
        <div className={classes.directive}>
          <RowText
            label={`Instruction ${index + 1}`}
            value={item.kind}
            keepEmpty
            onChange={(kind) => set({ ...item, kind })}
          />
          <RowText
            label={`Rest of instruction ${index + 1}`}
            placeholder="Rest of the line"
            value={item.value}
            keepEmpty
            onChange={(value) => set({ ...item, value })}
          />
        </div>
      )}
    </ListField>
  )
}

/** What single languages read. Shown for theirs, and wherever something is set. */
function LanguageOptions() {
  const { control } = useWorkbench()
  const { config } = control.draft
  const { family } = runtimeOf(config.spec.runtime)
  const has = (setting: Setting) => valueAt(config, setting.path) !== undefined
  const java = family === 'java' || has(s.repositories) || has(s.jvmOptions)
  const shell = family === 'shell' || has(s.shellArguments) || has(s.responseHeaders)
  const others = otherAttributes(config.spec)
  return (
    <>
      {java && (
        <Group title="Java">
          <LinesField {...s.repositories} placeholder="mavenCentral()" />
          <LinesField {...s.jvmOptions} placeholder="-Xms128m" />
        </Group>
      )}
      {shell && (
        <Group title="Shell">
          <TextField {...s.shellArguments} code />
          <MapField {...s.responseHeaders} item="header" keyLabel="Name" />
        </Group>
      )}
      {others.length > 0 && (
        <p className={classes.words}>Kept as they are, and shown on the YAML tab: {others.join(', ')}.</p>
      )}
    </>
  )
}
