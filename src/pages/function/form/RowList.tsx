import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { IconButton } from '@/components/IconButton'
import { isListOfObjects, listIndex, withItems, withRow, withRowMoved } from './list-rows'
import classes from './RowList.module.css'
import { useListRows } from './use-list-rows'

/** One line of a list, for what draws it. */
export interface RowProps<Item> {
  item: Item
  index: number
  /** All lines, blank ones included. */
  items: readonly Item[]
  set: (item: Item) => void
  /** Changes other lines as well. */
  setItems: (items: Item[]) => void
  /** The DOM id of the field of a place in the item; links and findings lead to it. */
  idOf: (...rest: string[]) => string
  /** What the server would say of a place in the item. */
  problemAt: (...rest: string[]) => string | undefined
}

/** What a list of lines takes, wherever its items are kept. */
export interface RowListProps<Item> {
  label: string
  /** What one line is called in “Add …”. */
  item: string
  /** A line as it is added. */
  blank: Item | (() => Item)
  isBlank?: (item: Item) => boolean
  /** Names the line at its buttons, when it can. */
  nameOf?: (item: Item) => string | undefined
  /** Their order means something. */
  ordered?: boolean
  /** Beside “Add …”. */
  acts?: ReactNode
  children: (row: RowProps<Item>) => ReactNode
}

interface KeptRowListProps<Item> extends RowListProps<Item> {
  id: string
  value: unknown
  onChange: (items: Item[] | undefined) => void
  help?: ReactNode
  problem?: string
  /** What the server would say of a place below the list; of an item by its place among those that are not blank. */
  problemAt: (item: Item, at: number, rest: readonly string[]) => string | undefined
}

/** A list of objects: one line each, edited in place. Lines that are still blank are not in its value. */
export function RowList<Item extends object>(props: KeptRowListProps<Item>) {
  const { id, label, item: word, value, onChange, blank, nameOf, ordered, acts, children } = props
  const isBlank = props.isBlank ?? (() => false)
  const [rows, setRows] = useListRows<Item>(value, onChange, isBlank)
  const items = rows.map(({ item }) => item)
  const nameAt = (item: Item, index: number) => nameOf?.(item) || `${word} ${index + 1}`

  const add = () => {
    flushSync(() => setRows(withRow(rows, typeof blank === 'function' ? blank() : blank)))
    focusIn(`${id}.${rows.length}`)
  }
  const remove = (gone: number) => {
    flushSync(() => setRows(rows.filter((row) => row.id !== gone)))
    document.getElementById(`${id}-add`)?.focus()
  }

  return (
    <fieldset id={id} className={classes.list} aria-describedby={`${id}-help`}>
      <legend className={classes.legend}>{label}</legend>
      {isListOfObjects(value) ? (
        <>
          {rows.map((row, index) => {
            const at = listIndex(rows, row, isBlank)
            const name = nameAt(row.item, index)
            return (
              <div key={row.id} id={`${id}.${index}`} className={classes.row} role="group" aria-label={name}>
                <div className={classes.inputs}>
                  {children({
                    item: row.item,
                    index,
                    items,
                    set: (item) => setRows(rows.map((one) => (one.id === row.id ? { ...one, item } : one))),
                    setItems: (next) => setRows(withItems(rows, next)),
                    idOf: (...rest) => [id, String(index), ...rest].join('.'),
                    problemAt: (...rest) =>
                      at === undefined ? undefined : props.problemAt(row.item, at, rest),
                  })}
                </div>
                <div className={classes.acts}>
                  {ordered && rows.length > 1 && (
                    <>
                      <IconButton
                        icon="up"
                        label={`Move ${name} up`}
                        aria-disabled={index === 0 || undefined}
                        onClick={() => setRows(withRowMoved(rows, row.id, -1))}
                      />
                      <IconButton
                        icon="down"
                        label={`Move ${name} down`}
                        aria-disabled={index === rows.length - 1 || undefined}
                        onClick={() => setRows(withRowMoved(rows, row.id, 1))}
                      />
                    </>
                  )}
                  <IconButton icon="close" label={`Remove ${name}`} onClick={() => remove(row.id)} />
                </div>
              </div>
            )
          })}
          <div className={classes.foot}>
            <Button id={`${id}-add`} variant="subtle" size="compact-sm" onClick={add}>
              Add {word}
            </Button>
            {acts}
          </div>
        </>
      ) : (
        <p className={classes.problem}>What stands here is no list of objects; the YAML tab shows it.</p>
      )}
      {props.problem && <p className={classes.problem}>{props.problem}</p>}
      <p id={`${id}-help`} className={classes.help}>
        {props.help}
      </p>
    </fieldset>
  )
}

function focusIn(id: string) {
  document.getElementById(id)?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
}
