interface Box {
  left: number
  top: number
  width: number
  height: number
}
interface Size {
  width: number
  height: number
}

const gap = 4
const margin = 8

/**
 * Where to put a floating part beside its anchor, in viewport pixels: below, or above when only there is room; its
 * left (or right, with `align: 'end'`; middle with `'center'`) edge on the anchor's, moved to stay within the viewport.
 */
export function place(
  anchor: Box,
  size: Size,
  viewport: Size,
  align: 'start' | 'end' | 'center' = 'start',
): { left: number; top: number; maxHeight: number } {
  const below = viewport.height - (anchor.top + anchor.height) - gap - margin
  const above = anchor.top - gap - margin
  const isBelow = size.height <= below || below >= above
  const room = Math.max(0, isBelow ? below : above)
  const height = Math.min(size.height, room)
  const top = isBelow ? anchor.top + anchor.height + gap : anchor.top - gap - height
  const wanted =
    align === 'start'
      ? anchor.left
      : align === 'end'
        ? anchor.left + anchor.width - size.width
        : anchor.left + (anchor.width - size.width) / 2
  const left = Math.max(margin, Math.min(wanted, viewport.width - size.width - margin))
  return { left: Math.round(left), top: Math.round(top), maxHeight: Math.floor(room) }
}
