import { ActButton } from '@/components/ActButton'
import { indentJson, minifyJson } from '@/domain/console/json-format'
import classes from './RequestForm.module.css'

interface JsonToolsProps {
  text: string
  /** Whether it is known to be no JSON. */
  isFaulty: boolean
  area: HTMLTextAreaElement | null
  onText: (text: string) => void
}

/** Characters of a text that browsers replace step by step, so that it can be undone. */
const undoLimit = 200_000

/** Spaces a JSON text out, or takes the spaces away. */
export function JsonTools({ text, isFaulty, area, onText }: JsonToolsProps) {
  const apply = (format: (text: string) => string | undefined) => {
    const next = format(text)
    if (next === undefined || next === text) return
    // As if it were typed, so that the browser can undo it.
    const isTyped =
      area !== null && text.length + next.length < undoLimit && replaceAll(area, next) && area.value === next
    if (!isTyped) onText(next)
  }
  const reason =
    text.trim() === '' ? 'There is nothing to format' : isFaulty ? 'Correct the JSON first' : undefined
  return (
    <>
      <ActButton
        variant="subtle"
        className={classes.tool}
        aria-label="Format the JSON"
        disabledReason={reason}
        onClick={() => apply((json) => indentJson(json))}
      >
        Format
      </ActButton>
      <ActButton
        variant="subtle"
        className={classes.tool}
        aria-label="Minify the JSON"
        disabledReason={reason}
        onClick={() => apply((json) => minifyJson(json))}
      >
        Minify
      </ActButton>
    </>
  )
}

function replaceAll(area: HTMLTextAreaElement, text: string): boolean {
  const focused = document.activeElement
  area.focus()
  area.select()
  const isDone = document.execCommand('insertText', false, text)
  if (focused instanceof HTMLElement) focused.focus()
  return isDone
}
