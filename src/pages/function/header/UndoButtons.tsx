import { IconButton } from '@/components/IconButton'
import { keyCaps, useShortcut } from '@/components/use-shortcut'
import { useWorkbench } from '../workbench'

/** Takes back edits of any tab, one step at a time, and does them again; by keyboard wherever no text has its own undo. */
export function UndoButtons() {
  const { undo, redo, undoLabel, redoLabel } = useWorkbench().control
  const onPage = (run: () => void) => (event: KeyboardEvent) => {
    if (hasOwnUndo(event.target)) return
    event.preventDefault()
    run()
  }
  useShortcut('mod+z', onPage(undo), 'Undo the last edit')
  useShortcut('mod+shift+z', onPage(redo), 'Redo')
  useShortcut('mod+y', onPage(redo))
  return (
    <>
      <IconButton
        icon="undo"
        label="Undo"
        title={hint('Undo', undoLabel, 'mod+z')}
        aria-keyshortcuts="Control+Z Meta+Z"
        aria-disabled={!undoLabel || undefined}
        onClick={undo}
      />
      <IconButton
        icon="redo"
        label="Redo"
        title={hint('Redo', redoLabel, 'mod+shift+z')}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        aria-disabled={!redoLabel || undefined}
        onClick={redo}
      />
    </>
  )
}

function hint(verb: string, label: string | undefined, keys: string): string {
  return label ? `${verb}: ${label} (${keyCaps(keys).join('+')})` : `Nothing to ${verb.toLowerCase()}`
}

const textInputs = /^(text|search|url|email|tel|password|number|date|time|datetime-local|month|week|)$/

/** Texts take back their own keystrokes, and dialogs are not about the draft. */
function hasOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('dialog, .monaco-editor')) return true
  if (target instanceof HTMLInputElement) return textInputs.test(target.type) && !target.readOnly
  return target instanceof HTMLTextAreaElement
}
