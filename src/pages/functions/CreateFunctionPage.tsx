import { Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { functionsQuery } from '@/api/function-list-query'
import { deployFunction } from '@/api/functions'
import { serverQuery } from '@/api/platform'
import { ActButton } from '@/components/ActButton'
import { LinkButton } from '@/components/LinkButton'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { SubmitError } from '@/components/SubmitError'
import { newFunctionConfig } from '@/domain/function-config'
import { functionNameProblem } from '@/domain/names'
import { paths } from '@/domain/paths'
import { runtimes, sourceFileName } from '@/domain/runtimes'
import { starterCode } from '@/domain/starter-code'
import { useProjectRef } from '@/layouts/namespace'
import { functionFromFile } from './function-file'
import { OpenFunctionFile, type OpenedFile } from './OpenFunctionFile'
import { refusalOf } from './refusal'
import { RuntimeChoice } from './RuntimeChoice'
import classes from './CreateFunctionPage.module.css'

/** Characters of an opened file that are shown; a source in it may be long. */
const shownOfFile = 20_000

/** A new function: name, runtime, starter code; or a function.yaml and a name. Creating it deploys it and opens its code. */
export function CreateFunctionPage() {
  const at = useProjectRef()
  const navigate = useNavigate()
  const deploy = useMutation(deployFunction(useQueryClient()))
  const functions = useQuery(functionsQuery(at))
  const { data: server } = useQuery(serverQuery())
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [runtime, setRuntime] = useState(runtimes[0]?.id ?? '')
  /** The name that the server refused as taken: outside this project, or since the list was read. */
  const [refused, setRefused] = useState<string>()
  const [file, setFile] = useState<OpenedFile>()
  const sourceId = useId()

  const isTaken = name !== '' && (functions.data ?? []).some((row) => row.name === name)
  const missing = functionNameProblem(name)
  const rule = name === '' ? undefined : missing
  const refusal = refusalOf(deploy.error)
  const refusedName = refusal?.field === 'name' && refused === name ? refusal.words : undefined
  const source = starterCode(runtime)
  const preview = file ? 'The file' : 'Starter code'

  const submit = async () => {
    if (missing || isTaken || deploy.isPending) return
    setRefused(name)
    const ref = { ...at, name }
    const config = file
      ? functionFromFile({ ...file.written, metadata: { ...file.written.metadata, name } }, at)
      : newFunctionConfig({ ...at, name, runtime, source, description })
    await deploy.mutateAsync({ ref, config, create: true })
    await navigate(paths.functionCode(ref))
  }

  return (
    <Page>
      <PageHeader
        title="New function"
        actions={
          <LinkButton variant="default" to={paths.templates(at)}>
            Start from a template
          </LinkButton>
        }
      />
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          // Its failure is shown beside the fields.
          submit().catch(() => undefined)
        }}
      >
        <div className={classes.fields}>
          <TextInput
            label="Name"
            // In its place, so that nothing below moves.
            description={
              isTaken || rule || refusedName
                ? undefined
                : 'Lower-case letters, digits and hyphens, at most 56'
            }
            value={name}
            error={
              isTaken ? (
                <TakenName to={paths.functionCode({ ...at, name })} name={name} />
              ) : (
                (rule ?? refusedName)
              )
            }
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the page is there to type a name first
            autoFocus
          />
          {!file && (
            <>
              <Textarea
                label="Description, if you like"
                rows={2}
                value={description}
                onChange={(event) => setDescription(event.currentTarget.value)}
              />
              <RuntimeChoice value={runtime} onChange={setRuntime} embedded={server?.kind === 'embedded'} />
            </>
          )}
          <OpenFunctionFile
            opened={file}
            onOpen={(opened) => {
              setFile(opened)
              const named = opened.written.metadata.name
              if (typeof named === 'string' && name === '') setName(named)
            }}
            onClose={() => setFile(undefined)}
          />
          {refusal?.field === 'runtime' && (
            <p className={classes.problem} role="alert">
              {refusal.words}
            </p>
          )}
          <SubmitError error={refusal ? null : deploy.error} />
          <div className={classes.foot}>
            <ActButton
              type="submit"
              loading={deploy.isPending}
              disabledReason={isTaken ? 'There is already a function by this name' : missing}
            >
              Create and deploy
            </ActButton>
            <LinkButton variant="default" to={paths.functions(at)}>
              Cancel
            </LinkButton>
          </div>
        </div>
        <section className={classes.preview} aria-labelledby={sourceId}>
          <h2 id={sourceId}>
            {preview} <span>{file ? file.fileName : sourceFileName(runtime)}</span>
          </h2>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
          <pre tabIndex={0} aria-label={preview}>
            {file ? file.text.slice(0, shownOfFile) : source}
          </pre>
        </section>
      </form>
    </Page>
  )
}

function TakenName({ to, name }: { to: string; name: string }) {
  return (
    <>
      There is already a function by this name.{' '}
      <Link to={to} data-link>
        Open {name}
      </Link>
    </>
  )
}
