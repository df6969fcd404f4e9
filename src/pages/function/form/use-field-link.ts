import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { settingOf } from '../settings-index'
import { fieldId } from './use-field'

/**
 * Follows the fragment of the address to a field or a section of the tab: unfolds what it lies in, brings it into view, and puts
 * the focus into it. Stands once in every tab that has fields.
 */
export function useFieldLink(): void {
  const { hash, key } = useLocation()
  useEffect(() => {
    const id = decodeURIComponent(hash.slice(1))
    const target = id ? (nearestElement(id) ?? decidingElement(id)) : null
    if (!target) return
    for (let at: Element | null = target; at; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true
    // Of a section its head is to be seen, however long it is.
    target.scrollIntoView({ block: target.matches('section, details') ? 'start' : 'center' })
    const focusable = 'input, textarea, select, button, summary, [tabindex]'
    const inner = target.matches(focusable) ? target : target.querySelector(focusable)
    if (inner instanceof HTMLElement) inner.focus({ preventScroll: true })
  }, [hash, key])
}

/** The element of a place, or of the nearest one above it that is drawn. */
function nearestElement(id: string): HTMLElement | null {
  for (let at = id; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const found = document.getElementById(at)
    if (found) return found
  }
  return null
}

/** The field that decides whether the one of a place is drawn. */
function decidingElement(id: string): HTMLElement | null {
  const decidedBy = settingOf(id.split('.'))?.when?.decidedBy
  return decidedBy ? document.getElementById(fieldId(decidedBy)) : null
}
