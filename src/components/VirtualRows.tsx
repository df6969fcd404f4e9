import { useWindowVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'

interface VirtualRowsProps {
  count: number
  rowHeight: number
  /** How far down the page the first row begins, pixels. */
  scrollMargin: number
  /** Draws the rows from `first` to `last`, both included. */
  children: (first: number, last: number) => ReactNode
}

/** The part of a long table that is in view, and a little around it. A part of its own: short lists do without. */
export function VirtualRows({ count, rowHeight, scrollMargin, children }: VirtualRowsProps) {
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin,
    useFlushSync: false,
  })
  const items = virtualizer.getVirtualItems()
  return children(items[0]?.index ?? 0, items.at(-1)?.index ?? -1)
}
