import { lazy, Suspense, type Ref } from 'react'
import classes from './CodeEditor.module.css'
import type { CodeEditorProps, EditorHandle } from './CodeEditor'

/** Something to say about a part of the text; offsets into it. */
export interface TextMark {
  from: number
  to: number
  message: string
  tone: 'bad' | 'note'
}

/** What a page can ask of an editor of YAML. */
export interface YamlEditorHandle extends EditorHandle {
  /** Puts the caret at an offset, and the focus into the editor. */
  goTo: (offset: number) => void
  /** Indents and spaces the whole text anew. */
  format: () => void
}

export interface YamlEditorProps extends Omit<
  CodeEditorProps,
  'language' | 'handle' | 'original' | 'compares'
> {
  /**
   * What the text has to be: JSON pointer into the schema of a function.yaml, such as `/definitions/Affinity`; the whole
   * document when left out. Gives completion, words on hover, and marks.
   */
  schema?: string
  /** Marks besides those of the schema; where both are, only these are shown. Left out when the page does not judge the text. */
  marks?: readonly TextMark[]
  /** Parts of the text that are drawn as dots, such as secrets; offsets from and to. */
  covered?: readonly (readonly [from: number, to: number])[]
  handle?: Ref<YamlEditorHandle>
}

const MonacoYamlEditor = lazy(async () => ({
  default: (await import('./MonacoYamlEditor')).MonacoYamlEditor,
}))

/** An editor for YAML that knows what a function may hold. Fills its parent; its code is loaded when it is first shown. */
export function YamlEditor(props: YamlEditorProps) {
  return (
    <Suspense
      fallback={
        <div className={classes.frame} aria-busy="true">
          <pre className={classes.skeleton}>{firstLines(props)}</pre>
          <p className={classes.hint}>Loading the editor…</p>
        </div>
      }
    >
      <MonacoYamlEditor {...props} />
    </Suspense>
  )
}

function firstLines({ value, covered = [] }: YamlEditorProps): string {
  const dots = covered.reduce(
    (text, [from, to]) => text.slice(0, from) + '•'.repeat(to - from) + text.slice(to),
    value,
  )
  return dots.split('\n', 60).join('\n').slice(0, 6000)
}
