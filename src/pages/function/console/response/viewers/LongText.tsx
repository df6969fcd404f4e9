import { useEffect, useMemo, useState } from 'react'
import { bodyText } from '@/domain/console/body-text'
import { formatBytes } from '@/lib/format-bytes'
import { ScrollBox } from '../../../ScrollBox'
import classes from './viewers.module.css'
import { readTextRows } from './text-rows'
import { useRowWindow } from './use-row-window'

interface LongTextProps {
  bytes: Uint8Array
  charset?: string
  label: string
  /** The bytes are the beginning of a text. */
  isPart?: boolean
}

/** Up to so many bytes a text is drawn whole, its lines wrapped. */
const drawnWhole = 200_000
const rowHeight = 20

/** A text of any size, as it is. */
export function LongText(props: LongTextProps) {
  return props.bytes.length <= drawnWhole ? <WholeText {...props} /> : <TextByRows {...props} />
}

function WholeText({ bytes, charset, label, isPart = false }: LongTextProps) {
  const { text, note } = useMemo(() => bodyText(bytes, charset, isPart), [bytes, charset, isPart])
  return (
    <>
      {note && <p className={classes.note}>{note}</p>}
      <ScrollBox label={label} className={classes.box}>
        <pre className={classes.text}>{text}</pre>
      </ScrollBox>
    </>
  )
}

function TextByRows({ bytes, charset, label }: LongTextProps) {
  const [box, setBox] = useState<HTMLElement | null>(null)
  // The list itself grows; its length says what is new.
  const [read, setRead] = useState<{ rows: readonly string[]; count: number; isWhole: boolean }>()
  useEffect(() => {
    const controller = new AbortController()
    let rows: readonly string[] = []
    readTextRows(bytes, charset, controller.signal, (now) => {
      rows = now
      setRead({ rows, count: rows.length, isWhole: false })
    })
      .then(() => {
        if (!controller.signal.aborted) setRead({ rows, count: rows.length, isWhole: true })
      })
      .catch(() => undefined)
    return () => controller.abort()
  }, [bytes, charset])
  const { first, count, height, top } = useRowWindow(box, read?.count ?? 0, rowHeight)
  return (
    <>
      <p className={classes.note}>
        {read?.isWhole
          ? `${read.count.toLocaleString('en')} rows; long lines go on in the next row`
          : `Reading ${formatBytes(bytes.length)}…`}
      </p>
      <ScrollBox ref={setBox} label={label} className={classes.box}>
        <div className={classes.all} style={{ height }}>
          <pre className={classes.rows} style={{ transform: `translateY(${top}px)` }}>
            {read?.rows.slice(first, first + count).map((row, index) => (
              <div key={first + index} className={classes.textRow}>
                {row || ' '}
              </div>
            ))}
          </pre>
        </div>
      </ScrollBox>
    </>
  )
}
