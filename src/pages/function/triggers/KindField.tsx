import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Trigger } from '@/api/generated/schema'
import { triggerKind, triggerKinds } from '@/domain/triggers/kinds'
import { whyNotAdd } from '@/domain/triggers/trigger-names'
import { FieldFrame } from '../form/FieldFrame'
import { useField } from '../form/use-field'
import { useWorkbench } from '../workbench'

/** The kind of a trigger. Another one keeps everything that is set, also what the new kind does not read. */
export function KindField({ name, trigger }: { name: string; trigger: Trigger }) {
  const { control } = useWorkbench()
  const field = useField<string>(['spec', 'triggers', name, 'kind'])
  const [refused, setRefused] = useState<string>()
  const { label, family, does } = triggerKind(trigger.kind)
  return (
    <FieldFrame field={field} label="Kind">
      <NativeSelect
        id={field.id}
        label="Kind"
        description={does}
        error={field.problem ?? refused}
        data={[
          ...(family === 'unknown' ? [{ value: trigger.kind, label }] : []),
          ...triggerKinds.map((one) => ({ value: one.kind, label: one.label })),
        ]}
        value={trigger.kind}
        onChange={(event) => {
          const kind = event.currentTarget.value
          const why = whyNotAdd(kind, control.draft.config.spec.triggers ?? {})
          setRefused(why)
          if (!why) field.set(kind)
        }}
      />
    </FieldFrame>
  )
}
