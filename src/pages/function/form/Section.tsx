import { useState, type ReactNode } from 'react'
import type { Path } from '@/lib/tree'
import type { Setting } from '../settings'
import { SaidOnly, useOnlyNote } from './only-heeded'
import classes from './Section.module.css'
import { SectionMark, useSectionMark } from './SectionMark'

interface SectionProps {
  /** Of the element, and the fragment that leads to it. */
  id: string
  title: string
  /** The places that it edits: they decide whether it is marked as changed or broken. */
  paths: readonly Path[]
  /** In one line, what is set; shown beside the title. */
  summary?: ReactNode
  /** Rarely needed: closed at first. */
  folded?: boolean
  /** The only platform that heeds what stands here; said once for all of its fields. */
  only?: Setting['only']
  /** A line above the fields: what holds for all of them. */
  note?: ReactNode
  children: ReactNode
}

/** A group of fields under a heading; rarely needed ones can be folded. */
export function Section({ id, title, paths, summary, folded, only, note, children }: SectionProps) {
  const mark = useSectionMark(paths)
  // Only at first: it must not close, or open, under the hands of a person.
  const [isOpen] = useState(mark === 'broken')
  const heading = (
    <>
      <h2 className={classes.title}>{title}</h2>
      <SectionMark mark={mark} />
      {summary && <span className={classes.summary}>{summary}</span>}
    </>
  )
  const onlyNote = useOnlyNote(only)
  const fields = (
    <div className={classes.fields}>
      {(onlyNote ?? note) && <p className={classes.note}>{onlyNote ?? note}</p>}
      <SaidOnly value={only}>{children}</SaidOnly>
    </div>
  )
  if (folded)
    return (
      <details id={id} className={classes.section} open={isOpen}>
        <summary className={classes.head}>{heading}</summary>
        {fields}
      </details>
    )
  return (
    <section id={id} className={classes.section} aria-label={title}>
      <div className={classes.head}>{heading}</div>
      {fields}
    </section>
  )
}
