import { useEffectEvent, useLayoutEffect, useRef, type ComponentProps } from 'react'
import { place } from '@/lib/place'
import classes from './Popup.module.css'

interface PopupProps extends ComponentProps<'div'> {
  anchor: HTMLElement | null
  onClose: () => void
  align?: 'start' | 'end'
}

/**
 * A floating layer beside its anchor for as long as it is mounted. It lives in the browser's top layer, so no scroll
 * box cuts it and no z-index matters. A press outside and Escape ask to close; Escape gives the focus back.
 */
export function Popup({ anchor, onClose, align = 'start', className, children, ...rest }: PopupProps) {
  const box = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)

  useLayoutEffect(() => {
    const element = box.current
    if (!element || !anchor) return
    const put = () => {
      element.style.maxHeight = ''
      const viewport = { width: document.documentElement.offsetWidth, height: window.innerHeight }
      const size = { width: element.offsetWidth, height: element.scrollHeight + 2 }
      const spot = place(anchor.getBoundingClientRect(), size, viewport, align)
      element.style.left = `${spot.left}px`
      element.style.top = `${spot.top}px`
      element.style.maxHeight = `${spot.maxHeight}px`
    }
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !element.contains(event.target) && !anchor.contains(event.target))
        close()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      event.stopPropagation()
      close()
      anchor.focus()
    }
    const onScroll = (event: Event) => {
      if (!(event.target instanceof Node) || !element.contains(event.target)) put()
    }
    element.showPopover?.()
    put()
    const resize = new ResizeObserver(put)
    resize.observe(element)
    window.addEventListener('pointerdown', onPress, true)
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('resize', put)
    window.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => {
      resize.disconnect()
      window.removeEventListener('pointerdown', onPress, true)
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('resize', put)
      window.removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [anchor, align])

  return (
    <div {...rest} ref={box} popover="manual" className={`${classes.popup} ${className ?? ''}`}>
      {children}
    </div>
  )
}
