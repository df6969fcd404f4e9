import { useState } from 'react'
import type { NuclioFunction } from '@/api/generated/schema'
import { Popup } from '@/components/Popup'
import { projectLabel } from '@/domain/function-config'
import classes from '../FunctionLayout.module.css'

const longText = 90
const shownLabels = 3

/** Description and labels of the function on one line; what does not fit is a press away. */
export function About({ fn }: { fn: NuclioFunction }) {
  const [isOpen, setIsOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const description = fn.spec.description?.trim() ?? ''
  const labels = Object.entries(fn.metadata.labels ?? {}).filter(([key]) => key !== projectLabel)
  if (description === '' && labels.length === 0) return null
  const isLong = description.length > longText || description.includes('\n') || labels.length > shownLabels
  return (
    <div className={classes.about}>
      {description !== '' && <p className={classes.description}>{description}</p>}
      {labels.length > 0 && (
        <ul className={classes.labels} aria-label="Labels">
          {labels.slice(0, shownLabels).map(([key, value]) => (
            <li key={key} className={classes.label}>
              {labelText(key, value)}
            </li>
          ))}
        </ul>
      )}
      {isLong && (
        <button
          ref={setAnchor}
          type="button"
          className={classes.more}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {moreWords(labels.length - shownLabels)}
        </button>
      )}
      {isOpen && (
        <Popup
          anchor={anchor}
          onClose={() => setIsOpen(false)}
          className={classes.wholeAbout}
          role="dialog"
          aria-label="Description and labels"
          // A long one scrolls, and nothing in it has the focus.
          tabIndex={0}
        >
          {description !== '' && <p>{description}</p>}
          <ul>
            {labels.map(([key, value]) => (
              <li key={key}>{labelText(key, value)}</li>
            ))}
          </ul>
        </Popup>
      )}
    </div>
  )
}

const labelText = (key: string, value: string): string => (value === '' ? key : `${key}: ${value}`)

function moreWords(hidden: number): string {
  if (hidden <= 0) return 'Whole description'
  return hidden === 1 ? '1 more label' : `${hidden} more labels`
}
