import { Button } from '@mantine/core'
import type { Volume } from '@/api/generated/schema'
import { Fold } from '../form/Fold'
import { ListField } from '../form/ListField'
import { RowSelect, RowSwitch, RowText } from '../form/RowInputs'
import type { RowProps } from '../form/RowList'
import { Section } from '../form/Section'
import { useField } from '../form/use-field'
import { useWorkbench } from '../workbench'
import { configurationSections } from './sections'
import classes from './Sections.module.css'
import { configurationSettings as s } from './settings'
import { useEmbeddedNote } from './use-embedded'
import {
  kindOfVolume,
  mountPathProblem,
  nameOfVolume,
  volumeKinds,
  volumeNameProblem,
  volumeSummary,
  withFurtherMount,
  withMount,
  withVolume,
  withVolumeKind,
  withVolumeName,
  type VolumeKind,
} from './volume-rows'
import { VolumeSourceFields } from './VolumeSourceFields'

/** What is mounted into the function, each volume a line that opens in place. */
export function VolumesSection() {
  const { platform } = useWorkbench()
  const field = useField<unknown>(s.volumes.path)
  const embedded = useEmbeddedNote('The embedded platform mounts nothing; volumes are kept.')
  const note =
    embedded ??
    (platform.platformKind === 'local'
      ? 'This platform mounts only host paths; other kinds are kept.'
      : undefined)
  const count = Array.isArray(field.value) ? field.value.length : 0
  return (
    <Section
      {...configurationSections.volumes}
      note={note}
      summary={count === 0 ? undefined : count === 1 ? '1 mount' : `${count} mounts`}
    >
      <ListField<Volume>
        {...s.volumes}
        item="volume"
        blank={withVolumeKind({ volumeMount: {} }, platform.platformKind === 'local' ? 'hostPath' : 'secret')}
        isBlank={(item) => nameOfVolume(item) === '' && !item.volumeMount?.mountPath && isBodyless(item)}
        nameOf={nameOfVolume}
      >
        {(row) => <VolumeRow {...row} />}
      </ListField>
    </Section>
  )
}

function isBodyless(item: Volume): boolean {
  return Object.values(item.volume ?? {}).every(
    (body) => typeof body === 'object' && Object.keys(body ?? {}).length === 0,
  )
}

function VolumeRow({ item, index, items, setItems, idOf, problemAt }: RowProps<Volume>) {
  const set = (next: Volume) => setItems(withVolume(items, index, next))
  const mount = item.volumeMount ?? {}
  const isNew = nameOfVolume(item) === ''
  return (
    <Fold
      title={nameOfVolume(item) || 'New volume'}
      summary={isNew ? undefined : volumeSummary(item)}
      open={isNew || !mount.mountPath}
    >
      <div className={classes.pair}>
        <RowText
          labelled
          label="Name"
          id={idOf('volume', 'name')}
          value={nameOfVolume(item)}
          problem={
            problemAt('volume', 'name') ??
            problemAt('volumeMount', 'name') ??
            problemAt() ??
            volumeNameProblem(item)
          }
          onChange={(name) => set(withVolumeName(item, name ?? ''))}
        />
        <RowSelect
          labelled
          label="Kind"
          id={idOf('volume')}
          choices={volumeKinds}
          value={kindOfVolume(item)}
          onChange={(kind) => set(withVolumeKind(item, kind as VolumeKind))}
        />
        <VolumeSourceFields
          item={item}
          set={set}
          path={[...s.volumes.path, String(index), 'volume']}
          idOf={idOf}
          problemAt={problemAt}
        />
        <RowText
          labelled
          label="Mount path"
          placeholder="/mnt/data"
          id={idOf('volumeMount', 'mountPath')}
          value={mount.mountPath}
          problem={problemAt('volumeMount', 'mountPath') ?? mountPathProblem(items, index)}
          onChange={(mountPath) => set(withMount(item, { mountPath: mountPath ?? '' }))}
        />
        <RowText
          labelled
          label="Path within the volume"
          placeholder="all of it"
          id={idOf('volumeMount', 'subPath')}
          value={mount.subPath}
          onChange={(subPath) => set(withMount(item, { subPath }))}
        />
      </div>
      <RowSwitch
        label="Read only"
        value={mount.readOnly}
        onChange={(readOnly) => set(withMount(item, { readOnly }))}
      />
      <div>
        <Button variant="subtle" size="compact-sm" onClick={() => setItems(withFurtherMount(items, index))}>
          Mount it in another place too
        </Button>
      </div>
    </Fold>
  )
}
