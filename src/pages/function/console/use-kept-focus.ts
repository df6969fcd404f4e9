import { useEffect, useRef } from 'react'

/**
 * Keeps the focus within a part of the page: when what has it goes away, the tab that is chosen there gets it, or else the part itself,
 * which needs a `tabIndex` for that. So one who works by keyboard goes on from there, and not from the top of the page.
 */
export function useKeptFocus() {
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = part.current
    if (!element) return
    let last: EventTarget | null = null
    const onFocusIn = ({ target }: FocusEvent) => {
      last = target
    }
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !element.contains(relatedTarget)) last = null
    }
    const changes = new MutationObserver(() => {
      if (!(last instanceof Element) || last.isConnected) return
      last = null
      if (document.activeElement !== null && document.activeElement !== document.body) return
      const tab = element.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
      ;(tab ?? element).focus()
    })
    element.addEventListener('focusin', onFocusIn)
    element.addEventListener('focusout', onFocusOut)
    changes.observe(element, { childList: true, subtree: true })
    return () => {
      changes.disconnect()
      element.removeEventListener('focusin', onFocusIn)
      element.removeEventListener('focusout', onFocusOut)
    }
  }, [])
  return part
}
