import { Button } from '@mantine/core'
import type { EditorHandle } from '@/components/editor/CodeEditor'
import { EditorSettingsMenu } from '@/components/editor/EditorSettingsMenu'
import { keyCaps } from '@/components/use-shortcut'
import { FilePicker } from '@/components/FilePicker'
import { formatBytes } from '@/lib/format-bytes'
import { saveFile } from '@/lib/save-file'
import classes from './CodeTab.module.css'
import { sourceStats } from './source-stats'

interface SourceToolsProps {
  text: string
  encoded: string
  fileName: string
  editor: EditorHandle | null
  readOnly: boolean
  compares: boolean
  /** Missing when there is nothing to compare with. */
  onCompare?: (compares: boolean) => void
  onFormat: () => void
  onFile: (file: File) => void
}

/** What can be done with the source, and its size. Behind the editor, so that Tab goes from the fields into the source. */
export function SourceTools(props: SourceToolsProps) {
  const { text, encoded, fileName, editor, readOnly, compares, onCompare, onFormat, onFile } = props
  const { lines, bytes } = sourceStats(text, encoded)
  return (
    <div className={classes.tools}>
      <span className={classes.stats}>
        <span className={classes.file}>{fileName}</span>
        <span>
          {lines.toLocaleString('en')} {lines === 1 ? 'line' : 'lines'} · {formatBytes(bytes)}
        </span>
      </span>
      {onCompare && (
        <Tool
          label="Compare"
          hint="Beside what is deployed"
          pressed={compares}
          onClick={() => onCompare(!compares)}
        />
      )}
      {!readOnly && <Tool label="Format" hint="Ctrl+Z in the editor undoes it" onClick={onFormat} />}
      <Tool label="Find" hint={keyCaps('mod+f').join('+')} onClick={() => editor?.find()} />
      <Tool label="Go to line" hint="Ctrl+G" onClick={() => editor?.goToLine()} />
      {!readOnly && (
        <FilePicker label="File to replace the source" onFile={onFile}>
          {(choose) => <Tool label="Open file…" hint="Replaces the source" onClick={choose} />}
        </FilePicker>
      )}
      <Tool label="Download" onClick={() => download(fileName, text)} />
      <EditorSettingsMenu />
    </div>
  )
}

interface ToolProps {
  label: string
  hint?: string
  pressed?: boolean
  onClick: () => void
}

function Tool({ label, hint, pressed, onClick }: ToolProps) {
  return (
    <Button
      variant={pressed ? 'light' : 'subtle'}
      size="compact-xs"
      color="gray"
      className={classes.tool}
      title={hint}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}

function download(path: string, text: string): void {
  saveFile(path.split('/').at(-1) ?? path, text, 'text/plain;charset=utf-8')
}
