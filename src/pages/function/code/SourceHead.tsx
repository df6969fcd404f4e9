import { NativeSelect, TextInput } from '@mantine/core'
import { functionKey } from '@/domain/function-key'
import { runtimeOf, runtimes } from '@/domain/runtimes'
import { shownText } from '../form/TextField'
import { useField } from '../form/use-field'
import { useWorkbench } from '../workbench'
import classes from './CodeTab.module.css'
import { entryProblem, entryTypeIn, entryTypes, switchEntryType } from './entry-types'
import { keptEntries } from './kept-entries'
import { codeSettings } from './settings'
import { handlerHint } from './source-language'

/** The kind of code, the handler and the runtime, in one line. */
export function SourceHead() {
  return (
    // The nearest place above the fields that a kind of code which is not chosen would have.
    <div className={classes.fields} id="spec.build.codeEntryAttributes">
      <EntryTypeField />
      <HandlerField />
      <RuntimeField />
    </div>
  )
}

function EntryTypeField() {
  const { ref, server, control } = useWorkbench()
  const { config, base } = control.draft
  const { id, problem } = useField(codeSettings.entryType.path)
  const type = entryTypeIn(config.spec)
  const key = functionKey('code', server, ref)
  const { family } = runtimeOf(config.spec.runtime)
  return (
    <NativeSelect
      id={id}
      classNames={{ root: classes.field, error: classes.fieldError }}
      label={codeSettings.entryType.label}
      data={entryChoices(type, entryTypeIn(base.spec))}
      value={type}
      error={problem ?? entryProblem(type, family)}
      onChange={(event) => {
        const to = event.currentTarget.value
        const next = switchEntryType(config.spec, to, keptEntries.read(key), base.spec)
        keptEntries.write(key, next.kept)
        control.edit(['spec'], next.spec)
      }}
    />
  )
}

function entryChoices(current: string, before: string) {
  const choices: { value: string; label: string }[] = entryTypes.map(({ id, label }) => ({
    value: id,
    label: id === 'jar' ? `${label} (Java only)` : label,
  }))
  for (const id of new Set([current, before]))
    if (choices.every(({ value }) => value !== id))
      choices.push({ value: id, label: id || 'A URL, whatever is there' })
  return choices
}

function HandlerField() {
  const { control } = useWorkbench()
  const { spec } = control.draft.config
  const { id, value, set, problem } = useField<unknown>(codeSettings.handler.path)
  const handler = shownText(value)
  const type = entryTypeIn(spec)
  const isNeeded = type === 'sourceCode'
  const { family, handler: usual } = runtimeOf(spec.runtime)
  return (
    <TextInput
      id={id}
      className={classes.handler}
      classNames={{ root: classes.field, error: classes.fieldError, description: classes.hint }}
      label={codeSettings.handler.label}
      description={handlerHint(family)}
      required={isNeeded}
      withAsterisk={false}
      spellCheck={false}
      autoComplete="off"
      placeholder={isNeeded ? undefined : usual}
      value={handler}
      error={problem ?? (isNeeded && handler.trim() === '' ? 'Enter the handler' : undefined)}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
}

function RuntimeField() {
  const { control } = useWorkbench()
  const { spec } = control.draft.config
  const { id, value, problem } = useField<unknown>(codeSettings.runtime.path)
  const runtime = shownText(value)
  return (
    <NativeSelect
      id={id}
      classNames={{ root: classes.field, error: classes.fieldError }}
      label={codeSettings.runtime.label}
      data={runtimeChoices(runtime)}
      value={runtime}
      error={problem}
      onChange={(event) => {
        const next = event.currentTarget.value
        // The usual handler of one language is none of another.
        const isUsual = spec.handler === runtimeOf(runtime).handler
        const handler = isUsual ? runtimeOf(next).handler : spec.handler
        control.edit(['spec'], { ...spec, runtime: next, handler })
      }}
    />
  )
}

function runtimeChoices(current: string) {
  const known = runtimes.map(({ id, label }) => ({ value: id, label }))
  if (known.some(({ value }) => value === current)) return known
  return [{ value: current, label: current === '' ? 'Choose a runtime' : runtimeOf(current).label }, ...known]
}
