import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'

// The list of suggestions itself, which the register of `suggest` leaves out.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'

// Only what a person uses in a source editor: the whole package is three times this.
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/diffEditor/register'
import 'monaco-editor/features/dnd/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/gotoLine/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/lineSelection/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/longLinesHelper/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/quickCommand/register'
import 'monaco-editor/features/readOnlyMessage/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/tokenization/register'
import 'monaco-editor/features/unicodeHighlighter/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'

import 'monaco-editor/languages/definitions/csharp/register'
import 'monaco-editor/languages/definitions/go/register'
import 'monaco-editor/languages/definitions/java/register'
import 'monaco-editor/languages/definitions/javascript/register'
import 'monaco-editor/languages/definitions/python/register'
import 'monaco-editor/languages/definitions/ruby/register'
import 'monaco-editor/languages/definitions/shell/register'

import { themes } from './editor-themes'
import { mendQuickInput } from './mend-quick-input'

// The worker is a file of our own origin: the page's policy allows no other, and there may be no network.
self.MonacoEnvironment = { getWorker: () => new EditorWorker() }

// In a source no suggestion is chosen by itself (see `suggestionsIn`); Tab takes the first one all the same.
monaco.editor.addKeybindingRule({
  keybinding: monaco.KeyCode.Tab,
  command: 'focusAndAcceptSuggestion',
  when: 'suggestWidgetVisible && !suggestWidgetHasFocusedSuggestion && textInputFocus',
})

mendQuickInput()

for (const [name, theme] of Object.entries(themes)) monaco.editor.defineTheme(name, theme)

export { monaco }
