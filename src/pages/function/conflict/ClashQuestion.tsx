import { Textarea } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import type { FunctionConfig } from '@/api/generated/schema'
import { encodeSource } from '@/domain/function-config'
import type { Clash } from '@/domain/merge/merge-configs'
import { ScrollBox } from '../ScrollBox'
import { placeInWords } from '../place-name'
import { textOf, valueOf, withoutSecrets, writingOf } from './clash-text'
import classes from './ConflictTab.module.css'
import { linesAround } from './lines-around'

export interface Answer {
  choice: 'mine' | 'theirs' | 'other'
  /** Another value, as it is typed. */
  text: string
}

interface ClashQuestionProps {
  clash: Clash
  /** The draft, for what stands around a part of it. */
  config: FunctionConfig
  /** Values to cover; nothing when secrets are to be seen. */
  secrets: readonly string[] | undefined
  answer: Answer | undefined
  onAnswer: (answer: Answer) => void
}

const tall = 12

/** One place that both changed: what was there, what each made of it, and what is to stand. */
export function ClashQuestion({ clash, config, secrets, answer, onAnswer }: ClashQuestionProps) {
  const id = useId()
  const shown = (value: unknown) => textOf(clash, secrets ? withoutSecrets(clash, value, secrets) : value)
  const isCovered = [clash.mine, clash.theirs].some((value) => shown(value) !== textOf(clash, value))
  const around = linesAround(clash, config)
  const label = placeLabel(clash)
  const radio = (choice: Answer['choice'], words: string, disabled = false) => (
    <label className={classes.choice}>
      <input
        type="radio"
        name={id}
        value={choice}
        checked={answer?.choice === choice}
        disabled={disabled}
        aria-describedby={choice === 'other' ? undefined : `${id}-${choice}`}
        onChange={() => onAnswer({ choice, text: answer?.text || (textOf(clash, clash.mine) ?? '') })}
      />
      {words}
    </label>
  )
  const pane = (side: 'base' | 'theirs' | 'mine', head: ReactNode, words: string) => (
    <div className={classes.pane} data-side={side} data-chosen={answer?.choice === side || undefined}>
      <div className={classes.paneHead}>{head}</div>
      <Value id={`${id}-${side}`} label={`${words} of ${label}`} text={shown(clash[side])} around={around} />
    </div>
  )
  return (
    <fieldset className={classes.clash}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.panes}>
        {pane('base', <span className={classes.choice}>Before</span>, 'Before')}
        {pane('theirs', radio('theirs', 'Theirs'), 'Theirs')}
        {pane('mine', radio('mine', 'Mine'), 'Mine')}
      </div>
      <div className={classes.other}>
        {radio('other', 'Something else', isCovered)}
        {isCovered && <span className={classes.note}>Show the secrets first to write something else.</span>}
        {answer?.choice === 'other' && !isCovered && (
          <Textarea
            aria-label={`${label}, as it is to stand`}
            classNames={{ input: classes.input }}
            spellCheck={false}
            autoComplete="off"
            rows={Math.min(tall, answer.text.split('\n').length + 1)}
            value={answer.text}
            error={problemOf(clash, answer.text)}
            onChange={(event) => onAnswer({ choice: 'other', text: event.currentTarget.value })}
          />
        )}
      </div>
    </fieldset>
  )
}

function placeLabel({ path, part, base, mine }: Clash): string {
  const place = placeInWords(path)
  const words = place.charAt(0).toUpperCase() + place.slice(1)
  if (part?.of !== 'lines') return words
  const [start, end] = part.merged
  const isNone = (mine as unknown[]).length === 0 && (base as unknown[]).length > 0
  if (isNone || end <= start) return `${words}, at line ${start + 1}`
  return end - start === 1 ? `${words}, line ${end}` : `${words}, lines ${start + 1} to ${end}`
}

function problemOf(clash: Clash, text: string): string | undefined {
  if (writingOf(clash) !== 'yaml') return undefined
  try {
    valueOf(clash, text, encodeSource)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message.split('\n', 1)[0] : 'This is no YAML'
  }
}

interface ValueProps {
  id: string
  label: string
  text: string | undefined
  around: { before: string; after: string } | undefined
}

function Value({ id, label, text, around }: ValueProps) {
  if (text === undefined)
    return (
      <p id={id} className={classes.none}>
        not there
      </p>
    )
  const body = (
    <pre className={classes.value}>
      {around?.before && <span className={classes.around}>{around.before}</span>}
      <span id={id} className={around && classes.marked}>
        {text === '' ? <span className={classes.none}>{around ? '(no line)' : '(empty)'}</span> : text}
      </span>
      {around?.after && <span className={classes.around}>{around.after}</span>}
    </pre>
  )
  const isTall = text.split('\n').length > tall || text.length > 1_000
  return isTall ? (
    <ScrollBox label={label} className={classes.scroll}>
      {body}
    </ScrollBox>
  ) : (
    body
  )
}
