import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { bestMatches } from '@/lib/match'
import { Icon } from './Icon'
import classes from './FilterList.module.css'

export interface Choice {
  /** Unique in the list. */
  id: string
  label: string
  /** A dim word at the right: what it is, where it is. */
  note?: string
  current?: boolean
}

interface FilterListProps<Item extends Choice> {
  /** Names both the field and the list. */
  label: string
  items: readonly Item[]
  onPick: (item: Item) => void
  /** What answers to the typed text, best first; by the label when it is not given. */
  search?: (items: readonly Item[], query: string, limit: number) => { shown: Item[]; total: number }
  loading?: boolean
  /** Shown in place of the list when it cannot be had. */
  trouble?: ReactNode
}

const limit = 50

const byLabel = <Item extends Choice>(items: readonly Item[], query: string, most: number) =>
  bestMatches(items, query, (item) => item.label, most)

/** A field to type into and the list of what answers to it: arrows choose, Enter takes. Tens of thousands of items are fine. */
export function FilterList<Item extends Choice>({
  label,
  items,
  onPick,
  search = byLabel,
  loading,
  trouble,
}: FilterListProps<Item>) {
  const id = useId()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState<number>()
  const { shown, total } = search(items, query, limit)
  const currentAt = query === '' ? shown.findIndex((item) => item.current) : -1
  const at = Math.min(active ?? Math.max(currentAt, 0), shown.length - 1)

  const move = (to: number) => {
    const next = (to + shown.length) % Math.max(shown.length, 1)
    setActive(next)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: Math.min(at + 8, shown.length - 1),
      PageUp: Math.max(at - 8, 0),
    }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      move(step)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const item = shown[at]
      if (item) onPick(item)
    }
  }

  return (
    <div className={classes.box}>
      <input
        className={classes.input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${id}-${at}` : undefined}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it stands in a layer that was opened to type into it
        autoFocus
        data-autofocus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul className={classes.list} role="listbox" id={`${id}-list`} aria-label={label} aria-busy={loading}>
        {shown.map((item, index) => (
          // The keys are handled by the field, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            aria-current={item.current || undefined}
            className={classes.option}
            onPointerMove={() => setActive(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(item)}
          >
            <span className={classes.name} title={item.label}>
              {item.label}
            </span>
            {item.note && <span className={classes.note}>{item.note}</span>}
            {item.current && <Icon name="check" size={14} />}
          </li>
        ))}
      </ul>
      <p className={classes.foot} role="status">
        {loading ? 'Loading' : total === 0 && !trouble ? 'Nothing by this name' : ''}
        {total > shown.length ? `${total - shown.length} more; type to narrow` : ''}
      </p>
      {trouble}
    </div>
  )
}
