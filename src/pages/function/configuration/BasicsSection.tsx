import type { LoggerSink } from '@/api/generated/schema'
import { durationMilliseconds } from '@/domain/go-duration'
import { valueAt } from '@/lib/tree'
import { ListField } from '../form/ListField'
import { NumberField } from '../form/NumberField'
import { RowSelect, RowText } from '../form/RowInputs'
import { Section } from '../form/Section'
import { SwitchField } from '../form/SwitchField'
import { TextField } from '../form/TextField'
import { useWorkbench } from '../workbench'
import { configurationSections } from './sections'
import { configurationSettings as s } from './settings'
import { useEmbeddedNote } from './use-embedded'
import { usePlatformDefault } from './use-platform-default'

const levels = ['debug', 'info', 'warn', 'error']

/** What the function is called and does, how long it may take, and what it logs. */
export function BasicsSection() {
  const { fn, control } = useWorkbench()
  const timeout = valueAt(control.draft.config, s.eventTimeout.path)
  const readiness = usePlatformDefault(s.readinessTimeout.path)
  const logNote = useEmbeddedNote('The embedded platform keeps every level, and these for another platform.')
  const gateways = fn.status.apiGateways ?? []
  const isDisabled = valueAt(control.draft.config, s.disable.path) === true
  return (
    <Section {...configurationSections.basics}>
      <TextField {...s.description} />
      <SwitchField
        {...s.disable}
        inverted
        disabledReason={
          gateways.length > 0 && !isDisabled
            ? `It cannot be disabled while an API gateway leads to it: ${gateways.join(', ')}.`
            : undefined
        }
      />
      <TextField
        {...s.eventTimeout}
        placeholder="no limit"
        problem={
          typeof timeout === 'string' && timeout !== '' && durationMilliseconds(timeout) === undefined
            ? 'Write a number with a unit, such as 30s, 5m or 1m30s'
            : undefined
        }
      />
      <NumberField {...s.readinessTimeout} unit="s" placeholder={readiness ?? '120'} />
      <SwitchField {...s.waitReadiness} />
      <ListField<LoggerSink>
        {...s.loggerSinks}
        help={[s.loggerSinks.help, logNote].filter(Boolean).join(' ')}
        item="level"
        blank={{ level: 'debug', sink: '' }}
        nameOf={({ sink, level }) => `level ${level} of ${sink || 'the platform’s sinks'}`}
      >
        {({ item, set, problemAt, index }) => (
          <>
            <RowSelect
              label={`Level ${index + 1}`}
              choices={levels}
              value={item.level}
              problem={problemAt('level')}
              onChange={(level) => set({ ...item, level: level as LoggerSink['level'] })}
            />
            <RowText
              label={`Sink of level ${index + 1}`}
              placeholder="the platform’s sinks"
              keepEmpty
              value={item.sink}
              problem={problemAt('sink')}
              onChange={(sink) => set({ ...item, sink })}
            />
          </>
        )}
      </ListField>
    </Section>
  )
}
