import { useEffect, useMemo } from 'react'
import { createKeeper, type Keeper } from './keeper'
import { keptText } from '@/lib/kept-text'

/**
 * Keeps what is typed as a text under a key of this browser, for as long as a part of the page lives; what waits is written when
 * that or the page goes away. `textOf` gives nothing to remove it, and must not change.
 */
export function useKeeper<Value>(key: string, textOf: (value: Value) => string | undefined): Keeper<Value> {
  const keeper = useMemo(() => createKeeper(textWriter(key, textOf)), [key, textOf])
  useEffect(() => {
    window.addEventListener('pagehide', keeper.flush)
    return () => {
      window.removeEventListener('pagehide', keeper.flush)
      keeper.flush()
    }
  }, [keeper])
  return keeper
}

function textWriter<Value>(key: string, textOf: (value: Value) => string | undefined) {
  let kept = keptText.read(key) ?? undefined
  return (value: Value) => {
    const text = textOf(value)
    // Another tab may have kept something meanwhile: only a change in this one writes over it.
    if (text === kept) return
    kept = text
    keptText.write(key, text)
  }
}
