import { useLayoutEffect, useState } from 'react'

/** Browsers draw nothing beyond so many pixels; longer lists scroll by a scale. */
const tallest = 12_000_000
/** Rows beyond the edges that are drawn as well. */
const around = 12

/** The part of a long list that is in view. */
export interface RowWindow {
  first: number
  count: number
  /** Pixels of all rows, as the box scrolls them. */
  height: number
  /** Where the first drawn row stands, pixels. */
  top: number
  /** Rows that fit. */
  page: number
  /** Scrolls as little as brings a row in view, or puts it in the middle. */
  reveal: (row: number, isCentred?: boolean) => void
}

/**
 * Says which of millions of rows of one height a scrolling box shows. The box holds an element of `height`, and in it one at `top` with
 * the rows from `first`.
 */
export function useRowWindow(box: HTMLElement | null, rowCount: number, rowHeight: number): RowWindow {
  const [view, setView] = useState({ top: 0, height: 400 })
  useLayoutEffect(() => {
    if (!box) return
    const read = () => setView({ top: box.scrollTop, height: box.clientHeight })
    const sizes = new ResizeObserver(read)
    sizes.observe(box)
    box.addEventListener('scroll', read, { passive: true })
    return () => {
      sizes.disconnect()
      box.removeEventListener('scroll', read)
    }
  }, [box])

  const total = rowCount * rowHeight
  const height = Math.min(total, tallest)
  // Of the way that can be scrolled, not of the height: the last row has to be reached.
  const scale = total <= tallest ? 1 : (total - view.height) / Math.max(1, tallest - view.height)
  const firstSeen = Math.floor((view.top * scale) / rowHeight)
  const page = Math.max(1, Math.floor(view.height / rowHeight))
  const first = Math.max(0, Math.min(firstSeen, rowCount) - around)
  const count = Math.max(0, Math.min(rowCount - first, page + 2 * around + 2))
  return {
    first,
    count,
    height,
    top: scale === 1 ? first * rowHeight : view.top - (view.top * scale - first * rowHeight),
    page,
    reveal(row, isCentred = false) {
      if (!box) return
      const [from, to] = [row * rowHeight, (row + 1) * rowHeight]
      const seen = box.scrollTop * scale
      if (from >= seen && to <= seen + box.clientHeight) return
      const middle = from - box.clientHeight / 2 + rowHeight / 2
      const wanted = isCentred ? middle : from < seen ? from : to - box.clientHeight
      box.scrollTo({ top: Math.max(0, wanted) / scale })
    },
  }
}
