import { Textarea } from '@mantine/core'
import { useId, useRef, type Ref } from 'react'
import { jsonProblemLine } from '@/domain/console/json-problem'
import type { RequestProblem } from '@/domain/console/request-problems'
import classes from './RequestForm.module.css'

interface TextBodyProps {
  ref: Ref<HTMLTextAreaElement>
  text: string
  onText: (text: string) => void
  problem?: RequestProblem
}

/** A body that is typed. What is wrong with it as JSON stands under it, and leads to its place. */
export function TextBody({ ref, text, onText, problem }: TextBodyProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const { line, column } = problem ?? {}
  const goTo = () => {
    const area = box.current?.querySelector('textarea')
    if (!area || line === undefined || column === undefined) return
    const at = offsetOf(text, line, column)
    area.focus()
    area.setSelectionRange(at, Math.min(at + 1, text.length))
    const lines = text.split('\n').length
    area.scrollTop = Math.max(0, (area.scrollHeight * (line - 1)) / lines - area.clientHeight / 2)
  }
  return (
    <div ref={box} className={classes.text}>
      <Textarea
        ref={ref}
        aria-label="Body"
        aria-describedby={problem && id}
        aria-invalid={line !== undefined || undefined}
        classNames={{ root: classes.grow, wrapper: classes.grow, input: classes.code }}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {problem && line !== undefined && column !== undefined && (
        <button type="button" id={id} className={classes.fault} onClick={goTo}>
          {jsonProblemLine({ at: 0, line, column, words: problem.words.replace(/^Not valid JSON: /, '') })}
        </button>
      )}
    </div>
  )
}

function offsetOf(text: string, line: number, column: number): number {
  let at = 0
  for (let count = 1; count < line; count += 1) {
    const next = /\r\n|\r|\n/.exec(text.slice(at))
    if (!next) break
    at += next.index + next[0].length
  }
  return at + column - 1
}
