import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { apiGatewaysQuery } from '@/api/api-gateways'
import { functionsQuery } from '@/api/function-list-query'
import type { ProjectRef } from '@/api/projects'
import { ActButton } from '@/components/ActButton'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { ErrorPanel } from '@/components/ErrorPanel'
import { notifySuccess } from '@/components/notify'
import { SubmitError } from '@/components/SubmitError'
import { useProjectDeletion } from './project-deletion'
import { contentsInWords, projectContents, type ProjectContents } from './project-contents'
import classes from './form.module.css'

interface DeleteProjectProps {
  at: ProjectRef
  onClose: () => void
}

/** Shows what a project contains before anything is deleted; taking the contents along is a choice of its own. */
export function DeleteProject({ at, onClose }: DeleteProjectProps) {
  const functions = useQuery(functionsQuery(at))
  const gateways = useQuery(apiGatewaysQuery(at))
  const queries = [functions, gateways]
  const error = queries.map((query) => query.error).find(Boolean)
  const [busy, setBusy] = useState(false)

  return (
    <Dialog title={`Delete ${at.project}`} onClose={onClose} busy={busy}>
      {functions.data && gateways.data ? (
        <DeleteForm
          at={at}
          contents={projectContents(at.project, functions.data, gateways.data)}
          onBusy={setBusy}
          onClose={onClose}
        />
      ) : error ? (
        <ErrorPanel error={error} onRetry={() => void Promise.all(queries.map((query) => query.refetch()))} />
      ) : (
        <p className={classes.dim} role="status">
          Looking what it contains
        </p>
      )}
    </Dialog>
  )
}

interface DeleteFormProps extends DeleteProjectProps {
  contents: ProjectContents
  onBusy: (busy: boolean) => void
}

function DeleteForm({ at, contents, onBusy, onClose }: DeleteFormProps) {
  const deletion = useProjectDeletion(useQueryClient())
  const remove = useMutation({
    mutationFn: deletion.run,
    onMutate: () => onBusy(true),
    onSettled: () => onBusy(false),
    onSuccess: () => {
      onClose()
      notifySuccess(`Project ${at.project} deleted`)
    },
  })
  const [withContents, setWithContents] = useState(false)
  const [typed, setTyped] = useState('')
  const lines = contentsInWords(contents)
  const isEmpty = lines.length === 0
  const reason =
    !isEmpty && !withContents
      ? 'It is not empty: delete its contents first, or choose to delete them as well'
      : withContents && typed.trim() !== at.project
        ? `Type “${at.project}” first`
        : undefined

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!reason && !remove.isPending) remove.mutate({ at, contents, cascading: withContents && !isEmpty })
      }}
    >
      {isEmpty ? (
        <p>The project contains no functions and no API gateways. This cannot be undone.</p>
      ) : (
        <>
          <div>
            <p>The project is not empty, so it cannot be deleted on its own. It contains:</p>
            <ul className={classes.contents}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
          <Checkbox
            label="Delete everything in it as well; this cannot be undone"
            checked={withContents}
            onChange={(event) => setWithContents(event.currentTarget.checked)}
          />
          {withContents && (
            <TextInput
              label={`Type “${at.project}” to go on`}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </>
      )}
      {remove.isPending && deletion.progress && (
        <p className={classes.dim} role="status">
          {deletion.progress}
        </p>
      )}
      <SubmitError error={remove.error} />
      <DialogFoot>
        <Button variant="default" onClick={() => !remove.isPending && onClose()} data-autofocus>
          Cancel
        </Button>
        <ActButton
          type="submit"
          className={classes.danger}
          loading={remove.isPending}
          disabledReason={reason}
        >
          {withContents ? `Delete ${at.project} and its contents` : `Delete ${at.project}`}
        </ActButton>
      </DialogFoot>
    </form>
  )
}
