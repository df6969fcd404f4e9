import { Icon } from '@/components/Icon'
import type { JsonRow } from '@/lib/json-rows/json-rows'
import classes from './JsonTree.module.css'

interface JsonTreeRowProps {
  id: string
  row: JsonRow
  isActive: boolean
  onPick: () => void
  onToggle: () => void
}

/** Deeper levels are indented no further, so that there is room for their words. */
const deepest = 24

/** A key and its value; the tree around it takes the keys of the keyboard. */
export function JsonTreeRow({ id, row, isActive, onPick, onToggle }: JsonTreeRowProps) {
  const { depth, key, kind, preview, isCut, childCount, isOpen, position, setSize, isHit } = row
  const isBranch = childCount > 0
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the tree has the focus and handles the keys
    <div
      id={id}
      role="treeitem"
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-expanded={isBranch ? isOpen : undefined}
      aria-selected={isActive}
      className={classes.row}
      data-hit={isHit || undefined}
      style={{ paddingLeft: Math.min(depth, deepest) * 14 }}
      onClick={onPick}
      onDoubleClick={isBranch ? onToggle : undefined}
    >
      <span
        className={classes.toggle}
        data-open={isOpen || undefined}
        aria-hidden="true"
        onClick={isBranch ? onToggle : undefined}
      >
        {isBranch && <Icon name="chevron" size={12} />}
      </span>
      {key !== undefined && <span className={classes.key}>{key}: </span>}
      <span className={classes.value} data-kind={kind}>
        {preview}
        {isCut && !isBranch && '…'}
      </span>
      {isBranch && <span className={classes.count}> {childCount.toLocaleString('en')}</span>}
    </div>
  )
}
