import { useCallback, useState } from 'react'
import { useNavigate, useSearchParams, type NavigateFunction } from 'react-router'

const settle = 120

// Writes of all keys are gathered: two in one moment must not undo each other, and browsers limit how often the
// address may be replaced.
const pending = new Map<string, string | undefined>()
let timer: ReturnType<typeof setTimeout> | undefined
let pathAtWrite = ''
let flush: (() => void) | undefined

function write(key: string, value: string | undefined, navigate: NavigateFunction): void {
  if (pathAtWrite !== window.location.pathname) pending.clear()
  pathAtWrite = window.location.pathname
  pending.set(key, value)
  flush = () => {
    clearTimeout(timer)
    flush = undefined
    if (window.location.pathname !== pathAtWrite) return pending.clear()
    const params = new URLSearchParams(window.location.search)
    for (const [name, text] of pending) {
      if (text === undefined) params.delete(name)
      else params.set(name, text)
    }
    pending.clear()
    void navigate({ search: params.toString() }, { replace: true, preventScrollReset: true })
  }
  clearTimeout(timer)
  timer = setTimeout(flush, settle)
}

// What is pressed next may lead to another page. A write after that would call it off, so it comes before.
window.addEventListener('pointerdown', () => flush?.(), { capture: true })
window.addEventListener('keydown', ({ key }) => key === 'Enter' && flush?.(), { capture: true })

/**
 * State of the page that stands in its address, as search parameter `key`; equal to `fallback` it is left out. The value
 * changes at once, the address a moment later, by replacement and without asking the loaders again.
 */
export function useUrlState(key: string, fallback: string): [string, (value: string) => void] {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const stands = params.get(key) ?? fallback
  const [value, setValue] = useState(stands)
  const [known, setKnown] = useState(stands)

  // The address changed by other hands (a link, the Back button): follow it. Our own writes come back here too, and
  // while a newer one of this key waits they are no news.
  if (stands !== known) {
    setKnown(stands)
    if (!pending.has(key)) setValue(stands)
  }

  const change = useCallback(
    (next: string) => {
      setValue(next)
      write(key, next === fallback ? undefined : next, navigate)
    },
    [key, fallback, navigate],
  )
  return [value, change]
}
