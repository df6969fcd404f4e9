import { Button, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { FilePicker } from '@/components/FilePicker'
import { IconButton } from '@/components/IconButton'
import type { FormField, RequestFile } from '@/domain/console/request'
import type { RequestProblem } from '@/domain/console/request-problems'
import { unknownType } from '@/domain/console/to-send'
import { announce } from '@/lib/announce'
import { formatBytes } from '@/lib/format-bytes'
import { without } from '@/lib/without'
import { useConsole } from '../console-context'
import { readChosenFile } from './chosen-file'
import { MediaTypes } from './MediaTypes'
import { PairRows } from './PairRows'
import classes from './RequestForm.module.css'

/** The fields of a form or of a multipart body, which can be files. */
export function FieldRows({ problems }: { problems: readonly RequestProblem[] }) {
  const { request, change } = useConsole()
  const types = useId()
  const [refusal, setRefusal] = useState<string>()
  const { fields, kind } = request.body
  const setFields = (next: (fields: FormField[]) => FormField[]) =>
    change((before) => ({ ...before, body: { ...before.body, fields: next(before.body.fields) } }))
  const edit = (id: number, next: (field: FormField) => FormField) =>
    setFields((all) => all.map((field) => (field.id === id ? next(field) : field)))
  const choose = async (id: number, chosen: File) => {
    const read = await readChosenFile(chosen)
    setRefusal('refusal' in read ? read.refusal : undefined)
    if ('refusal' in read) return
    edit(id, (field) => ({ ...field, name: field.name || 'file', file: read.file }))
    announce(`${read.file.name}, ${formatBytes(read.file.size)}`)
  }
  const takeAway = (id: number) => edit(id, (field) => without(field, 'file'))

  return (
    <>
      <PairRows<FormField>
        label="Fields"
        item="field"
        rows={fields}
        onRows={(rows) => setFields(() => rows)}
        blank={(id) => ({ id, name: '', value: '' })}
        problemOf={(row) => problems.find(({ at, rowId }) => at === 'field' && rowId === row.id)}
        otherValue={({ id, file }, index) =>
          file && (
            <FieldFile
              which={`field ${index + 1}`}
              types={types}
              file={file}
              onType={(type) => edit(id, (field) => ({ ...field, file: { ...file, type } }))}
              onChoose={(chosen) => void choose(id, chosen)}
              onRemove={() => takeAway(id)}
            />
          )
        }
        besideValue={({ id, file }, index) =>
          kind === 'multipart' &&
          !file && (
            <FilePicker label={`File of field ${index + 1}`} onFile={(chosen) => void choose(id, chosen)}>
              {(open) => (
                <Button
                  variant="default"
                  className={classes.choose}
                  aria-label={`Choose a file for field ${index + 1}`}
                  onClick={open}
                >
                  File
                </Button>
              )}
            </FilePicker>
          )
        }
      />
      <MediaTypes id={types} />
      {refusal && (
        <p role="alert" className={classes.words} data-stops data-inset>
          {refusal}
        </p>
      )}
    </>
  )
}

interface FieldFileProps {
  which: string
  /** Id of the media types to choose from. */
  types: string
  file: RequestFile
  onType: (type: string) => void
  onChoose: (file: File) => void
  onRemove: () => void
}

function FieldFile({ which, types, file, onType, onChoose, onRemove }: FieldFileProps) {
  return (
    <div className={classes.fieldFile}>
      <FilePicker label={`File of ${which}`} onFile={onChoose}>
        {(open) => (
          <button
            type="button"
            className={classes.fileName}
            aria-label={`${file.name}, ${formatBytes(file.size)}; choose another file for ${which}`}
            onClick={open}
          >
            <span>{file.name}</span> {file.bytes && formatBytes(file.size)}
          </button>
        )}
      </FilePicker>
      <IconButton icon="undo" label={`Text instead of a file in ${which}`} onClick={onRemove} />
      <TextInput
        aria-label={`Content type of ${which}`}
        placeholder={unknownType}
        spellCheck={false}
        autoComplete="off"
        list={types}
        value={file.type}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </div>
  )
}
