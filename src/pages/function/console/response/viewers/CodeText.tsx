import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { darkTheme, lightTheme, tokenColour } from '@/components/editor/editor-themes'
import type { CodeLanguage } from '@/domain/console/body-kind'
import { bodyText } from '@/domain/console/body-text'
import { ScrollBox } from '../../../ScrollBox'
import { textRows } from './text-rows'
import { useRowWindow } from './use-row-window'
import classes from './viewers.module.css'

interface CodeTextProps {
  bytes: Uint8Array
  charset?: string
  language: CodeLanguage
  label: string
}

const rowHeight = 20

/** Code in the colours of the source editor, whose parts for that are loaded when they are first needed: until then it has none. */
export function CodeText({ bytes, charset, language, label }: CodeTextProps) {
  const { text, note } = useMemo(() => bodyText(bytes, charset), [bytes, charset])
  const rows = useMemo(() => textRows(text), [text])
  const coloured = useColours(rows, language)
  const [box, setBox] = useState<HTMLElement | null>(null)
  const { first, count, height, top } = useRowWindow(box, rows.length, rowHeight)
  return (
    <>
      {note && <p className={classes.note}>{note}</p>}
      <ScrollBox ref={setBox} label={label} className={classes.box}>
        <div className={classes.all} style={{ height }}>
          <pre className={classes.rows} style={{ transform: `translateY(${top}px)` }}>
            {rows.slice(first, first + count).map((row, index) => (
              <div key={first + index} className={classes.textRow}>
                {coloured?.[first + index]?.map(({ text: stretch, colour }, at) => (
                  <span key={at} style={{ color: colour }}>
                    {stretch}
                  </span>
                )) ??
                  (row || ' ')}
              </div>
            ))}
          </pre>
        </div>
      </ScrollBox>
    </>
  )
}

function useColours(rows: readonly string[], language: CodeLanguage) {
  const scheme = useComputedColorScheme('light')
  const [coloured, setColoured] = useState<{ text: string; colour?: string }[][]>()
  useEffect(() => {
    let isOver = false
    const theme = scheme === 'dark' ? darkTheme : lightTheme
    // The heart of the editor first: all of it at once would hold up the page.
    import('monaco-editor/editor')
      .then(() => import('./colours'))
      .then(async ({ colouredRows }) => {
        const stretches = await colouredRows(rows, language)
        if (isOver) return
        setColoured(
          stretches.map((row) => row.map(({ text, token }) => ({ text, colour: tokenColour(token, theme) }))),
        )
      })
      // Without colours it can be read all the same.
      .catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [rows, language, scheme])
  return coloured
}
