import { Input, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import classes from './QuantityField.module.css'
import { FieldFrame, useHelp, type FieldProps } from './FieldFrame'
import { quantityOf, quantityParts, type QuantityUnit } from './quantity-parts'
import { shownText } from './TextField'
import { useField } from './use-field'

interface QuantityFieldProps extends FieldProps {
  /** The units to choose from; the first is the one of a new value. */
  units: readonly QuantityUnit[]
  /** The default as a quantity, shown while the field is empty. */
  placeholder?: string
  problem?: string
}

/** An amount of something with its unit. Any text that Kubernetes takes is shown as it is, also in units that are not offered. */
export function QuantityField(props: QuantityFieldProps) {
  const { path, label, units, placeholder, problem } = props
  const field = useField<unknown>(path)
  const help = useHelp(props)
  const text = shownText(field.value)
  const { amount, unit } = quantityParts(text)
  const byDefault = quantityParts(placeholder ?? '')
  const [chosen, setChosen] = useState<string>()
  const shownUnit = text === '' ? (chosen ?? (placeholder ? byDefault.unit : units[0]?.value) ?? '') : unit
  const isOffered = units.some(({ value }) => value === shownUnit)
  const isPlain = text === '' || /^[+-]?[\d.]*$/.test(amount)
  const error = field.problem ?? problem
  return (
    <FieldFrame field={field} label={label}>
      <Input.Wrapper id={field.id} label={label} error={error} description={help}>
        <div className={classes.inputs}>
          <Input
            error={Boolean(error)}
            inputMode="decimal"
            autoComplete="off"
            placeholder={chosen === undefined || chosen === byDefault.unit ? byDefault.amount : ''}
            value={amount}
            onChange={(event) => field.set(quantityOf(event.currentTarget.value, shownUnit))}
            onBlur={() => text !== '' && setChosen(unit)}
          />
          <NativeSelect
            aria-label={`Unit of ${label}`}
            data={[
              ...(isPlain ? [] : [{ value: unit, label: 'as written' }]),
              ...(isOffered || !isPlain ? [] : [{ value: shownUnit, label: shownUnit }]),
              ...units.filter(({ value }) => isPlain || value !== unit),
            ]}
            value={shownUnit}
            onChange={(event) => {
              const next = event.currentTarget.value
              setChosen(next)
              if (text !== '') field.set(isPlain ? `${amount}${next}` : quantityOf(amount, next))
            }}
          />
        </div>
      </Input.Wrapper>
    </FieldFrame>
  )
}
