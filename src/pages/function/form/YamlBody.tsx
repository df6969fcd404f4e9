import { Button } from '@mantine/core'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { YamlEditor } from '@/components/editor/YamlEditor'
import { coverSecrets } from '@/domain/config-secrets'
import { sameValue, type Path } from '@/lib/tree'
import { mendedValue } from '../draft/unread-texts'
import { useWorkbench } from '../workbench'
import classes from './YamlBody.module.css'
import { YamlText } from './YamlText'
import { fieldId } from './use-field'
import { useUnreadText } from './use-unread-text'
import { readYaml, yamlOf, type YamlShape } from './yaml-text'

interface YamlBodyProps {
  label: string
  value: unknown
  onChange: (value: unknown) => void
  shape: YamlShape
  /** What it has to be: pointer into the schema of a function, as {@link YamlEditor} takes it. */
  schema: string
  /** The place that it edits. */
  path: Path
  help?: ReactNode
  problem?: string
  /** Put into the editor when there is nothing yet. */
  example?: string
}

const lineHeight = 20
const lines = { least: 6, most: 24 }

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)

/** A part of the draft as YAML: to read, and to edit when asked. What cannot be read stays, and the draft keeps the last that could. */
export function YamlBody(props: YamlBodyProps) {
  const { label, value, onChange, shape, schema, path, help, problem, example = '' } = props
  const { ref, control } = useWorkbench()
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  const [unread, keepText] = useUnreadText(path, value)
  /** The person's own words for the value that the draft has. */
  const [typed, setTyped] = useState<{ text: string; value: unknown }>()
  const [wanted, setWanted] = useState<boolean>()
  const own = typed && sameValue(typed.value, value) ? typed.text : undefined
  const text = unread?.text ?? own ?? yamlOf(value)
  const read = unread && readYaml(text, shape)
  const trouble = read && 'problem' in read ? read.problem : undefined
  const isOpen = wanted ?? trouble !== undefined
  const isBroken = trouble !== undefined

  // What was left unreadable must not lie folded away.
  useEffect(() => {
    if (!isBroken) return
    for (let at: Element | null = group.current; at; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true
  }, [isBroken])

  const type = (next: string) => {
    const now = readYaml(next, shape)
    if ('problem' in now) return keepText(next)
    const mended = unread ? mendedValue(unread, now.value, value, control.draft.config) : now.value
    setTyped({ text: next, value: now.value })
    onChange(mended)
    keepText(undefined)
  }
  const height = Math.min(Math.max(text.split('\n').length, lines.least), lines.most) * lineHeight + 40
  return (
    <div
      ref={group}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-help`}
      className={classes.body}
    >
      <div className={classes.head}>
        <span id={`${id}-label`} className={classes.label}>
          {label}
        </span>
        <Button
          ref={toggle}
          variant="subtle"
          size="compact-sm"
          aria-expanded={isOpen}
          aria-label={isOpen ? `Close the YAML of ${label}` : `Edit ${label} as YAML`}
          onClick={() => setWanted(!isOpen)}
        >
          {isOpen ? 'Close' : 'Edit as YAML'}
        </Button>
        {isOpen && text.trim() === '' && example && (
          <Button variant="subtle" size="compact-sm" onClick={() => type(example)}>
            Begin with an example
          </Button>
        )}
      </div>
      {isOpen ? (
        <div className={classes.editor} style={{ height }}>
          <YamlEditor
            value={text}
            schema={schema}
            path={`${ref.namespace}/${ref.project}/${ref.name}/${fieldId(path)}`}
            ariaLabel={`${label} as YAML. Press Escape and then Tab to leave the editor.`}
            onChange={type}
          />
        </div>
      ) : (
        !isEmpty(value) && (
          <div className={classes.preview}>
            <YamlText yaml={yamlOf(coverSecrets(value, path))} />
          </div>
        )
      )}
      {trouble && (
        <p className={classes.problem} role="status">
          {trouble.line === undefined ? '' : `Line ${trouble.line}: `}
          {trouble.message}. The text stays here; the function keeps what could last be read.{' '}
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Back to what could be read of ${label}`}
            onClick={() => {
              setTyped(undefined)
              keepText(undefined)
              setWanted(true)
              // This button goes, and must not take the focus along.
              toggle.current?.focus()
            }}
          >
            Back to what could be read
          </Button>
        </p>
      )}
      {problem && <p className={classes.problem}>{problem}</p>}
      <p id={`${id}-help`} className={classes.help}>
        {help}
      </p>
    </div>
  )
}
