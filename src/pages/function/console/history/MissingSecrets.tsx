import { Button } from '@mantine/core'
import { useState } from 'react'
import { ActButton } from '@/components/ActButton'
import { Dialog, DialogFoot } from '@/components/Dialog'
import { FilePicker } from '@/components/FilePicker'
import type { HistoryEntry } from '@/domain/console/history'
import type { ConsoleRequest, RequestFile } from '@/domain/console/request'
import { asWritten, type SecretMark } from '@/domain/console/request-secrets'
import { CoveredInput } from '@/components/CoveredInput'
import { useHistory } from './use-history'
import classes from './History.module.css'

interface MissingSecretsProps {
  entry: HistoryEntry
  onClose: () => void
  onEntered: (request: ConsoleRequest) => void
}

const isFile = ({ place }: SecretMark): boolean => place.part === 'file' || place.part === 'fieldFile'

/**
 * Asks for the secrets of an old request that this tab does not know, and for files that hold keys. What another request of the tab had
 * in the same place may stand in, but not without a word.
 */
export function MissingSecrets({ entry, onClose, onEntered }: MissingSecretsProps) {
  const { restore, secrets } = useHistory()
  const { missing } = restore(entry)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [files, setFiles] = useState<Record<string, RequestFile>>({})
  const secretOf = (mark: SecretMark): string | undefined => {
    const text = typed[mark.key]
    return text ? asWritten(mark, text) : secrets.latest(mark.key)
  }
  const open = missing.filter((mark) => (isFile(mark) ? !files[mark.key] : secretOf(mark) === undefined))

  const enter = () => {
    const entered = missing.flatMap((mark): [string, string][] => {
      const secret = isFile(mark) ? undefined : secretOf(mark)
      return secret === undefined ? [] : [[mark.key, secret]]
    })
    secrets.remember(entry.id, new Map(entered))
    const { request } = restore(entry)
    onEntered(missing.filter(isFile).reduce((now, mark) => withFile(now, mark, files[mark.key]), request))
  }

  return (
    <Dialog title="Enter what was not kept" onClose={onClose}>
      <form
        className={classes.secrets}
        onSubmit={(event) => {
          event.preventDefault()
          if (open.length === 0) enter()
        }}
      >
        <p className={classes.words}>
          Secrets stay out of the history, and this tab does not know those of this request.
        </p>
        {missing.map((mark, index) =>
          isFile(mark) ? (
            <FilePicker
              key={mark.key}
              label={`File ${mark.name}`}
              onFile={(file) =>
                void file.arrayBuffer().then((buffer) => {
                  const bytes = new Uint8Array(buffer)
                  const { name, type } = file
                  setFiles((known) => ({ ...known, [mark.key]: { name, type, size: bytes.length, bytes } }))
                })
              }
            >
              {(choose) => (
                <Button variant="default" onClick={choose}>
                  {files[mark.key]?.name ?? `Choose the file for ${mark.name}…`}
                </Button>
              )}
            </FilePicker>
          ) : (
            <CoveredInput
              key={mark.key}
              name={mark.name}
              label={mark.name}
              description={
                secrets.latest(mark.key) !== undefined &&
                'Left empty, that of the latest request of this tab goes out.'
              }
              data-autofocus={index === 0 || undefined}
              value={typed[mark.key] ?? ''}
              onChange={(event) => {
                const text = event.currentTarget.value
                setTyped((known) => ({ ...known, [mark.key]: text }))
              }}
            />
          ),
        )}
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ActButton
            type="submit"
            variant="filled"
            disabledReason={open.length > 0 ? `Enter ${open.map(({ name }) => name).join(', ')}` : undefined}
          >
            Go on
          </ActButton>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

function withFile(
  request: ConsoleRequest,
  { place }: SecretMark,
  file: RequestFile | undefined,
): ConsoleRequest {
  if (!file) return request
  const { body } = request
  if (place.part === 'file') return { ...request, body: { ...body, file } }
  if (place.part !== 'fieldFile') return request
  const fields = body.fields.map((field) => (field.id === place.row ? { ...field, file } : field))
  return { ...request, body: { ...body, fields } }
}
