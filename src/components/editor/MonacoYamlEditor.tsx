import { useEffect, useImperativeHandle, useRef } from 'react'
import classes from './CodeEditor.module.css'
import type { EditorHandle } from './CodeEditor'
import { MonacoEditor } from './MonacoEditor'
import { monaco } from './monaco'
import { markYaml, provideYamlSchema, yamlFileName } from './monaco-yaml'
import type { TextMark, YamlEditorProps } from './YamlEditor'

type Model = NonNullable<ReturnType<typeof monaco.editor.getModel>>

const nothing: NonNullable<YamlEditorProps['covered']> = []

/** YAML is judged as it is typed: that takes 5 ms as a rule, and 20 with a source of a megabyte in it. */
const shortYaml = 2_000_000

/** The editor itself. Imported only by {@link YamlEditor}, so that what YAML needs stays out of the source editor's chunk. */
export function MonacoYamlEditor(props: YamlEditorProps) {
  const { schema, marks, covered = nothing, handle, path, ...rest } = props
  const inner = useRef<EditorHandle>(null)
  const modelPath = `${path}/${yamlFileName(schema)}`
  const { value } = rest

  // Before the text's model is made by the editor below.
  provideYamlSchema(schema)

  useEffect(() => {
    const model = modelOf(modelPath)
    if (model) markYaml(model, marks && markersOf(model, marks))
    // The marks belong to the text as it is now.
  }, [modelPath, marks, value])

  // With the effect above, and like it after that of the editor which makes the model and sets its text.
  useEffect(() => {
    const model = modelOf(modelPath)
    if (!model) return
    const ids = model.deltaDecorations([], coversOf(model, covered))
    return () => {
      if (!model.isDisposed()) model.deltaDecorations(ids, [])
    }
  }, [modelPath, covered])

  useImperativeHandle(handle, () => {
    const editor = () => monaco.editor.getEditors().find((each) => each.getModel() === modelOf(modelPath))
    return {
      find: () => inner.current?.find(),
      goToLine: () => inner.current?.goToLine(),
      reveal: (line) => inner.current?.reveal(line),
      goTo(offset) {
        const position = modelOf(modelPath)?.getPositionAt(offset)
        const at = editor()
        if (!position || !at) return
        at.setPosition(position)
        at.revealPositionInCenter(position)
        at.focus()
      },
      format: () => void editor()?.getAction('editor.action.formatDocument')?.run(),
    }
  }, [modelPath])

  return <MonacoEditor {...rest} path={modelPath} language="yaml" shortChars={shortYaml} handle={inner} />
}

function modelOf(path: string): Model | null {
  return monaco.editor.getModel(monaco.Uri.from({ scheme: 'inmemory', path: `/${path}` }))
}

function coversOf(model: Model, ranges: typeof nothing) {
  return ranges.map(([from, to]) => ({
    range: monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to)),
    options: { description: 'covered', inlineClassName: classes.covered },
  }))
}

function markersOf(model: Model, marks: readonly TextMark[]) {
  const { Error: bad, Info: note } = monaco.MarkerSeverity
  return marks.map(({ from, to, message, tone }) => {
    const range = monaco.Range.fromPositions(
      model.getPositionAt(from),
      model.getPositionAt(Math.max(to, from + 1)),
    )
    return { ...range, message, severity: tone === 'bad' ? bad : note }
  })
}
