import { useComputedColorScheme } from '@mantine/core'
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent as ReactKeyboardEvent,
} from 'react'
import { flushSync } from 'react-dom'
import { changedRange, editAfter, textEdits } from '@/lib/text-edits'
import { useListedShortcuts } from '../use-shortcut'
import type { CodeEditorProps } from './CodeEditor'
import classes from './CodeEditor.module.css'
import { useEditorSettings } from './editor-settings'
import { darkTheme, lightTheme } from './editor-themes'
import { createComparedView, createPlainView, optionsOf, suggestionsIn, type EditorView } from './editor-view'
import { letTabLeave } from './let-tab-leave'
import { monaco } from './monaco'
import { createTextReporter, type TextReporter } from './text-reporter'

type TextModel = ReturnType<typeof monaco.editor.createModel>
type ViewState = ReturnType<EditorView['editor']['saveViewState']>

const editorShortcuts = [
  { keys: 'mod+f', label: 'Find and replace in the editor' },
  { keys: 'ctrl+g', label: 'Go to a line' },
  { keys: 'ctrl+space', label: 'Suggest how to complete a word' },
  { keys: 'mod+/', label: 'Make lines a comment, or no comment' },
  { keys: 'mod+d', label: 'Select the next place with the same text' },
  { keys: 'alt+↑', label: 'Move lines up; Alt and ↓ moves them down' },
  { keys: 'F1', label: 'All commands of the editor' },
  { keys: 'escape+tab', label: 'Leave the editor: first Esc, then Tab' },
  { keys: 'ctrl+m', label: 'Let Tab leave the editor, or indent again' },
]

/** The text of a model with the line ends that it has. */
const textOf = (model: TextModel): string => model.getValue(undefined, true)

/** Languages that are usually indented by two columns. */
const twoColumns = new Set(['javascript', 'ruby', 'shell', 'yaml'])

/**
 * Handing on a source costs about 15 ms, most of it for what draws it, and ten more at a megabyte. A key in a longer source is to
 * be painted without that.
 */
const shortSource = 200_000

interface MonacoEditorProps extends CodeEditorProps {
  /** So many characters are handed on at every key; a longer text when the keys rest. */
  shortChars?: number
}

