import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import classes from './TabStrip.module.css'

export interface TabItem<Id extends string> {
  id: Id
  /** Its accessible name. */
  label: string
  /** A number or a word beside it. */
  mark?: ReactNode
}

interface TabStripProps<Id extends string> {
  /** Names the list of tabs. */
  label: string
  tabs: readonly TabItem<Id>[]
  value: Id
  onChange: (id: Id) => void
  /** Stands at the end of the line. */
  extra?: ReactNode
  className?: string
  /** The panel of the tab that is chosen. */
  children: ReactNode
}

/** Views of one thing in one place: arrows, Home and End walk along the tabs, and Tab goes into the panel. */
export function TabStrip<Id extends string>(props: TabStripProps<Id>) {
  const { label, tabs, value, onChange, extra, className, children } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === value)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    onChange(next.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus()
  }

  return (
    <div className={`${classes.box} ${className ?? ''}`}>
      <div className={classes.line}>
        <div ref={list} role="tablist" aria-label={label} className={classes.tabs}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              id={`${id}-${tab.id}`}
              type="button"
              role="tab"
              data-tab={tab.id}
              className={classes.tab}
              aria-selected={tab.id === value}
              aria-controls={`${id}-panel`}
              tabIndex={tab.id === value ? 0 : -1}
              onClick={() => onChange(tab.id)}
              onKeyDown={onKeyDown}
            >
              {tab.label}
              {tab.mark !== undefined && <span className={classes.mark}> {tab.mark}</span>}
            </button>
          ))}
        </div>
        {extra}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className={classes.panel}>
        {children}
      </div>
    </div>
  )
}
