import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { FilePicker } from '@/components/FilePicker'
import type { DocumentFault, Written } from '@/domain/function-document'
import classes from './OpenFunctionFile.module.css'

/** A function.yaml that was opened to start from. */
export interface OpenedFile {
  fileName: string
  text: string
  written: Written
  /** What of the file does not come along, in words. */
  remarks: string[]
}

interface Faulty {
  fileName: string
  faults: DocumentFault[]
}

interface OpenFunctionFileProps {
  opened?: OpenedFile
  onOpen: (file: OpenedFile) => void
  onClose: () => void
}

/** Starts a function from a function.yaml: chosen, or dropped anywhere on the page. */
export function OpenFunctionFile({ opened, onOpen, onClose }: OpenFunctionFileProps) {
  const [faulty, setFaulty] = useState<Faulty>()

  const take = (file: File | undefined) => {
    if (!file) return
    setFaulty(undefined)
    void readFile(file).then((read) => ('faults' in read ? setFaulty(read) : onOpen(read)))
  }
  useDroppedFile(take)

  return (
    <div className={classes.open}>
      {opened ? (
        <>
          <p>
            Starts from <b>{opened.fileName}</b>: {about(opened.written)}
          </p>
          {opened.remarks.map((remark) => (
            <p key={remark} className={classes.dim}>
              {remark}
            </p>
          ))}
          <Button variant="default" size="compact-sm" onClick={onClose}>
            Start from a runtime instead
          </Button>
        </>
      ) : (
        <>
          <FilePicker label="A function.yaml to start from" accept=".yaml,.yml,.json" onFile={take}>
            {(choose) => (
              <Button variant="default" size="compact-sm" onClick={choose}>
                Open a function.yaml
              </Button>
            )}
          </FilePicker>
          <span className={classes.dim}>or drop one on the page, to start from that</span>
        </>
      )}
      {faulty && (
        <div role="alert" className={classes.faults}>
          <p>{faulty.fileName} is not a function, so it was not opened.</p>
          <ul>
            {faulty.faults.slice(0, 10).map(({ from, line, column, message }) => (
              <li key={`${from} ${message}`}>
                Line {line}, column {column}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

async function readFile(file: File): Promise<OpenedFile | Faulty> {
  const fileName = file.name
  const { readFunctionFile } = await import('@/domain/read-function-file')
  const { ok, faults } = await readFunctionFile(file)
  if (!ok) return { fileName, faults }
  const { text, written, leftOut } = ok
  const remarks = leftOut.map((key) => `“${key}” is no part of a function and is left out.`)
  if (JSON.stringify(written).includes('"$ref:'))
    remarks.push(
      'It refers to secrets that the server keeps for the function it was exported from. They do not come along: enter them anew after it is created.',
    )
  return { fileName, text, written, remarks }
}

function about({ spec }: Written): string {
  const { runtime, handler, triggers } = spec
  const count = typeof triggers === 'object' && triggers ? Object.keys(triggers).length : 0
  return [
    typeof runtime === 'string' && runtime ? runtime : 'no runtime',
    typeof handler === 'string' && handler ? `handler ${handler}` : 'no handler',
    count === 1 ? '1 trigger' : `${count} triggers`,
  ].join(', ')
}

function useDroppedFile(take: (file: File | undefined) => void): void {
  const onFile = useEffectEvent(take)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      onFile(event.dataTransfer?.files[0])
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])
}
