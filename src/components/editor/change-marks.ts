import { lineChanges } from '@/lib/line-changes'
import classes from './CodeEditor.module.css'
import { monaco } from './monaco'

type CodeEditor = ReturnType<typeof monaco.editor.create>

export interface ChangeMarks {
  /** The text that lines are compared with; without one nothing is marked. */
  compareWith: (text: string | undefined) => void
  dispose: () => void
}

const quietMs = 200

const marks = { added: classes.added, changed: classes.changed, removed: classes.removed }

/** Marks in an editor's gutter the lines that differ from another text. */
export function createChangeMarks(editor: CodeEditor): ChangeMarks {
  const decorations = editor.createDecorationsCollection()
  let original: string[] | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const draw = () => {
    const model = editor.getModel()
    if (!model || !original) return decorations.clear()
    decorations.set(
      lineChanges(original, model.getLinesContent()).map(({ kind, from, to }) => ({
        range: new monaco.Range(Math.max(from, 1), 1, Math.max(to, 1), 1),
        options: { isWholeLine: true, linesDecorationsClassName: marks[kind] },
      })),
    )
  }
  const typed = editor.onDidChangeModelContent(() => {
    clearTimeout(timer)
    timer = setTimeout(draw, quietMs)
  })
  return {
    compareWith(text) {
      original = text?.split(/\r\n|\n|\r/)
      draw()
    },
    dispose() {
      clearTimeout(timer)
      typed.dispose()
    },
  }
}
