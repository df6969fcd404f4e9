import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { ApiError } from '@/api/errors'
import { functionsQuery } from '@/api/function-list-query'
import type { MadeFunction } from '@/api/function-templates'
import { deployFunction } from '@/api/functions'
import { projectsQuery } from '@/api/projects'
import { ActButton } from '@/components/ActButton'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { SubmitError } from '@/components/SubmitError'
import { functionNameProblem } from '@/domain/names'
import { paths } from '@/domain/paths'
import { configFromTemplate } from '@/domain/templates/template-config'
import { suggestedName } from '@/domain/templates/template-name'
import type { KeptEntries } from './kept-entries'
import classes from './UseTemplate.module.css'

interface UseTemplateProps {
  title: string
  made: MadeFunction
  at: { namespace: string; project?: string }
  entries: KeptEntries
  runsHere: boolean
  onChange: (change: Pick<KeptEntries, 'name' | 'project'>) => void
  onDone: () => void
  onClose: () => void
}

/** Asks for name and project, makes the function, and goes to its code. */
export function UseTemplate({ title, made, at, entries, onChange, ...props }: UseTemplateProps) {
  const navigate = useNavigate()
  const { namespace } = at
  const create = useMutation(deployFunction(useQueryClient()))
  const projects = useQuery(projectsQuery(namespace))
  // Names are unique in the namespace, whatever the project.
  const functions = useQuery(functionsQuery({ namespace }))
  const owners = new Map((functions.data ?? []).map((row) => [row.name, row.project]))
  const names = (projects.data ?? []).map(({ metadata }) => metadata.name)

  const name = entries.name ?? suggestedName(title, new Set(owners.keys()))
  const project =
    [entries.project, at.project, names[0]].find((one) => one && names.includes(one)) ?? at.project
  const owner = owners.get(name)
  const missing = functionNameProblem(name)
  const isRefused = create.error instanceof ApiError && create.error.kind === 'conflict'
  const nameError =
    owner !== undefined ? (
      <>
        There is already a function by this name.{' '}
        <Link to={paths.functionCode({ namespace, project: owner, name })} data-link>
          Open {name}
        </Link>
      </>
    ) : isRefused && create.variables?.ref.name === name ? (
      'There is already a function by this name in the namespace'
    ) : (
      name !== '' && missing
    )
  const reason =
    missing ??
    (owner !== undefined ? 'There is already a function by this name' : undefined) ??
    (project ? undefined : 'There is no project to put it into')

  const submit = async () => {
    if (reason || !project || create.isPending) return
    const ref = { namespace, project, name }
    await create.mutateAsync({ ref, config: configFromTemplate(made, ref), create: true })
    props.onDone()
    await navigate(paths.functionCode(ref))
  }

  return (
    <Dialog title={`Use ${title}`} onClose={props.onClose} busy={create.isPending}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          // Its failure is shown beside the fields.
          submit().catch(() => undefined)
        }}
      >
        <TextInput
          label="Name"
          data-autofocus
          description={nameError ? undefined : 'Lower-case letters, digits and hyphens, at most 56'}
          error={nameError}
          value={name}
          onChange={(event) => onChange({ ...entries, name: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
        />
        {!projects.data && projects.error ? (
          <SubmitError error={projects.error} />
        ) : projects.data && names.length === 0 && !at.project ? (
          <p className={classes.dim}>
            There is no project yet.{' '}
            <Link to={paths.projects({ namespace })} data-link>
              Create one
            </Link>{' '}
            and come back: what you typed stays.
          </p>
        ) : (
          <NativeSelect
            label="Project"
            value={project ?? ''}
            data={at.project && !names.includes(at.project) ? [at.project, ...names] : names}
            onChange={(event) => onChange({ ...entries, project: event.currentTarget.value })}
          />
        )}
        {!props.runsHere && (
          <p className={classes.dim}>
            The embedded platform does not run this runtime: the function is stored, and its deploy ends in an
            error until a Nuclio is behind this dashboard.
          </p>
        )}
        <SubmitError error={isRefused ? null : create.error} />
        <DialogFoot>
          <Button variant="default" onClick={props.onClose} aria-disabled={create.isPending || undefined}>
            Cancel
          </Button>
          <ActButton type="submit" loading={create.isPending} disabledReason={reason}>
            Create and deploy
          </ActButton>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
