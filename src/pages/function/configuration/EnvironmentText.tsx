import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { EnvironmentVariable } from '@/api/generated/schema'
import { isSecretName } from '@/domain/function-secrets'
import { sameValue } from '@/lib/tree'
import { mendedValue } from '../draft/unread-texts'
import { FieldFrame } from '../form/FieldFrame'
import { useField } from '../form/use-field'
import { useUnreadText } from '../form/use-unread-text'
import { useWorkbench } from '../workbench'
import classes from './EnvironmentSection.module.css'
import { environmentText, withEnvironmentText } from './environment-rows'
import { configurationSettings as s } from './settings'

/** The plain variables as a .env text. A text that cannot be read stays, and the draft keeps the last that could. */
export function EnvironmentText({ onDone }: { onDone: () => void }) {
  const { control } = useWorkbench()
  const field = useField<EnvironmentVariable[]>(s.env.path, { whole: true })
  const variables = listOf(field.value)
  const [unread, keepText] = useUnreadText(s.env.path, field.value)
  const [isRevealed, setIsRevealed] = useState(false)
  /** A text that can be read, in the person's own writing, and what the draft has by it. */
  const [typed, setTyped] = useState<{ text: string; value: unknown }>()
  const own = typed && sameValue(typed.value, field.value) ? typed.text : undefined
  const text = unread?.text ?? own ?? environmentText(variables, isRevealed)
  const references = variables.filter(({ valueFrom }) => valueFrom)
  const hasSecrets = variables.some(({ name, value }) => value && isSecretName(name ?? ''))

  /** What a text makes of the variables that it was written about. */
  const readText = (next: string) => withEnvironmentText(unread ? listOf(unread.base) : variables, next)

  const type = (next: string) => {
    const { variables: edited, problems } = readText(next)
    if (problems.length > 0) return keepText(next)
    const value = edited.length > 0 ? edited : undefined
    setTyped({ text: next, value })
    const mended = unread ? mendedValue(unread, value, field.value, control.draft.config) : value
    field.set(mended as EnvironmentVariable[] | undefined)
    keepText(undefined)
  }
  const leave = () => {
    keepText(undefined)
    onDone()
  }
  const first = unread && readText(unread.text).problems[0]
  return (
    <FieldFrame field={field} label={s.env.label}>
      <Textarea
        id={field.id}
        label="Variables as text (.env)"
        description={
          references.length > 0
            ? `References are not in the text and stay as they are: ${references.map(({ name }) => name).join(', ')}.`
            : 'NAME=value, one a line. Quotes, comments and export are understood; nothing is expanded.'
        }
        error={
          first
            ? `Line ${first.line}: ${first.message}. The variables stay as they were until the text can be read.`
            : field.problem
        }
        classNames={{ input: classes.code }}
        autosize
        minRows={6}
        maxRows={24}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <Button variant="subtle" size="compact-sm" onClick={leave}>
          {unread ? 'Drop this text' : 'Edit in fields'}
        </Button>
        {hasSecrets && !unread && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setTyped(undefined)
              setIsRevealed(!isRevealed)
            }}
          >
            {isRevealed ? 'Cover secrets' : 'Show secrets'}
          </Button>
        )}
      </div>
    </FieldFrame>
  )
}

const listOf = (value: unknown): EnvironmentVariable[] =>
  Array.isArray(value) ? (value as EnvironmentVariable[]) : []
