import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { valueAt } from '@/lib/tree'
import { MapField } from '../form/MapField'
import { SecretField } from '../form/SecretField'
import { TextField } from '../form/TextField'
import { useWorkbench } from '../workbench'
import { codeOrigin } from './code-origin'
import {
  attributesPath,
  entryTypeIn,
  entryTypeOf,
  revisionKinds,
  revisionsIn,
  withRevisionKind,
  type RevisionKind,
} from './entry-types'
import classes from './EntryFields.module.css'
import { codeSettings as s } from './settings'
import { TokenField } from './TokenField'

/** Where the code comes from, for code that is not in the function itself. */
export function EntryFields({ isEmbedded }: { isEmbedded: boolean }) {
  const { control } = useWorkbench()
  const { spec } = control.draft.config
  const type = entryTypeIn(spec)
  return (
    <div className={classes.entry}>
      <p className={classes.words}>
        {entryTypeOf(type)?.help ?? codeOrigin(spec)}{' '}
        {isEmbedded && (
          <strong>This platform runs inline source only; a Nuclio on Kubernetes or Docker fetches it.</strong>
        )}
      </p>
      <FieldsOf type={type} />
    </div>
  )
}

function FieldsOf({ type }: { type: string }) {
  switch (type) {
    case 'image':
      return <ImageFields />
    case 'git':
      return <GitFields />
    case 'github':
      return <GithubFields />
    case 'archive':
      return <ArchiveFields />
    case 's3':
      return <S3Fields />
    case 'jar':
      return (
        <Url label="URL of the jar" missing="Enter the URL of the jar" placeholder="https://…/handler.jar" />
      )
    case '':
      return <Url label="URL" missing="Enter a URL" placeholder="https://…" />
    default:
      return (
        <p className={classes.words}>
          “{type}” is no code entry type that this form knows. It is kept as it is; the YAML tab shows all of
          it.
        </p>
      )
  }
}

/** What is missing in a field that the builder cannot do without. */
function useMissing(path: readonly string[], words: string): string | undefined {
  const { control } = useWorkbench()
  const value = valueAt(control.draft.config, path)
  return value === undefined || value === '' || value === null ? words : undefined
}

function Url({ label, missing, placeholder }: { label: string; missing: string; placeholder: string }) {
  return (
    <TextField
      {...s.url}
      label={label}
      required
      code
      placeholder={placeholder}
      problem={useMissing(s.url.path, missing)}
    />
  )
}

function ImageFields() {
  return (
    <TextField
      {...s.image}
      required
      code
      placeholder="registry.example/shop/resize:1.4"
      problem={useMissing(s.image.path, 'Enter the name of the image')}
    />
  )
}

function GitFields() {
  return (
    <>
      <Url
        label="URL of the repository"
        missing="Enter the URL of the repository"
        placeholder="https://git.example/shop/functions.git"
      />
      <Revision />
      <div className={classes.pair}>
        <TextField {...s.username} />
        <SecretField {...s.password} />
      </div>
      <WorkDir />
    </>
  )
}

function Revision() {
  const { control } = useWorkbench()
  const attributes = valueAt(control.draft.config, attributesPath)
  const named = revisionsIn(attributes)
  const [chosen, setChosen] = useState<RevisionKind>('branch')
  const kind = named[0] ?? chosen
  const problem =
    named.length === 0
      ? 'Enter a branch, a tag or a reference'
      : named.length > 1
        ? 'Fill only one of branch, tag and reference'
        : undefined
  return (
    <div className={classes.revision}>
      <NativeSelect
        label="Take the commit by"
        data={revisionKinds.map((id) => ({ value: id, label: s[id].label }))}
        value={kind}
        onChange={(event) => {
          const to = revisionKinds.find((id) => id === event.currentTarget.value) ?? 'branch'
          setChosen(to)
          if (named.length > 0) control.edit(attributesPath, withRevisionKind(attributes, to))
        }}
      />
      {(named.length > 1 ? named : [kind]).map((id) => (
        <TextField
          key={id}
          {...s[id]}
          required
          code
          placeholder={{ branch: 'main', tag: 'v1.4.0', reference: 'refs/heads/main' }[id]}
          problem={problem}
        />
      ))}
    </div>
  )
}

function GithubFields() {
  return (
    <>
      <p className={classes.words}>
        Nuclio has marked this kind as deprecated and means to remove it; Git does the same, and more.
      </p>
      <Url
        label="URL of the repository"
        missing="Enter the URL of the repository"
        placeholder="https://github.com/shop/functions"
      />
      <TextField
        {...s.branch}
        required
        code
        placeholder="main"
        problem={useMissing(s.branch.path, 'Enter the branch')}
      />
      <TokenField />
      <WorkDir />
    </>
  )
}

function ArchiveFields() {
  return (
    <>
      <Url
        label="URL of the archive"
        missing="Enter the URL of the archive"
        placeholder="https://files.example/functions.zip"
      />
      <MapField
        {...s.headers}
        item="header"
        keyLabel="Name"
        secret
        suggestions={['X-V3io-Session-Key', 'Authorization']}
      />
      <WorkDir />
    </>
  )
}

function S3Fields() {
  return (
    <>
      <div className={classes.pair}>
        <TextField {...s.bucket} required code problem={useMissing(s.bucket.path, 'Enter the bucket')} />
        <TextField
          {...s.itemKey}
          required
          code
          placeholder="functions/resize.zip"
          problem={useMissing(s.itemKey.path, 'Enter the item key')}
        />
      </div>
      <div className={classes.pair}>
        <TextField {...s.region} code placeholder="us-east-1" />
        <TextField {...s.accessKeyId} code />
      </div>
      <div className={classes.pair}>
        <SecretField {...s.secretAccessKey} />
        <SecretField {...s.sessionToken} />
      </div>
      <WorkDir />
    </>
  )
}

function WorkDir() {
  return <TextField {...s.workDir} code placeholder="the root of the source" />
}
