import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { KindIcon } from '@/components/KindIcon'
import { runtimeOf } from '@/domain/runtimes'
import { purposeOf, type TemplateRow } from '@/domain/templates/template-rows'
import { triggerKind } from '@/domain/triggers/kinds'
import { RuntimeMark } from './RuntimeMark'
import classes from './TemplateList.module.css'

interface TemplateListProps {
  rows: readonly TemplateRow[]
  /** The key of the template in view. */
  chosen?: string
  to: (key: string) => string
}

/** The templates, one row each: Up, Down, Home and End walk along them. */
export function TemplateList({ rows, chosen, to }: TemplateListProps) {
  return (
    // The keys only move the focus among links, which have it by themselves.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className={classes.list} aria-label="Templates" data-rows onKeyDown={walk}>
      {rows.map((row) => (
        <li key={row.key}>
          <Link
            to={to(row.key)}
            className={classes.row}
            aria-current={row.key === chosen || undefined}
            preventScrollReset
          >
            <span className={classes.name}>{row.title}</span>
            <span className={classes.signs}>
              {row.triggers.map((kind) => (
                <span key={kind} title={triggerKind(kind).label}>
                  <KindIcon family={triggerKind(kind).family} />
                  <span className="visually-hidden">{triggerKind(kind).label}, </span>
                </span>
              ))}
              <span title={row.runtime ? runtimeOf(row.runtime).label : undefined}>
                <RuntimeMark family={row.family} />
                {row.runtime && <span className="visually-hidden">{runtimeOf(row.runtime).label}. </span>}
              </span>
            </span>
            <span className={classes.purpose} title={purposeOf(row)}>
              {purposeOf(row)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll('a')]
  const at = links.findIndex((link) => link === document.activeElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  links[Math.min(Math.max(to, 0), links.length - 1)]?.focus()
}
