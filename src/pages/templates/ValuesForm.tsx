import { NativeSelect, TextInput } from '@mantine/core'
import { useId } from 'react'
import { CoveredInput } from '@/components/CoveredInput'
import type { AskedValue } from '@/domain/templates/template-choice'
import { rangeWords, valueLabel, valueProblem, type ValueTexts } from '@/domain/templates/template-values'
import { isSecretValue } from './kept-entries'
import classes from './ValuesForm.module.css'

interface ValuesFormProps {
  values: readonly AskedValue[]
  texts: ValueTexts
  onChange: (name: string, text: string) => void
}

/** What a template asks for, one field each. */
export function ValuesForm({ values, texts, onChange }: ValuesFormProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes.form}>
      <h3 id={id}>Values</h3>
      <div className={classes.fields}>
        {values.map((value) => (
          <ValueField
            key={value.name}
            value={value}
            text={texts[value.name] ?? ''}
            onChange={(text) => onChange(value.name, text)}
          />
        ))}
      </div>
    </section>
  )
}

interface ValueFieldProps {
  value: AskedValue
  text: string
  onChange: (text: string) => void
}

function ValueField({ value, text, onChange }: ValueFieldProps) {
  const problem = valueProblem(value, text)
  const help = [value.description?.trim().replace(/\.$/, ''), rangeWords(value)].filter(Boolean).join('. ')
  const common = {
    label: valueLabel(value) + (value.required ? '' : ', if you like'),
    description: help || undefined,
    'aria-required': value.required || undefined,
    // What is only empty is no mistake yet; the button says that it is needed.
    error: problem && !problem.isMissing ? problem.words : undefined,
    value: text,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      onChange(event.currentTarget.value),
  }
  const choices = value.attributes?.choices
  if (value.kind === 'choice' && choices) {
    const known = choices.map(String)
    // Nothing is chosen yet, or what is chosen is no choice any more: then the list says so itself.
    const first = known.includes(text) ? [] : [{ value: text, label: text || 'Choose…' }]
    const none = value.required || text === '' ? [] : [{ value: '', label: 'None' }]
    return <NativeSelect {...common} data={[...first, ...none, ...known]} />
  }
  if (isSecretValue(value)) return <CoveredInput {...common} name={valueLabel(value)} />
  return (
    <TextInput
      {...common}
      inputMode={value.kind === 'number' ? 'decimal' : undefined}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
