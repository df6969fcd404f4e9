import { Button, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { FilePicker } from '@/components/FilePicker'
import type { RequestFile } from '@/domain/console/request'
import { unknownType } from '@/domain/console/to-send'
import { announce } from '@/lib/announce'
import { formatBytes } from '@/lib/format-bytes'
import { readChosenFile } from './chosen-file'
import { MediaTypes } from './MediaTypes'
import classes from './RequestForm.module.css'

interface FileBodyProps {
  file?: RequestFile
  onFile: (file: RequestFile | undefined) => void
}

/** A file as the whole body, chosen or dropped. */
export function FileBody({ file, onFile }: FileBodyProps) {
  const id = useId()
  const [refusal, setRefusal] = useState<string>()
  const [isOver, setIsOver] = useState(false)
  const take = async (chosen: File) => {
    const read = await readChosenFile(chosen)
    setRefusal('refusal' in read ? read.refusal : undefined)
    if ('refusal' in read) return
    onFile(read.file)
    announce(`${read.file.name}, ${formatBytes(read.file.size)}`)
  }
  return (
    <div
      role="group"
      aria-label="File of the body"
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        const [dropped] = event.dataTransfer.files
        if (dropped) void take(dropped)
      }}
    >
      <div className={classes.line}>
        <FilePicker label="File to send" onFile={(chosen) => void take(chosen)}>
          {(open) => (
            <Button variant="default" onClick={open}>
              {file ? 'Choose another' : 'Choose a file'}
            </Button>
          )}
        </FilePicker>
        {file ? (
          <span className={classes.file}>
            <strong>{file.name}</strong> {file.bytes && formatBytes(file.size)}
          </span>
        ) : (
          <span className={classes.words}>or drop it here</span>
        )}
      </div>
      {file && (
        <TextInput
          label="Content type"
          className={classes.fileType}
          placeholder={unknownType}
          spellCheck={false}
          autoComplete="off"
          list={id}
          value={file.type}
          onChange={(event) => onFile({ ...file, type: event.currentTarget.value })}
        />
      )}
      <MediaTypes id={id} />
      {refusal && (
        <p role="alert" className={classes.words} data-stops>
          {refusal}
        </p>
      )}
    </div>
  )
}
