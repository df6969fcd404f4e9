import { useState } from 'react'
import { ScrollBox } from '../../../ScrollBox'
import { hexRowCount, hexRows } from '@/lib/hex-rows'
import { useRowWindow } from './use-row-window'
import classes from './viewers.module.css'

const rowHeight = 20

/** Bytes as hexadecimal digits and characters, sixteen a row; any number of them. */
export function HexView({ bytes, label }: { bytes: Uint8Array; label: string }) {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const { first, count, height, top } = useRowWindow(box, hexRowCount(bytes), rowHeight)
  return (
    <ScrollBox ref={setBox} label={label} className={classes.box}>
      <div className={classes.all} style={{ height }}>
        <pre className={classes.rows} style={{ transform: `translateY(${top}px)` }}>
          {hexRows(bytes, first, count).map(({ offset, bytes: pairs, text }) => (
            <div key={offset} className={classes.hexRow}>
              <span className={classes.dim}>{offset}</span>
              <span>{`${pairs.slice(0, 8).join(' ')}  ${pairs.slice(8).join(' ')}`.padEnd(48)}</span>
              <span className={classes.dim}>{text}</span>
            </div>
          ))}
        </pre>
      </div>
    </ScrollBox>
  )
}
