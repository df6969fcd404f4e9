import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { Popup } from '@/components/Popup'
import { announce } from '@/lib/announce'
import { fieldId } from '../form/use-field'
import { placeName } from '../place-name'
import { tabOf } from '../tab-marks'
import { tabPath } from '../tabs'
import { useWorkbench } from '../workbench'
import classes from './FindingsButton.module.css'

/** A screen reader is told once the typing has come to rest for so many milliseconds. */
const rest = 1_500

const countOf = (count: number): string => (count === 1 ? '1 problem' : `${count} problems`)

/** How much of the draft the server would refuse; a press lists it, each with the way to its field. Nothing while all is well. */
export function FindingsButton() {
  const { findings } = useWorkbench()
  const [open, setOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const count = findings.length
  useSpokenCount(count)
  if (count === 0) return null
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        className={classes.button}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden>▲ </span>
        {countOf(count)}
      </button>
      {open && (
        <Popup
          anchor={anchor}
          align="end"
          className={classes.popup}
          role="dialog"
          aria-label="What the server would refuse"
          onClose={() => setOpen(false)}
        >
          <FindingsList onFollow={() => setOpen(false)} />
        </Popup>
      )}
    </>
  )
}

/** All findings in the order of the server's checks: the first is what it would answer. */
function FindingsList({ onFollow }: { onFollow: () => void }) {
  const { ref, findings } = useWorkbench()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => list.current?.querySelector('a')?.focus(), [])
  return (
    <ol ref={list} className={classes.list}>
      {findings.map(({ path, message, rule }, index) => (
        <li key={`${index} ${rule}`}>
          <Link
            to={tabPath(ref, { segment: tabOf(path) }, fieldId(path))}
            className={classes.finding}
            onClick={onFollow}
          >
            <span className={classes.place}>{placeName(path)}</span>
            <span className={classes.words}>{message}</span>
          </Link>
        </li>
      ))}
    </ol>
  )
}

/** Tells of a new number of problems; not of the one that the page begins with when that is none. */
function useSpokenCount(count: number): void {
  const spoken = useRef(0)
  useEffect(() => {
    if (count === spoken.current) return
    const timer = setTimeout(() => {
      spoken.current = count
      announce(count === 0 ? 'No problems any more' : countOf(count))
    }, rest)
    return () => clearTimeout(timer)
  }, [count])
}