/** The editor itself. Imported only by {@link CodeEditor}, so that Monaco stays in a chunk of its own. */
export function MonacoEditor(props: MonacoEditorProps) {
  const { value, onChange, onBlur, language, path, readOnly = false, ariaLabel } = props
  const { original, handle } = props
  const compares = Boolean(props.compares) && original !== undefined
  const host = useRef<HTMLDivElement>(null)
  const model = useRef<TextModel>(undefined)
  const view = useRef<EditorView>(undefined)
  const viewState = useRef<ViewState>(null)
  const reporter = useRef<TextReporter>(undefined)
  const reported = useRef(value)
  const isPutting = useRef(false)
  const [focused, setFocused] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const settings = useEditorSettings()
  useListedShortcuts(editorShortcuts)
  const scheme = useComputedColorScheme('light')

  const atStart = useEffectEvent(() => ({
    value,
    language,
    readOnly,
    ariaLabel,
    original,
    ...suggestionsIn(language),
    ...optionsOf(settings),
  }))
  const shortChars = useEffectEvent(() => props.shortChars ?? shortSource)
  const onText = useEffectEvent((text: string) => {
    reported.current = text
    onChange?.(text)
  })
  const onLeft = useEffectEvent(() => onBlur?.())

  useEffect(() => {
    const uri = monaco.Uri.from({ scheme: 'inmemory', path: `/${path}` })
    monaco.editor.getModel(uri)?.dispose()
    const start = atStart()
    const made = monaco.editor.createModel(start.value, start.language, uri)
    const text = { getValue: () => textOf(made), getValueLength: () => made.getValueLength() }
    const reports = createTextReporter(text, shortChars(), (now, atOnce) => {
      // At once, since React does not count the editor's input as urgent: the next key may deploy what was typed.
      if (atOnce) flushSync(() => onText(now))
      else onText(now)
    })
    model.current = made
    reporter.current = reports
    reported.current = start.value
    viewState.current = null
    const typed = made.onDidChangeContent(() => {
      if (!isPutting.current) reports.changed()
    })
    return () => {
      reports.dispose()
      typed.dispose()
      // A view of two texts complains when one of them goes before it does, and it is cleaned up after this.
      queueMicrotask(() => {
        if (!made.isDisposed()) made.dispose()
      })
    }
  }, [path])

  useEffect(() => {
    const element = host.current
    if (!element || !model.current) return
    const { readOnly, ariaLabel, original, ...options } = atStart()
    const start = { ...options, readOnly, ariaLabel }
    const made = compares
      ? createComparedView(element, model.current, start, {
          text: original ?? '',
          // It cannot be typed in, so how to leave it need not be said.
          label: `Deployed: ${ariaLabel?.split('. ')[0]}`,
        })
      : createPlainView(element, model.current, start)
    made.compareWith(original)
    made.editor.restoreViewState(viewState.current)
    view.current = made
    const parts = [
      letTabLeave(made.editor, setLeaving),
      made.editor.onDidFocusEditorWidget(() => setFocused(true)),
      made.editor.onDidBlurEditorWidget(() => {
        setFocused(false)
        reporter.current?.flush()
        onLeft()
      }),
    ]
    return () => {
      viewState.current = made.editor.saveViewState()
      view.current = undefined
      for (const part of parts) part.dispose()
      made.dispose()
    }
  }, [path, compares])

  useEffect(() => {
    const shown = model.current
    if (!shown || value === reported.current) return
    const before = reported.current
    reported.current = value
    isPutting.current = true
    put(shown, before, value, reporter.current?.isWaiting() ?? false)
    isPutting.current = false
  }, [value])

  useEffect(() => {
    if (model.current) monaco.editor.setModelLanguage(model.current, language)
  }, [language, path])

  useEffect(() => view.current?.compareWith(original), [original, path, compares])

  useEffect(
    () => view.current?.update({ readOnly, ariaLabel, ...optionsOf(settings) }),
    [readOnly, ariaLabel, settings],
  )

  const { tabSize, theme } = settings
  useEffect(() => {
    // By the file first: whether it is indented by tabs is not the person's choice. Where it does not tell, as the language is written.
    model.current?.detectIndentation(language !== 'go', tabSize || (twoColumns.has(language) ? 2 : 4))
    if (tabSize) model.current?.updateOptions({ tabSize, indentSize: tabSize })
  }, [tabSize, language, path])

  useEffect(() => {
    const isDark = theme === 'page' ? scheme === 'dark' : theme === 'dark'
    monaco.editor.setTheme(isDark ? darkTheme : lightTheme)
  }, [scheme, theme])

  useImperativeHandle(handle, () => {
    const run = (command: string) => {
      view.current?.editor.focus()
      view.current?.editor.trigger('page', command, null)
    }
    return {
      find: () => run('actions.find'),
      goToLine: () => run('editor.action.gotoLine'),
      reveal(line) {
        const editor = view.current?.editor
        const lines = editor?.getModel()?.getLineCount() ?? 1
        const lineNumber = Math.min(Math.max(line, 1), lines)
        editor?.setPosition({ lineNumber, column: 1 })
        editor?.revealLineInCenter(lineNumber)
        editor?.focus()
      },
    }
  }, [])

  return (
    <div className={classes.frame}>
      {}
      <div ref={host} className={classes.host} onKeyDownCapture={handOnPageKeys} />
      <p className={classes.hint} data-shown={focused || undefined}>
        {hintOf(readOnly, leaving)}
      </p>
      <span className="visually-hidden" role="status">
        {leaving ? 'Tab now leaves the editor' : ''}
      </span>
    </div>
  )
}

function hintOf(readOnly: boolean, leaving: boolean): string {
  if (readOnly) return 'This cannot be edited here. Tab leaves it.'
  if (leaving) return 'Tab now leaves the editor.'
  return 'Tab indents. Press Esc and then Tab to leave, or Ctrl+M to switch.'
}

/**
 * Brings a text that was changed elsewhere into the editor: only what differs is replaced, so that caret, selection and scroll
 * stay, and Ctrl+Z brings back what stood there. What was typed and not handed on yet stays too; where both changed the same,
 * what was typed wins.
 */
function put(model: TextModel, before: string, after: string, typedMore: boolean): void {
  const now = textOf(model)
  if (now === after) return
  let edits = textEdits(now, after)
  if (typedMore) {
    const theirs = changedRange(before, after)
    const edit = theirs && editAfter(theirs, changedRange(before, now))
    edits = edit ? [edit] : []
  }
  if (edits.length === 0) return
  const at = (offset: number) => model.getPositionAt(offset)
  model.pushStackElement()
  model.pushEditOperations(
    [],
    edits.map(({ from, to, text }) => ({ range: monaco.Range.fromPositions(at(from), at(to)), text })),
    () => null,
  )
  model.pushStackElement()
}

/** Ctrl/Cmd+K opens the jump-to box everywhere; in here it would begin one of the editor's two-key commands. */
function handOnPageKeys(event: ReactKeyboardEvent<HTMLDivElement>) {
  const { nativeEvent } = event
  const isJump =
    (nativeEvent.ctrlKey || nativeEvent.metaKey) && !nativeEvent.altKey && nativeEvent.key === 'k'
  if (!isJump) return
  event.preventDefault()
  nativeEvent.stopImmediatePropagation()
  event.currentTarget.parentElement?.dispatchEvent(new KeyboardEvent('keydown', keyInit(nativeEvent)))
}

function keyInit(event: KeyboardEvent): KeyboardEventInit {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event
  return { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true }
}
