import { Input, NativeSelect } from '@mantine/core'
import { useRef, type KeyboardEvent } from 'react'
import { Hint } from '@/components/Hint'
import { Icon } from '@/components/Icon'
import { IconButton } from '@/components/IconButton'
import { useShortcut } from '@/components/use-shortcut'
import type { SearchStatus } from '@/domain/logs/log-status'
import type { LogView } from '@/domain/logs/log-view'
import classes from './LogToolbar.module.css'
import type { FoundControl } from './use-found'
import { contexts, shows } from './view-address'

const showWords = { all: 'Mark matches', matching: 'Only matches', others: 'Without matches' }

interface SearchFieldProps {
  view: LogView
  change: (change: Partial<LogView>) => void
  search?: SearchStatus
  found: FoundControl
}

/** Searches in the log: text or an expression, from match to match, and whether the rest is shown. */
export function SearchField({ view, change, search, found }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const { query } = view
  useShortcut(
    '/',
    (event) => {
      event.preventDefault()
      input.current?.select()
      input.current?.focus()
    },
    'Search the log',
  )
  const flip = (key: 'isRegex' | 'matchesCase' | 'isWholeWord') => ({
    'aria-pressed': query[key],
    onClick: () => change({ query: { ...query, [key]: !query[key] } }),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') found.go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape' && query.text !== '') change({ query: { ...query, text: '' } })
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.search} role="search" aria-label="In the log">
      <Input
        ref={input}
        type="search"
        className={classes.field}
        classNames={{ input: classes.input }}
        leftSection={<Icon name="search" size={14} />}
        aria-label="Search the log"
        placeholder={query.isRegex ? 'timeout|refused' : 'Search the log'}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={search?.problem !== undefined || undefined}
        aria-describedby="log-search-said"
        value={query.text}
        onChange={(event) => change({ query: { ...query, text: event.currentTarget.value } })}
        onKeyDown={onKeyDown}
      />
      <span className={classes.flags}>
        <Hint label="Regular expression">
          <button type="button" className={classes.flag} aria-label="Regular expression" {...flip('isRegex')}>
            .*
          </button>
        </Hint>
        <Hint label="Match case">
          <button type="button" className={classes.flag} aria-label="Match case" {...flip('matchesCase')}>
            Aa
          </button>
        </Hint>
        <Hint label="Whole words">
          <button type="button" className={classes.flag} aria-label="Whole words" {...flip('isWholeWord')}>
            W
          </button>
        </Hint>
      </span>
      {query.text !== '' && (
        <>
          <span
            id="log-search-said"
            className={classes.said}
            data-bad={search?.problem ? true : undefined}
            title={search?.problem}
          >
            {searchWords(search, found)}
          </span>
          <span className={classes.flags}>
            <Hint label="Previous match (Shift+Enter)">
              <IconButton icon="up" label="Previous match" onClick={() => found.go(-1)} />
            </Hint>
            <Hint label="Next match (Enter)">
              <IconButton icon="down" label="Next match" onClick={() => found.go(1)} />
            </Hint>
          </span>
          <NativeSelect
            aria-label="What the search shows"
            className={classes.select}
            data={shows.map((value) => ({ value, label: showWords[value] }))}
            value={view.show}
            onChange={(event) => change({ show: event.currentTarget.value as LogView['show'] })}
          />
          {view.show === 'matching' && (
            <NativeSelect
              aria-label="Lines around each match"
              className={classes.select}
              data={contexts.map((count) => ({
                value: String(count),
                label: count === 0 ? 'no lines around' : `± ${count} lines`,
              }))}
              value={String(view.context)}
              onChange={(event) => change({ context: Number(event.currentTarget.value) })}
            />
          )}
        </>
      )}
    </div>
  )
}

function searchWords(search: SearchStatus | undefined, found: FoundControl): string {
  if (!search) return ''
  if (search.problem) return search.problem
  const count = search.matches.toLocaleString()
  const looked = search.progress < 1 ? `, ${Math.floor(search.progress * 100)} % looked at` : ''
  if (found.match && search.matches > 0) return `${found.match.ordinal.toLocaleString()} of ${count}${looked}`
  if (search.matches === 0) return search.progress < 1 ? `looking${looked}` : 'no match'
  return `${count} ${search.matches === 1 ? 'match' : 'matches'}${looked}`
}
