import { Button, PasswordInput, TextInput } from '@mantine/core'
import '@mantine/core/styles/PasswordInput.layer.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deployFunction, functionQuery } from '@/api/functions'
import type { ProjectRef } from '@/api/projects'
import { ActButton } from '@/components/ActButton'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { notifySuccess } from '@/components/notify'
import { SubmitError } from '@/components/SubmitError'
import { keptSecrets, type SecretPlace } from '@/domain/config-secrets'
import { copyName, duplicateConfig } from '@/domain/function-config'
import { functionNameProblem } from '@/domain/names'
import { placeWords } from '@/domain/spec-change/change-words'
import { setAt } from '@/lib/tree'
import classes from './DuplicateFunction.module.css'

interface DuplicateFunctionProps {
  at: ProjectRef
  /** The function to copy. */
  original: string
  /** Names in use. */
  taken: ReadonlySet<string>
  onClose: () => void
  /** The server has taken the copy; in place of the notice that is usual. */
  onCopied?: (name: string) => void
}

/**
 * Deploys a copy of a function under another name. Secrets that the server keeps are bound to the original and are not shown:
 * each is asked for anew.
 */
export function DuplicateFunction({ at, original, taken, onClose, onCopied }: DuplicateFunctionProps) {
  const queryClient = useQueryClient()
  const { mutateAsync: deploy } = useMutation(deployFunction(queryClient))
  const source = useQuery({ ...functionQuery({ ...at, name: original }), refetchInterval: false })
  const [values, setValues] = useState<Record<string, string>>({})
  const [name, setName] = useState(() => copyName(original, taken))
  const secrets = source.data ? keptSecrets({ spec: source.data.spec }) : []
  const copying = useMutation({
    mutationFn: async () => {
      const fn = await queryClient.query({ ...functionQuery({ ...at, name: original }), staleTime: 0 })
      const config = secrets.reduce(
        (copy, { path }) => setAt(copy, path, values[path.join('.')] ?? ''),
        duplicateConfig(fn, name),
      )
      await deploy({ ref: { ...at, name }, config, create: true })
    },
  })
  const nameProblem =
    functionNameProblem(name) ?? (taken.has(name) ? 'There is already a function by this name' : undefined)
  const missing = secrets.find(({ path }) => !values[path.join('.')])
  const problem =
    nameProblem ??
    (missing ? `Enter ${titleOf(missing)}` : source.data ? undefined : 'The function is being read')

  const submit = async () => {
    if (problem || copying.isPending) return
    await copying.mutateAsync()
    onClose()
    if (onCopied) onCopied(name)
    else notifySuccess(`Deploying ${name}`)
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
        <p>
          The copy gets the same code and configuration as the server has them, and is built and deployed at
          once.
        </p>
        <TextInput
          label="Name of the copy"
          value={name}
          error={nameProblem}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        {secrets.length > 0 && (
          <p>
            The server keeps {secrets.length === 1 ? 'a secret' : `${secrets.length} secrets`} of {original}{' '}
            and shows {secrets.length === 1 ? 'it' : 'them'} to nobody. Enter what the copy is to have.
          </p>
        )}
        {secrets.map((secret) => {
          const key = secret.path.join('.')
          return (
            <PasswordInput
              key={key}
              label={titleOf(secret)}
              description={key}
              autoComplete="off"
              withAsterisk
              visibilityToggleButtonProps={{ 'aria-label': `Show ${titleOf(secret)}` }}
              value={values[key] ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget
                setValues((before) => ({ ...before, [key]: value }))
              }}
            />
          )
        })}
        <SubmitError error={copying.error ?? source.error} />
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

const titleOf = ({ path, name }: SecretPlace): string =>
  path[1] === 'env' ? `${name} (environment)` : placeWords(path)
