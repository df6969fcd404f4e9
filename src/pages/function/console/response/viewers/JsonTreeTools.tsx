import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ActionMenu } from '@/components/ActionMenu'
import { IconButton } from '@/components/IconButton'
import classes from './JsonTree.module.css'

interface JsonTreeToolsProps {
  leading: ReactNode
  rowCount: number
  hitCount: number
  /** Which place of the search is shown, counted from 0. */
  hit?: number
  onSearch: (query: string) => void
  onHit: (index: number) => void
  onOpenAll: () => void
  onCloseAll: () => void
  /** Of the row that is chosen. */
  path?: string
  onCopyPath: () => void
  onCopyValue: () => void
}

/** Milliseconds that the keys rest before a search begins. */
const restFor = 150

/** Search, opening and copying for a tree of JSON. */
export function JsonTreeTools(props: JsonTreeToolsProps) {
  const { rowCount, hitCount, hit = 0, onSearch, onHit, path } = props
  const [query, setQuery] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string) => {
    setQuery(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(text), restFor)
  }
  const step = (by: number) => {
    if (hitCount > 0) onHit((hit + by + hitCount) % hitCount)
  }
  return (
    <div className={classes.tools}>
      {props.leading}
      <input
        type="search"
        className={classes.search}
        aria-label="Search in the JSON"
        placeholder="Search"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          step(event.shiftKey ? -1 : 1)
        }}
      />
      {query !== '' && (
        <>
          <span className={classes.said} role="status">
            {hitCount === 0
              ? 'Nothing found'
              : `${(hit + 1).toLocaleString('en')} of ${hitCount.toLocaleString('en')}`}
          </span>
          <IconButton icon="up" label="Previous place" onClick={() => step(-1)} />
          <IconButton icon="down" label="Next place" onClick={() => step(1)} />
        </>
      )}
      <ActionMenu
        label="Actions on the JSON"
        actions={[
          {
            label: path ? `Copy path ${short(path)}` : 'Copy path',
            onSelect: props.onCopyPath,
            disabledReason: path ? undefined : 'Choose a row first',
          },
          { label: 'Copy value', onSelect: props.onCopyValue },
          { label: 'Open all', onSelect: props.onOpenAll },
          { label: 'Close all', onSelect: props.onCloseAll },
        ]}
      />
      <span className={classes.said}>{rowCount.toLocaleString('en')} rows</span>
    </div>
  )
}

const short = (path: string): string => (path.length > 40 ? `…${path.slice(-39)}` : path)
