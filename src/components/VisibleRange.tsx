import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect } from 'react'

/** Rows of a table, both included. */
export interface RowRange {
  first: number
  last: number
}

interface VisibleRangeProps {
  count: number
  rowHeight: number
  /** How far down the page the first row begins, pixels. */
  scrollMargin: number
  onChange: (range: RowRange) => void
}

/**
 * Tells which part of a long table is in view, with a little around it; draws nothing itself, so that the rows stay the same ones when
 * it is loaded. A part of its own: short lists do without.
 */
export function VisibleRange({ count, rowHeight, scrollMargin, onChange }: VisibleRangeProps) {
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin,
    useFlushSync: false,
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  // Before the new rows are painted.
  useLayoutEffect(() => onChange({ first, last }), [onChange, first, last])
  return null
}
