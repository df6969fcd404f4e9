import {
  cloneElement,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type SyntheticEvent,
} from 'react'
import { place } from '@/lib/place'
import classes from './Hint.module.css'

type Handler = (event: SyntheticEvent<HTMLElement>) => void
interface Hinted {
  'aria-describedby'?: string
  onPointerEnter?: Handler
  onPointerLeave?: Handler
  onFocus?: Handler
  onBlur?: Handler
}

const delay = 300

/**
 * A few words on what the child is, on hover and on keyboard focus. The words are in the page from the start, so that
 * `aria-describedby` always has its target; Escape puts them away.
 */
export function Hint({ label, children }: { label: ReactNode; children: ReactElement }) {
  const id = useId()
  const bubble = useRef<HTMLSpanElement>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
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
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight }
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

  const props = children.props as Hinted
  const show = (target: HTMLElement, after: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAnchor(target), after)
  }
  const hide = () => {
    clearTimeout(timer.current)
    // The pointer may move onto the words, to read or select them.
    timer.current = setTimeout(() => {
      if (!bubble.current?.matches(':hover')) setAnchor(null)
    }, 100)
  }
  const described = [props['aria-describedby'], id].filter(Boolean).join(' ')

  return (
    <>
      {cloneElement(children as ReactElement<Hinted>, {
        'aria-describedby': described,
        onPointerEnter: (event) => {
          props.onPointerEnter?.(event)
          show(event.currentTarget, delay)
        },
        onPointerLeave: (event) => {
          props.onPointerLeave?.(event)
          hide()
        },
        onFocus: (event) => {
          props.onFocus?.(event)
          if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget, 0)
        },
        onBlur: (event) => {
          props.onBlur?.(event)
          hide()
        },
      })}
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
