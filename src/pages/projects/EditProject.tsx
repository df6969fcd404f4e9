import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Project } from '@/api/generated/schema'
import { updateProject } from '@/api/projects'
import { ActButton } from '@/components/ActButton'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { notifySuccess } from '@/components/notify'
import { SubmitError } from '@/components/SubmitError'
import { LabelFields } from './LabelFields'
import { labelRowProblems, labelRows, labelsOf } from './label-rows'
import classes from './form.module.css'

/** Changes the description and the labels of a project; everything else of it goes back as it came. */
export function EditProject({ project, onClose }: { project: Project; onClose: () => void }) {
  const update = useMutation(updateProject(useQueryClient()))
  const [description, setDescription] = useState(project.spec.description ?? '')
  const [labels, setLabels] = useState(() => labelRows(project.metadata.labels))
  const problems = labelRowProblems(labels)
  const problem = problems.some(({ key, value }) => key || value) ? 'Mend the labels first' : undefined

  const submit = async () => {
    if (problem || update.isPending) return
    await update.mutateAsync({
      metadata: { ...project.metadata, labels: labelsOf(labels) },
      spec: { ...project.spec, description: description.trim() },
    })
    onClose()
    notifySuccess(`Project ${project.metadata.name} saved`)
  }

  return (
    <Dialog title={`Edit ${project.metadata.name}`} onClose={onClose} busy={update.isPending} width={560}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit().catch(() => undefined)
        }}
      >
        <Textarea
          label="Description"
          rows={3}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          data-autofocus
        />
        <LabelFields rows={labels} problems={problems} onChange={setLabels} />
        <SubmitError error={update.error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ActButton type="submit" loading={update.isPending} disabledReason={problem}>
            Save
          </ActButton>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
