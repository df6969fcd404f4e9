import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent as ReactKeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { CodeEditorProps } from './CodeEditor'
import classes from './CodeEditor.module.css'
import { darkTheme, lightTheme } from './editor-themes'
import { monaco } from './monaco'

type StandaloneEditor = ReturnType<typeof monaco.editor.create>

const nothingToClose =
  '!suggestWidgetVisible && !findWidgetVisible && !editorHasMultipleSelections && !editorHasSelection && !inSnippetMode'

/** The editor itself. Imported only by {@link CodeEditor}, so that Monaco stays in a chunk of its own. */
export function MonacoEditor(props: CodeEditorProps) {
  const { value, onChange, onBlur, language, path, readOnly = false, ariaLabel } = props
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<StandaloneEditor>(undefined)
  const reported = useRef(value)
  const isPutting = useRef(false)
  const [focused, setFocused] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const scheme = useComputedColorScheme('light')

  const atStart = useEffectEvent(() => ({ value, language, readOnly, ariaLabel }))
  const onText = useEffectEvent((text: string) => {
    reported.current = text
    onChange?.(text)
  })
  const onLeft = useEffectEvent(() => onBlur?.())

  useEffect(() => {
    const element = host.current
    if (!element) return
    const start = atStart()
    const uri = monaco.Uri.from({ scheme: 'inmemory', path: `/${path}` })
    monaco.editor.getModel(uri)?.dispose()
    const model = monaco.editor.createModel(start.value, start.language, uri)
    reported.current = start.value
    const created = monaco.editor.create(element, {
      ...settings,
      model,
      readOnly: start.readOnly,
      ariaLabel: start.ariaLabel,
    })
    editor.current = created
    const letTabLeave = (leaves: boolean) => {
      created.updateOptions({ tabFocusMode: leaves })
      setLeaving(leaves)
    }
    created.addAction({
      id: 'nuclio.leave',
      label: 'Let Tab leave the editor',
      keybindings: [monaco.KeyCode.Escape],
      keybindingContext: nothingToClose,
      run: () => letTabLeave(true),
    })
    const subscriptions = [
      created.onDidChangeModelContent(() => {
        const text = model.getValue(undefined, true)
        if (isPutting.current) return onText(text)
        // At once, since React does not count the editor's input as urgent: the next key may deploy what was typed.
        flushSync(() => onText(text))
      }),
      created.onDidFocusEditorWidget(() => setFocused(true)),
      created.onDidBlurEditorWidget(() => {
        setFocused(false)
        letTabLeave(false)
        onLeft()
      }),
      created.onKeyDown((event) => {
        const { keyCode } = event
        const leaves = keyCode === monaco.KeyCode.Tab || keyCode === monaco.KeyCode.Shift
        if (!leaves && keyCode !== monaco.KeyCode.Escape) letTabLeave(false)
      }),
    ]
    return () => {
      for (const subscription of subscriptions) subscription.dispose()
      editor.current = undefined
      created.dispose()
      model.dispose()
    }
  }, [path])

  useEffect(() => {
    const model = editor.current?.getModel()
    if (!model || value === reported.current) return
    reported.current = value
    if (model.getValue(undefined, true) === value) return
    // An edit and not setValue: Ctrl+Z brings back what stood here before a restore or a discard.
    model.pushStackElement()
    isPutting.current = true
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: value }], () => null)
    isPutting.current = false
    model.pushStackElement()
  }, [value])

  useEffect(() => {
    const model = editor.current?.getModel()
    if (model) monaco.editor.setModelLanguage(model, language)
  }, [language, path])

  useEffect(() => editor.current?.updateOptions({ readOnly, ariaLabel }), [readOnly, ariaLabel])

  useEffect(() => monaco.editor.setTheme(scheme === 'dark' ? darkTheme : lightTheme), [scheme])

  return (
    <div className={classes.frame}>
      {}
      <div ref={host} className={classes.host} onKeyDownCapture={handOnPageKeys} />
      <p className={classes.hint} data-shown={focused || undefined}>
        {leaving
          ? 'Tab now leaves the editor.'
          : 'Tab indents. Press Esc and then Tab to leave, or Ctrl+M to switch.'}
      </p>
      <span className="visually-hidden" role="status">
        {leaving ? 'Tab now leaves the editor' : ''}
      </span>
    </div>
  )
}

const settings: Parameters<typeof monaco.editor.create>[1] = {
  automaticLayout: true,
  fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSize: 13,
  lineHeight: 20,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  lineNumbersMinChars: 4,
  padding: { top: 8, bottom: 8 },
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  fixedOverflowWidgets: true,
  smoothScrolling: false,
  tabSize: 4,
  detectIndentation: true,
  wordBasedSuggestions: 'currentDocument',
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
  unicodeHighlight: { ambiguousCharacters: false },
  accessibilityPageSize: 100,
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
