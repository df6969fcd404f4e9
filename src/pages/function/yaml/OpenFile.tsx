import { Button } from '@mantine/core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { FilePicker } from '@/components/FilePicker'
import { useWorkbench } from '../workbench'
import classes from './OpenFile.module.css'

const OpenFileDialog = lazy(async () => ({ default: (await import('./OpenFileDialog')).OpenFileDialog }))

/** Opens a function.yaml in the place of the draft. */
export function OpenFileButton() {
  const { openFile } = useWorkbench()
  return (
    <FilePicker label="A function.yaml to open" accept=".yaml,.yml,.json" onFile={openFile}>
      {(choose) => (
        <Button variant="default" size="compact-sm" onClick={choose}>
          Open…
        </Button>
      )}
    </FilePicker>
  )
}

/** What a file that was given anywhere on the page would change; nothing when there is none. */
export function OpenedFile({ file, onClose }: { file: File | undefined; onClose: () => void }) {
  if (!file) return null
  return (
    <Suspense fallback={null}>
      <OpenFileDialog file={file} onClose={onClose} />
    </Suspense>
  )
}

/** While files are over the page it hears so at least this often, in milliseconds. */
const heardWithin = 600

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

/** Takes a function.yaml that is dropped anywhere on the page of a function, but where another part of the page takes files. */
export function DropFile() {
  const { openFile } = useWorkbench()
  const [isOver, setIsOver] = useState(false)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const leave = () => {
      clearTimeout(timer)
      setIsOver(false)
    }
    const over = (event: DragEvent) => {
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      setIsOver(true)
      clearTimeout(timer)
      // Over a part that takes files itself this page hears nothing more.
      timer = setTimeout(leave, heardWithin)
    }
    const drop = (event: DragEvent) => {
      leave()
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file) openFile(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [openFile])

  return isOver ? <div className={classes.zone}>Drop a function.yaml here to open it</div> : null
}
