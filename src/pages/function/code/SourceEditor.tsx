import { useEffect, useRef, useState, type DragEvent } from 'react'
import { useLocation } from 'react-router'
import { CodeEditor } from '@/components/editor/CodeEditor'
import type { EditorHandle } from '@/components/editor/CodeEditor'
import { EmptyState } from '@/components/EmptyState'
import { runtimeOf, sourceFileName } from '@/domain/runtimes'
import { readTextFile } from '@/lib/read-text-file'
import { useWorkbench } from '../workbench'
import classes from './CodeTab.module.css'
import { EditLine } from './EditLine'
import { formatSource } from './format-source'
import { isFunctionFile } from './is-function-file'
import { LanguageHint } from './LanguageHint'
import { familyOfFile } from './source-language'
import { SourceTools } from './SourceTools'
import { useSourceText } from './use-source-text'
import { VersionHint } from './VersionHint'

/** The largest file that becomes an inline source, in megabytes. */
const largestFile = 5

/** The inline source. `readOnly` shows what a server put in of code that comes from elsewhere. */
export function SourceEditor({ readOnly = false }: { readOnly?: boolean }) {
  const { ref, control, openFile } = useWorkbench()
  const { spec } = control.draft.config
  const runtime = runtimeOf(spec.runtime)
  const fileName = sourceFileName(runtime.id, spec.handler)
  const { text, encoded, deployed, set } = useSourceText()
  const [editor, setEditor] = useState<EditorHandle | null>(null)
  const [compares, setCompares] = useState(false)
  /** What happened to the source last, until it is typed in again. */
  const [said, setSaid] = useState<string>()
  const [dropping, setDropping] = useState(false)
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  })
  useLineLink(editor)

  if (text === undefined)
    return (
      <>
        <div className={classes.padded}>
          <EmptyState title="No source to edit here">
            <p>The stored source is not text, so it cannot be edited here.</p>
          </EmptyState>
        </div>
        <EditLine />
      </>
    )

  const take = async (file: File) => {
    const read = await readTextFile(file, largestFile)
    if ('refusal' in read) return setSaid(`${read.refusal}, so it cannot be a source.`)
    if (await isFunctionFile(file.name, read.text)) return openFile(file)
    set(read.text)
    const family = familyOfFile(file.name)
    const isOther = family !== undefined && family !== runtime.family
    setSaid(
      `The source is now that of ${file.name}; Ctrl+Z in the editor brings back what was here.` +
        (isOther ? ` It looks to be for another runtime than ${runtime.label}.` : ''),
    )
  }
  const format = async () => {
    const formatted = await formatSource(text, runtime.family)
    if ('problem' in formatted) return setSaid(formatted.problem)
    // Typed on while the formatter was loaded: what was formatted is no longer what stands here.
    if (latest.current !== text) return setSaid('The source was changed meanwhile; format it once more.')
    if (formatted.text !== text) set(formatted.text)
    setSaid(formatted.words)
  }
  const drop = readOnly ? {} : dropHandlers(setDropping, (file) => void take(file))

  return (
    <>
      {!readOnly && <VersionHint />}
      {!readOnly && <LanguageHint source={text} />}
      <div
        className={classes.editor}
        data-dropping={dropping || undefined}
        id="spec.build.functionSourceCode"
        {...drop}
      >
        <CodeEditor
          value={text}
          original={readOnly ? undefined : deployed}
          compares={compares}
          handle={setEditor}
          readOnly={readOnly}
          language={runtime.language}
          path={`${ref.namespace}/${ref.project}/${ref.name}/${readOnly ? 'filled' : 'source'}`}
          ariaLabel={
            readOnly
              ? `Source of ${ref.name}, as the server put it in`
              : `Source of ${ref.name}. Press Escape and then Tab to leave the editor.`
          }
          onChange={(next) => {
            set(next)
            setSaid(undefined)
          }}
        />
        {dropping && (
          <p className={classes.dropWords}>
            Drop a source to replace this one, or a function.yaml to open it
          </p>
        )}
      </div>
      <SourceTools
        text={text}
        encoded={encoded}
        fileName={fileName}
        editor={editor}
        readOnly={readOnly}
        compares={compares}
        onCompare={deployed === undefined || readOnly ? undefined : setCompares}
        onFormat={() => void format()}
        onFile={(file) => void take(file)}
      />
      {!readOnly && <EditLine said={said} />}
    </>
  )
}

/** Follows a fragment such as `#line-12` into the editor. */
function useLineLink(editor: EditorHandle | null): void {
  const { hash, key } = useLocation()
  useEffect(() => {
    const line = /^#line-(\d{1,7})$/.exec(hash)?.[1]
    if (line) editor?.reveal(Number(line))
  }, [editor, hash, key])
}

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** In the capture phase, before the editor takes what is dropped for a text to insert. */
function dropHandlers(setDropping: (dropping: boolean) => void, onFile: (file: File) => void) {
  return {
    onDragOverCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      setDropping(true)
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget
      if (!(to instanceof Node) || !event.currentTarget.contains(to)) setDropping(false)
    },
    onDropCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      setDropping(false)
      const file = event.dataTransfer.files[0]
      if (file) onFile(file)
    },
  }
}
