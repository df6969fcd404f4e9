import { useEffect, useState } from 'react'
import { CopyButton } from '@/components/CopyButton'
import type { EntryDetail } from '@/api/logs/log-messages'
import type { FieldFilter, ShownRow } from '@/domain/logs/log-view'
import classes from './RowDetail.module.css'

/** What can be done with a line. */
export interface RowActs {
  toggle: (id: number) => void
  detail: (id: number) => Promise<EntryDetail | undefined>
  addField: (field: FieldFilter) => void
  /** The address of the page with a line of it. */
  linkTo: (row: ShownRow) => string
  /** Shows the lines around it, without what hides them. */
  showAround: (row: ShownRow) => void
}

/** All of one line: its whole text, its fields, and what can be done with it. */
export function RowDetail({ row, replica, acts }: { row: ShownRow; replica?: string; acts: RowActs }) {
  const [detail, setDetail] = useState<EntryDetail>()
  const { id, version } = row
  useEffect(() => {
    let isOver = false
    acts.detail(id).then(
      (found) => {
        if (!isOver) setDetail(found)
      },
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [acts, id, version])
  const facts = [replica, row.logger, row.worker === undefined ? undefined : `worker ${row.worker}`]
  return (
    <span role="gridcell" className={classes.detail}>
      <span className={classes.acts}>
        {detail && <CopyButton value={detail.text} label="Copy this line" />}
        <CopyButton value={acts.linkTo(row)} label="Copy a link to this line" />
        <button type="button" className={classes.act} onClick={() => acts.showAround(row)}>
          Show what is around it
        </button>
        <span className={classes.facts}>{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {row.fields.length > 0 && (
        <span className={classes.fields}>
          {row.fields.map(([name, value]) => (
            <span key={name} className={classes.field}>
              <span className={classes.name}>{name}</span>
              <span className={classes.value}>{value}</span>
              <button
                type="button"
                className={classes.act}
                aria-label={`Only lines with ${name}=${value}`}
                onClick={() => acts.addField({ name, value, isExcluded: false })}
              >
                only these
              </button>
              <button
                type="button"
                className={classes.act}
                aria-label={`Without lines with ${name}=${value}`}
                onClick={() => acts.addField({ name, value, isExcluded: true })}
              >
                without these
              </button>
            </span>
          ))}
        </span>
      )}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard */}
      <pre className={classes.text} tabIndex={0} aria-label="The whole line">
        {detail?.text ?? row.message}
      </pre>
      {detail?.fields && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
        <pre className={classes.text} tabIndex={0} aria-label="Its fields as JSON">
          {detail.fields}
        </pre>
      )}
      {detail?.isCut && <span className={classes.facts}>The beginning of it; the download has all.</span>}
    </span>
  )
}
