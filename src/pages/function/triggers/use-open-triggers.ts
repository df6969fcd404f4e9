import { useState } from 'react'
import { useLocation } from 'react-router'
import { fieldId } from '../form/use-field'

export interface OpenTriggers {
  has: (name: string) => boolean
  set: (name: string, isOpen: boolean) => void
  rename: (from: string, to: string) => void
}

/** Which rows are open. A link to a trigger, or to a field of one, opens its row before the field is looked for. */
export function useOpenTriggers(names: readonly string[]): OpenTriggers {
  const { hash, key } = useLocation()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [followed, setFollowed] = useState<string>()
  // A fragment that is typed into the address gets no key of its own.
  const link = key + hash
  if (followed !== link) {
    setFollowed(link)
    const linked = linkedTrigger(decodeURIComponent(hash.slice(1)), names)
    if (linked !== undefined && !open.has(linked)) setOpen(new Set([...open, linked]))
  }
  return {
    has: (name) => open.has(name),
    set: (name, isOpen) =>
      setOpen((before) => new Set([...before].filter((one) => one !== name).concat(isOpen ? [name] : []))),
    rename: (from, to) => setOpen((before) => new Set([...before].map((one) => (one === from ? to : one)))),
  }
}

/** The trigger that a fragment leads to or into; of two names that fit, the longer. */
export function linkedTrigger(fragment: string, names: readonly string[]): string | undefined {
  return names
    .filter((name) => `${fragment}.`.startsWith(`${fieldId(['spec', 'triggers', name])}.`))
    .sort((a, b) => b.length - a.length)[0]
}
