import { useEffect, useMemo } from 'react'
import { createKeeper, type Keeper } from './keeper'

/** A keeper for as long as a part of the page lives; what waits is written when that or the page goes away. `textOf` must not change. */
export function useKeeper<Value>(
  key: string,
  textOf: (value: Value) => string | undefined,
  onKept?: (kept: boolean) => void,
): Keeper<Value> {
  const keeper = useMemo(() => createKeeper(key, textOf, onKept), [key, textOf, onKept])
  useEffect(() => {
    window.addEventListener('pagehide', keeper.flush)
    return () => {
      window.removeEventListener('pagehide', keeper.flush)
      keeper.flush()
    }
  }, [keeper])
  return keeper
}
