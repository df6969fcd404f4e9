import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { createProject } from '@/api/projects'
import { ActButton } from '@/components/ActButton'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { notifySuccess } from '@/components/notify'
import { SubmitError } from '@/components/SubmitError'
import { projectNameProblem } from '@/domain/names'
import { paths } from '@/domain/paths'
import { randomUuid } from '@/lib/uuid'
import classes from './form.module.css'

interface CreateProjectProps {
  namespace: string
  /** Names in use: some servers overwrite a project of the same name without a word. */
  taken: readonly string[]
  onClose: () => void
}

/** Makes a project and goes to its functions. */
export function CreateProject({ namespace, taken, onClose }: CreateProjectProps) {
  const navigate = useNavigate()
  const create = useMutation(createProject(useQueryClient()))
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const problem =
    name === ''
      ? undefined
      : (projectNameProblem(name) ??
        (taken.includes(name) ? 'There is already a project by this name' : undefined))

  const submit = async () => {
    if (problem || create.isPending) return
    // Not every server makes up a name, and those that do may not tell it; so it is made here.
    const project = name || randomUuid()
    await create.mutateAsync({
      metadata: { name: project, namespace },
      spec: { description: description.trim() },
    })
    onClose()
    notifySuccess(`Project ${project} created`)
    await navigate(paths.functions({ namespace, project }))
  }

  return (
    <Dialog title="New project" onClose={onClose} busy={create.isPending}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit().catch(() => undefined)
        }}
      >
        <TextInput
          label="Name"
          // The rule gives way to what is wrong, so that nothing below moves.
          description={problem ? undefined : 'a–z, 0–9 and hyphens. Left empty, it becomes a UUID.'}
          value={name}
          error={problem}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <Textarea
          label="Description"
          rows={3}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <SubmitError error={create.error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ActButton type="submit" loading={create.isPending} disabledReason={problem}>
            Create project
          </ActButton>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
