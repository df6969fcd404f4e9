import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { formatJsonPath } from '@/domain/console/json-path'
import { announce } from '@/lib/announce'
import { copyText } from '@/lib/clipboard'
import type { JsonRow } from '@/lib/json-rows/json-rows'
import { JsonTreeRow } from './JsonTreeRow'
import { JsonTreeTools } from './JsonTreeTools'
import { useJsonRows, useJsonTree } from './use-json-tree'
import { useRowWindow } from './use-row-window'
import classes from './JsonTree.module.css'

interface JsonTreeProps {
  /** Bytes are UTF-8. */
  text: string | Uint8Array
  /** Many values, one a line. */
  isLines: boolean
  label: string
  /** Stand before its own. */
  tools: ReactNode
  onNoJson: (problem: string) => void
}

const rowHeight = 22

/**
 * JSON as a tree, of any size: a worker holds it and gives the rows in view. Arrows walk, open and close; Home, End and the page keys
 * go far; Enter opens or closes.
 */
export function JsonTree({ text, isLines, label, tools, onNoJson }: JsonTreeProps) {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const json = useJsonTree(text, isLines, onNoJson)
  const { tree, ask } = json
  const view = useRowWindow(box, tree.rowCount, rowHeight)
  const shown = useJsonRows(json, view.first, view.count)
  const [at, setAt] = useState(0)
  const [hit, setHit] = useState<number>()
  const active = Math.min(at, tree.rowCount - 1)
  const row: JsonRow | undefined = shown.rows[active - shown.first]

  const go = (to: number, isCentred = false) => {
    const next = Math.max(0, Math.min(to, tree.rowCount - 1))
    setAt(next)
    view.reveal(next, isCentred)
  }
  const found = async (question: Parameters<typeof ask>[0]) => {
    const reply = await ask(question)
    setHit(reply?.hit)
    if (reply?.row === undefined) return
    setAt(reply.row)
    // The rows that were opened make the list longer first.
    requestAnimationFrame(() => view.reveal(reply.row ?? 0, true))
  }
  const toggle = (which: JsonRow) => void ask({ kind: 'toggle', node: which.node })
  const copy = async (value: string | undefined, what: string) => {
    if (value === undefined) return
    announce((await copyText(value)) ? `Copied the ${what}` : 'The browser did not allow copying')
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const far = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + view.page,
      PageUp: active - view.page,
      Home: 0,
      End: tree.rowCount - 1,
    }[event.key]
    if (far !== undefined) go(far)
    else if (event.key === 'ArrowRight' && row) {
      if (row.isOpen) go(active + 1)
      else if (row.childCount > 0) toggle(row)
    } else if (event.key === 'ArrowLeft' && row) {
      if (row.isOpen) toggle(row)
      else
        void ask({ kind: 'parent', row: active }).then((reply) => reply?.row !== undefined && go(reply.row))
    } else if ((event.key === 'Enter' || event.key === ' ') && row && !event.ctrlKey && !event.metaKey)
      toggle(row)
    else return
    event.preventDefault()
  }

  if (tree.state === 'reading')
    return (
      <p className={classes.quiet} role="status">
        Reading the JSON…
      </p>
    )
  if (tree.state === 'broken')
    return (
      <p className={classes.quiet}>
        The tree took more memory than the browser gives; show it as text, or download it.
      </p>
    )
  const rowId = (index: number) => `json-row-${index}`
  return (
    <div className={classes.whole}>
      <JsonTreeTools
        leading={tools}
        rowCount={tree.rowCount}
        hitCount={tree.hitCount}
        hit={hit}
        onSearch={(query) => void found({ kind: 'search', query, from: active })}
        onHit={(index) => void found({ kind: 'hit', index })}
        onOpenAll={() => void ask({ kind: 'openAll' })}
        onCloseAll={() => void ask({ kind: 'closeAll' }).then(() => go(0))}
        path={row?.path && formatJsonPath(row.path)}
        onCopyPath={() => void copy(row?.path && formatJsonPath(row.path), 'path')}
        onCopyValue={() =>
          row && void ask({ kind: 'value', node: row.node }).then((reply) => copy(reply?.value, 'value'))
        }
      />
      <div
        ref={setBox}
        role="tree"
        aria-label={label}
        tabIndex={0}
        className={classes.box}
        aria-activedescendant={row ? rowId(active) : undefined}
        onKeyDown={onKeyDown}
      >
        <div role="none" className={classes.all} style={{ height: view.height }}>
          <div
            role="none"
            className={classes.rows}
            style={{ transform: `translateY(${view.top + (shown.first - view.first) * rowHeight}px)` }}
          >
            {shown.rows.map((one, index) => (
              <JsonTreeRow
                key={one.node}
                id={rowId(shown.first + index)}
                row={one}
                isActive={shown.first + index === active}
                onPick={() => setAt(shown.first + index)}
                onToggle={() => toggle(one)}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}
