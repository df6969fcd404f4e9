import { createChangeMarks } from './change-marks'
import type { EditorSettings } from './editor-settings'
import { monaco } from './monaco'

type CodeEditor = ReturnType<typeof monaco.editor.create>
type TextModel = ReturnType<typeof monaco.editor.createModel>
type EditorOptions = Parameters<CodeEditor['updateOptions']>[0]

/** One way to look at a text: alone, or beside what it is compared with. */
export interface EditorView {
  /** The one that is typed in. */
  editor: CodeEditor
  update: (options: EditorOptions) => void
  compareWith: (original: string | undefined) => void
  dispose: () => void
}

const shared: EditorOptions = {
  automaticLayout: true,
  fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  lineNumbersMinChars: 4,
  padding: { top: 8, bottom: 8 },
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  fixedOverflowWidgets: true,
  smoothScrolling: false,
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
  unicodeHighlight: { ambiguousCharacters: false },
  accessibilityPageSize: 100,
}

/**
 * A source is completed by its own words, which are only guesses: none is chosen while one types, so that Enter stays a line break.
 * What YAML may hold is known, and its first suggestion is as good as typed.
 */
export function suggestionsIn(language: string): EditorOptions {
  const isKnown = language === 'yaml'
  return {
    wordBasedSuggestions: isKnown ? 'off' : 'currentDocument',
    suggest: { selectionMode: isKnown ? 'always' : 'whenTriggerCharacter', showStatusBar: false },
  }
}

/** Side by side needs room for two times some sixty characters. */
const sideBySideFrom = 1000

/** Pixels of text below which a side is hidden. */
const leastColumns = 100

/** What the person's settings mean for an editor. */
export function optionsOf({ fontSize, wordWrap, minimap }: EditorSettings): EditorOptions {
  return {
    fontSize,
    lineHeight: Math.round(fontSize * 1.54),
    wordWrap: wordWrap ? 'on' : 'off',
    minimap: { enabled: minimap },
  }
}

/** The text alone, with marks at the lines that differ from what it is compared with. */
export function createPlainView(element: HTMLElement, model: TextModel, options: EditorOptions): EditorView {
  const editor = monaco.editor.create(element, { ...shared, ...options, model })
  const marks = createChangeMarks(editor)
  return {
    editor,
    update: (changed) => editor.updateOptions(changed),
    compareWith: marks.compareWith,
    dispose() {
      marks.dispose()
      editor.dispose()
    },
  }
}

/** The text beside what it is compared with, which cannot be typed in; below some width one within the other. */
export function createComparedView(
  element: HTMLElement,
  model: TextModel,
  options: EditorOptions,
  compared: { text: string; label: string },
): EditorView {
  // With its text from the start: a first comparison with nothing would show everything as added.
  const original = monaco.editor.createModel(compared.text, model.getLanguageId())
  let label = options.ariaLabel ?? ''
  const diff = monaco.editor.createDiffEditor(element, {
    ...shared,
    ...options,
    originalEditable: false,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: sideBySideFrom,
    renderGutterMenu: false,
    renderOverviewRuler: false,
    hideUnchangedRegions: { enabled: false },
  })
  // Made here, because one that the editor makes itself outlives it, and throws when a comparison under way finds no texts.
  const comparison = diff.createViewModel({ original, modified: model })
  diff.setModel(comparison)
  const editor = diff.getModifiedEditor()
  // Who only reads is shown what differs first; who types stays at the caret.
  const revealing = diff.onDidUpdateDiff(() => {
    revealing.dispose()
    if (options.readOnly) diff.revealFirstDiff()
  })
  const before = diff.getOriginalEditor()
  const labels = [keepLabel(before, () => compared.label), keepLabel(editor, () => label)]
  // Without room beside the text it is not even there, and nothing to come to with Tab.
  const placeInTabOrder = () =>
    before.updateOptions({ tabIndex: before.getLayoutInfo().contentWidth > leastColumns ? 0 : -1 })
  placeInTabOrder()
  const placing = before.onDidLayoutChange(placeInTabOrder)
  return {
    editor,
    update(changed) {
      label = changed.ariaLabel ?? label
      diff.updateOptions(changed)
    },
    compareWith(text = '') {
      if (text !== original.getValue(undefined, true)) original.setValue(text)
    },
    dispose() {
      for (const part of [...labels, revealing, placing]) part.dispose()
      diff.dispose()
      comparison.dispose()
      original.dispose()
    },
  }
}

/** Holds the name of one side: the editor of both forgets it whenever it has more or less room. */
function keepLabel(editor: CodeEditor, label: () => string): { dispose: () => void } {
  const put = () => {
    if (editor.getOption(monaco.editor.EditorOption.ariaLabel) !== label())
      editor.updateOptions({ ariaLabel: label() })
  }
  put()
  return editor.onDidChangeConfiguration(put)
}
