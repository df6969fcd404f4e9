import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deployFunction, functionQuery } from '@/api/functions'
import type { ProjectRef } from '@/api/projects'
import { ActButton } from '@/components/ActButton'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { notifySuccess } from '@/components/notify'
import { SubmitError } from '@/components/SubmitError'
import { copyName, duplicateConfig } from '@/domain/function-config'
import { functionNameProblem } from '@/domain/names'
import classes from './form.module.css'

interface DuplicateFunctionProps {
  at: ProjectRef
  /** The function to copy. */
  original: string
  /** Names in use. */
  taken: ReadonlySet<string>
  onClose: () => void
}

/** Deploys a copy of a function under another name. */
export function DuplicateFunction({ at, original, taken, onClose }: DuplicateFunctionProps) {
  const queryClient = useQueryClient()
  const { mutateAsync: deploy } = useMutation(deployFunction(queryClient))
  const copying = useMutation({
    mutationFn: async (name: string) => {
      const fn = await queryClient.query({ ...functionQuery({ ...at, name: original }), staleTime: 0 })
      await deploy({ ref: { ...at, name }, config: duplicateConfig(fn, name), create: true })
    },
  })
  const [name, setName] = useState(() => copyName(original, taken))
  const problem =
    functionNameProblem(name) ?? (taken.has(name) ? 'There is already a function by this name' : undefined)

  const submit = async () => {
    if (problem || copying.isPending) return
    await copying.mutateAsync(name)
    onClose()
    notifySuccess(`Deploying ${name}`)
  }

  return (
    <Dialog title={`Duplicate ${original}`} onClose={onClose} busy={copying.isPending}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit().catch(() => undefined)
        }}
      >
        <p>The copy gets the same code and configuration, and is built and deployed at once.</p>
        <TextInput
          label="Name of the copy"
          value={name}
          error={problem}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <SubmitError error={copying.error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ActButton type="submit" loading={copying.isPending} disabledReason={problem}>
            Deploy the copy
          </ActButton>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
