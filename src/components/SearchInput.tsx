import { Input } from '@mantine/core'
import { useRef } from 'react'
import { Icon } from './Icon'
import { useShortcut } from './use-shortcut'
import classes from './SearchInput.module.css'

interface SearchInputProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
}

/** The filter above a list. `/` goes to it, Escape empties it, Down goes to the first row. */
export function SearchInput({ label, value, onChange, placeholder }: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null)
  useShortcut(
    '/',
    (event) => {
      event.preventDefault()
      input.current?.select()
      input.current?.focus()
    },
    label,
  )
  return (
    <Input
      ref={input}
      type="search"
      className={classes.search}
      classNames={{ input: classes.input }}
      leftSection={<Icon name="search" size={14} />}
      aria-label={label}
      placeholder={placeholder ?? label}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('tbody a, [data-rows] a')?.focus()
        else if (event.key === 'Escape' && value !== '') onChange('')
        else return
        event.preventDefault()
      }}
    />
  )
}
