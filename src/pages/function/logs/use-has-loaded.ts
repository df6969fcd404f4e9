import { useEffect, useState } from 'react'

/** Lines of several replicas come one after the other and stand between each other: they are shown together, unless one keeps the others waiting. */
const patience = 1_500

/** Whether what was asked for at first is there, or took too long. */
export function useHasLoaded(isLoading: boolean): boolean {
  const [hasLoaded, setHasLoaded] = useState(false)
  if (!isLoading && !hasLoaded) setHasLoaded(true)
  useEffect(() => {
    const timer = setTimeout(() => setHasLoaded(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return hasLoaded
}
