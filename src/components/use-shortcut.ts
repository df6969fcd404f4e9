import { useEffect, useEffectEvent } from 'react'

interface Shortcut {
  keys: string
  label: string
}

const registered = new Map<symbol, Shortcut>()
const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.toLowerCase().split('+')
  const key = parts.pop()
  const mod = parts.includes('mod')
  if (mod !== (apple ? event.metaKey : event.ctrlKey)) return false
  if (parts.includes('alt') !== event.altKey) return false
  // “?” needs Shift on most keyboards and none on some: for printed signs the character alone decides.
  if (key !== undefined && key.length > 1 && parts.includes('shift') !== event.shiftKey) return false
  if (mod && parts.includes('shift') !== event.shiftKey) return false
  return event.key.toLowerCase() === key
}

/**
 * Runs something on a key, e.g. `'mod+k'` (Ctrl, or ⌘ on a Mac), `'?'`, `'/'`, `'mod+enter'`. Without `mod` it rests while
 * one types in a field. With a label it stands on the shortcut sheet for as long as its part of the page is shown.
 */
export function useShortcut(keys: string, run: (event: KeyboardEvent) => void, label?: string): void {
  const onRun = useEffectEvent(run)
  useEffect(() => {
    const id = Symbol(keys)
    if (label) registered.set(id, { keys, label })
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !matches(keys, event)) return
      if (!keys.includes('mod') && isTyping(event.target)) return
      onRun(event)
    }
    window.addEventListener('keydown', onKey)
    return () => {
      registered.delete(id)
      window.removeEventListener('keydown', onKey)
    }
  }, [keys, label])
}

/** Puts shortcuts that a part of the page heeds by itself on the sheet, for as long as it is shown. The list must not change. */
export function useListedShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const ids = shortcuts.map((shortcut) => {
      const id = Symbol(shortcut.keys)
      registered.set(id, shortcut)
      return id
    })
    return () => {
      for (const id of ids) registered.delete(id)
    }
  }, [shortcuts])
}

/** The shortcuts that work on the page as it stands. */
export function currentShortcuts(): Shortcut[] {
  const seen = new Map([...registered.values()].map((shortcut) => [shortcut.keys + shortcut.label, shortcut]))
  return [...seen.values()]
}

/** The keys of a shortcut as they are printed on this machine's keyboard, one word each. */
export function keyCaps(keys: string): string[] {
  const caps: Record<string, string> = {
    mod: apple ? '⌘' : 'Ctrl',
    ctrl: apple ? '⌃' : 'Ctrl',
    alt: apple ? '⌥' : 'Alt',
    shift: apple ? '⇧' : 'Shift',
    enter: 'Enter',
    escape: 'Esc',
    space: 'Space',
    tab: 'Tab',
  }
  return keys.split('+').map((key) => caps[key.toLowerCase()] ?? key.toUpperCase())
}
