import { Input } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icon } from '@/components/Icon'
import { SearchInput } from '@/components/SearchInput'
import type { occurring } from '@/domain/function-filter'
import { runtimeOf } from '@/domain/runtimes'
import classes from './FunctionFilters.module.css'

interface FunctionFiltersProps {
  search: string
  onSearch: (value: string) => void
  group: string
  onGroup: (value: string) => void
  runtime: string
  onRuntime: (value: string) => void
  /** What there is to choose from. */
  present: ReturnType<typeof occurring>
  children: ReactNode
}

/** Search and filters above the list of functions. */
export function FunctionFilters(props: FunctionFiltersProps) {
  const { group, runtime, present } = props
  const groups = present.groups.map((each) => ({
    value: each.group,
    label: `${each.group.replaceAll('-', ' ')} (${each.count})`,
  }))
  const runtimes = present.runtimes.map((each) => ({
    value: each.family,
    label: `${runtimeOf(each.family).label} (${each.count})`,
  }))
  return (
    <div className={classes.filters}>
      <SearchInput label="Filter functions" value={props.search} onChange={props.onSearch} />
      <Choice label="State" all="any state" value={group} choices={groups} onChange={props.onGroup} />
      <Choice
        label="Runtime"
        all="any runtime"
        value={runtime}
        choices={runtimes}
        onChange={props.onRuntime}
      />
      {props.children}
    </div>
  )
}

interface ChoiceProps {
  label: string
  all: string
  value: string
  choices: { value: string; label: string }[]
  onChange: (value: string) => void
}

function Choice({ label, all, value, choices, onChange }: ChoiceProps) {
  // What the address asks for stays chosen when nothing of it is left.
  const isMissing = value !== '' && !choices.some((choice) => choice.value === value)
  return (
    <Input
      component="select"
      pointer
      className={classes.choice}
      aria-label={label}
      rightSection={<Icon name="chevron" size={14} />}
      rightSectionPointerEvents="none"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
      {isMissing && <option value={value}>{`${value.replaceAll('-', ' ')} (0)`}</option>}
    </Input>
  )
}
