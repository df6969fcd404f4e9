import { cloneElement, useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { place } from '@/lib/place'
import classes from './Hint.module.css'

const delay = 300

/**
 * A few words on what the child is, on hover and on keyboard focus. The words are in the page from the start, so that
 * `aria-describedby` always has its target; Escape puts them away.
 */
export function Hint({ label, children }: { label: ReactNode; children: ReactElement }) {
  const id = useId()
  const bubble = useRef<HTMLSpanElement>(null)
  const [anchor, setAnchor] = useState<Element | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    const element = bubble.current
    if (!anchor || !element?.showPopover) return
    const hide = () => setAnchor(null)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    element.showPopover()
    const viewport = { width: document.documentElement.offsetWidth, height: window.innerHeight }
    const { left, top } = place(
      anchor.getBoundingClientRect(),
      element.getBoundingClientRect(),
      viewport,
      'center',
    )
    element.style.left = `${left}px`
    element.style.top = `${top}px`
    window.addEventListener('keydown', onKey)
    window.addEventListener('scroll', hide, { capture: true, passive: true })
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('scroll', hide, { capture: true })
      if (element.isConnected) element.hidePopover()
    }
  }, [anchor])

  const show = (wrapper: HTMLElement, after: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAnchor(wrapper.firstElementChild), after)
  }
  const hide = () => {
    clearTimeout(timer.current)
    // The pointer may move onto the words, to read or select them.
    timer.current = setTimeout(() => {
      if (!bubble.current?.matches(':hover')) setAnchor(null)
    }, 100)
  }
  const child = children as ReactElement<{ 'aria-describedby'?: string }>
  const describedBy = [child.props['aria-describedby'], id].filter(Boolean).join(' ')

  return (
    <>
      <span
        className={classes.wrapper}
        onPointerEnter={(event) => show(event.currentTarget, delay)}
        onPointerLeave={hide}
        onFocus={(event) => {
          if (event.target.matches(':focus-visible')) show(event.currentTarget, 0)
        }}
        onBlur={hide}
      >
        {cloneElement(child, { 'aria-describedby': describedBy })}
      </span>
      <span
        ref={bubble}
        id={id}
        role="tooltip"
        popover="manual"
        className={classes.bubble}
        onPointerLeave={hide}
      >
        {label}
      </span>
    </>
  )
}
