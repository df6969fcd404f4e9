import { monaco } from './monaco'

type CodeEditor = ReturnType<typeof monaco.editor.create>

const nothingToClose =
  '!suggestWidgetVisible && !findWidgetVisible && !editorHasMultipleSelections && !editorHasSelection && !inSnippetMode && !inQuickInput'

const { KeyCode, KeyMod } = monaco

/** Whether Tab leaves editors until it is told otherwise; for all of them, as long as the page lives. */
let alwaysLeaves = false

/**
 * Gives the keyboard a way out of an editor in which Tab indents: after Escape the next Tab leaves, and Ctrl+M makes it leave from
 * then on. `onLeaving` hears whether it would.
 */
export function letTabLeave(
  editor: CodeEditor,
  onLeaving: (leaves: boolean) => void,
): { dispose: () => void } {
  const set = (leaves: boolean) => {
    editor.updateOptions({ tabFocusMode: leaves })
    onLeaving(leaves)
  }
  const usual = () => set(alwaysLeaves)
  const parts = [
    editor.addAction({
      id: 'nuclio.leave',
      label: 'Let the next Tab leave the editor',
      keybindings: [KeyCode.Escape],
      keybindingContext: nothingToClose,
      run: () => set(true),
    }),
    editor.addAction({
      id: 'nuclio.tab',
      label: 'Let Tab leave the editor, or indent again',
      // The second is Ctrl on a Mac.
      keybindings: [KeyMod.CtrlCmd | KeyCode.KeyM, KeyMod.WinCtrl | KeyCode.KeyM],
      run: () => {
        alwaysLeaves = !alwaysLeaves
        usual()
      },
    }),
    editor.onDidFocusEditorWidget(usual),
    editor.onDidBlurEditorWidget(usual),
    editor.onKeyDown(({ keyCode }) => {
      const leaves = keyCode === KeyCode.Tab || keyCode === KeyCode.Shift
      if (!leaves && keyCode !== KeyCode.Escape) usual()
    }),
  ]
  return { dispose: () => parts.forEach((part) => part.dispose()) }
}
