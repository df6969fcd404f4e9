import { lazy, Suspense, type Ref } from 'react'
import classes from './CodeEditor.module.css'

/** What a page can ask of an editor. */
export interface EditorHandle {
  /** Opens the editor's own search. */
  find: () => void
  /** Asks for a line and goes there. */
  goToLine: () => void
  /** Puts the caret at the begin of a line (from 1), and the focus into the editor. */
  reveal: (line: number) => void
}

export interface CodeEditorProps {
  value: string
  onChange?: (value: string) => void
  /** The focus left the editor. */
  onBlur?: () => void
  /** A language id of the editor; one that it does not know is plain text. */
  language: string
  /** Identifies the text; another path is another text, with its own undo history. */
  path: string
  readOnly?: boolean
  ariaLabel: string
  /** What the text is compared with: lines that differ are marked. */
  original?: string
  /** Show it beside `original`, or within it where there is little room. */
  compares?: boolean
  handle?: Ref<EditorHandle>
}

const MonacoEditor = lazy(async () => ({ default: (await import('./MonacoEditor')).MonacoEditor }))

/** A source editor that fills its parent (which sets the height). The editor's code is loaded when it is first shown. */
export function CodeEditor(props: CodeEditorProps) {
  return (
    <Suspense fallback={<EditorSkeleton value={props.value} />}>
      <MonacoEditor {...props} />
    </Suspense>
  )
}

/** The first lines as plain text where the editor will draw them, so that nothing moves when it comes. */
function EditorSkeleton({ value }: { value: string }) {
  return (
    <div className={classes.frame} aria-busy="true">
      <pre className={classes.skeleton}>{value.split('\n', 60).join('\n').slice(0, 6000)}</pre>
      <p className={classes.hint}>Loading the editor…</p>
    </div>
  )
}
