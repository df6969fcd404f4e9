import { RowNumber, RowSelect, RowSwitch, RowText } from '../form/RowInputs'
import { RowList, type RowProps } from '../form/RowList'
import {
  bodyOfSource,
  isAmount,
  isBlankFile,
  isBlankSource,
  kindOfSource,
  sourceKinds,
  withContent,
  withContentOf,
  withSourceBody,
  withSourceKind,
  type PodFile,
  type ProjectedSource,
  type SourceKind,
} from './projected-rows'
import classes from './Sections.module.css'
import { KeysInput, ModeInput } from './VolumeInputs'

interface ListProps<Item> {
  id: string
  value: unknown
  problemAt: (...rest: string[]) => string | undefined
  onChange: (items: Item[] | undefined) => void
}

/** What a pod says of itself, one file a line. */
export function PodFilesField({ id, value, problemAt, onChange }: ListProps<PodFile>) {
  return (
    <div className={classes.whole}>
      <RowList<PodFile>
        id={id}
        label="Files"
        item="file"
        blank={{ fieldRef: {} }}
        isBlank={isBlankFile}
        nameOf={({ path }) => path && `file ${path}`}
        value={value}
        problemAt={(_file, at, rest) => problemAt(String(at), ...rest)}
        onChange={onChange}
      >
        {(row) => <PodFileInputs {...row} />}
      </RowList>
    </div>
  )
}

function PodFileInputs({ item, set, idOf, problemAt }: RowProps<PodFile>) {
  const { path, mode, fieldRef, resourceFieldRef } = item
  return (
    <div className={classes.pair}>
      <RowText
        labelled
        label="Path of the file"
        value={path}
        problem={path ? undefined : 'Enter the path'}
        onChange={(next) => set({ ...item, path: next ?? '' })}
      />
      <RowSelect
        labelled
        label="Holds"
        choices={[
          { value: 'field', label: 'A field of the pod' },
          { value: 'amount', label: 'An amount of a container' },
        ]}
        value={isAmount(item) ? 'amount' : 'field'}
        onChange={(kind) => set(withContent(item, kind as 'field' | 'amount'))}
      />
      {isAmount(item) ? (
        <>
          <RowText
            labelled
            label="Resource"
            suggestions={['limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory']}
            value={resourceFieldRef?.resource}
            problem={resourceFieldRef?.resource ? undefined : 'Enter the resource'}
            onChange={(resource) => set(withContentOf(item, { resource }))}
          />
          <RowText
            labelled
            label="Container"
            value={resourceFieldRef?.containerName}
            problem={resourceFieldRef?.containerName ? undefined : 'Enter the container'}
            onChange={(containerName) => set(withContentOf(item, { containerName }))}
          />
          <RowText
            labelled
            label="Divisor"
            placeholder="1"
            id={idOf('resourceFieldRef', 'divisor')}
            value={resourceFieldRef?.divisor}
            problem={problemAt('resourceFieldRef', 'divisor')}
            onChange={(divisor) => set(withContentOf(item, { divisor }))}
          />
        </>
      ) : (
        <RowText
          labelled
          label="Field"
          placeholder="metadata.labels"
          suggestions={['metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations']}
          value={fieldRef?.fieldPath}
          problem={fieldRef?.fieldPath ? undefined : 'Enter the field'}
          onChange={(fieldPath) => set(withContentOf(item, { fieldPath }))}
        />
      )}
      <ModeInput value={mode} onChange={(next) => set({ ...item, mode: next as number | undefined })} />
    </div>
  )
}

/** The sources that a projected volume puts into one folder. */
export function ProjectedSourcesField({ id, value, problemAt, onChange }: ListProps<ProjectedSource>) {
  return (
    <div className={classes.whole}>
      <RowList<ProjectedSource>
        id={id}
        label="Sources"
        item="source"
        blank={{ secret: {} }}
        isBlank={isBlankSource}
        value={value}
        problemAt={(_source, at, rest) => problemAt(String(at), ...rest)}
        onChange={onChange}
      >
        {(row) => <SourceInputs {...row} />}
      </RowList>
    </div>
  )
}

function SourceInputs({ item, index, set, idOf, problemAt }: RowProps<ProjectedSource>) {
  const kind = kindOfSource(item)
  return (
    <div className={classes.pair}>
      <RowSelect
        labelled
        label="Kind of the source"
        choices={
          kind === 'other' ? [...sourceKinds, { value: 'other', label: 'Something else' }] : sourceKinds
        }
        value={kind}
        onChange={(next) => set(withSourceKind(item, next as SourceKind))}
      />
      {kind === 'other' ? (
        <p className={classes.help}>
          This form has no fields for source {index + 1}; the YAML tab shows and edits it.
        </p>
      ) : (
        <SourceBody
          kind={kind}
          body={bodyOfSource(item)}
          id={idOf(kind)}
          problemAt={(...rest) => problemAt(kind, ...rest)}
          change={(change) => set(withSourceBody(item, change))}
        />
      )}
    </div>
  )
}

interface BodyProps {
  kind: Exclude<SourceKind, 'other'>
  body: Record<string, unknown>
  id: string
  problemAt: (...rest: string[]) => string | undefined
  change: (change: Record<string, unknown>) => void
}

function SourceBody({ kind, body, id, problemAt, change }: BodyProps) {
  switch (kind) {
    case 'secret':
    case 'configMap':
      return (
        <>
          <RowText
            labelled
            label={kind === 'secret' ? 'Name of the secret' : 'Name of the config map'}
            value={body['name']}
            problem={body['name'] ? undefined : 'Enter its name'}
            onChange={(name) => change({ name })}
          />
          <KeysInput value={body['items']} onChange={(items) => change({ items })} />
          <RowSwitch
            label="May be missing"
            value={body['optional']}
            onChange={(optional) => change({ optional })}
          />
        </>
      )
    case 'downwardAPI':
      return (
        <PodFilesField
          id={`${id}.items`}
          value={body['items']}
          problemAt={(...rest) => problemAt('items', ...rest)}
          onChange={(items) => change({ items })}
        />
      )
    case 'serviceAccountToken':
      return (
        <>
          <RowText
            labelled
            label="Path of the file"
            placeholder="token"
            value={body['path']}
            problem={body['path'] ? undefined : 'Enter the path'}
            onChange={(path) => change({ path })}
          />
          <RowText
            labelled
            label="Audience"
            placeholder="the API server"
            value={body['audience']}
            onChange={(audience) => change({ audience })}
          />
          <RowNumber
            labelled
            label="Valid for"
            unit="s"
            placeholder="3600"
            value={body['expirationSeconds']}
            onChange={(expirationSeconds) => change({ expirationSeconds })}
          />
        </>
      )
  }
}
