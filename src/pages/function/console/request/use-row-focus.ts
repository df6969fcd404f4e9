import { useEffect, useRef } from 'react'

/** Puts the focus on something in a list once what was changed is drawn. */
export function useRowFocus() {
  const list = useRef<HTMLDivElement>(null)
  const wanted = useRef<string>(undefined)
  useEffect(() => {
    if (wanted.current === undefined) return
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus()
    wanted.current = undefined
  })
  return {
    list,
    focusNext: (selector: string) => {
      wanted.current = selector
    },
  }
}
