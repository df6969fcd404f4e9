import { Button, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { headersOfLines, linesOfHeaders } from '@/domain/console/header-lines'
import type { RequestRow } from '@/domain/console/request'
import type { RequestProblem } from '@/domain/console/request-problems'
import { useConsole } from '../console-context'
import { headerNames, headerValues } from './header-names'
import { PairRows } from './PairRows'
import classes from './RequestForm.module.css'
import { useRowFocus } from './use-row-focus'

/** The headers of the request, as rows or all of them as text. */
export function HeadersSection({ problems }: { problems: readonly RequestProblem[] }) {
  const { request, change } = useConsole()
  const [isText, setIsText] = useState(false)
  const { list, focusNext } = useRowFocus()
  const rows = request.headers
  const setRows = (headers: RequestRow[]) => change((before) => ({ ...before, headers }))
  const toggle = (
    <Button
      variant="subtle"
      data-toggle
      onClick={() => {
        focusNext(isText ? '[data-toggle]' : 'textarea')
        setIsText(!isText)
      }}
    >
      {isText ? 'Edit as rows' : 'Edit as text'}
    </Button>
  )
  if (isText)
    return (
      <div ref={list} className={classes.fill}>
        <HeaderText rows={rows} onRows={setRows} toggle={toggle} problems={problems} />
      </div>
    )
  return (
    <div ref={list}>
      <PairRows
        label="Headers"
        item="header"
        rows={rows}
        onRows={setRows}
        blank={(id): RequestRow => ({ id, name: '', value: '' })}
        problemOf={(row) => problems.find(({ at, rowId }) => at === 'header' && rowId === row.id)}
        names={headerNames}
        valuesOf={headerValues}
        onPasteName={(event, row) => {
          const text = event.clipboardData.getData('text')
          if (!/[\r\n]/.test(text.trim()) || !/^[^\s:]+:/m.test(text)) return
          event.preventDefault()
          const next = rows.reduce((most, { id }) => Math.max(most, id), 0) + 1
          const pasted = headersOfLines(text).map((header, index) => ({ ...header, id: next + index }))
          const at = rows.indexOf(row)
          const isBlank = row.name + row.value === ''
          setRows([...rows.slice(0, isBlank ? at : at + 1), ...pasted, ...rows.slice(at + 1)])
        }}
      >
        {toggle}
      </PairRows>
    </div>
  )
}

interface HeaderTextProps {
  rows: readonly RequestRow[]
  onRows: (rows: RequestRow[]) => void
  toggle: ReactNode
  problems: readonly RequestProblem[]
}

function HeaderText({ rows, onRows, toggle, problems }: HeaderTextProps) {
  // What is typed is not the same text as the rows make: it may have empty lines.
  const [typed, setTyped] = useState<{ text: string; rows: readonly RequestRow[] }>()
  const text = typed && typed.rows === rows ? typed.text : linesOfHeaders(rows)
  const found = problems.filter(({ at }) => at === 'header')
  return (
    <div className={classes.text}>
      <Textarea
        aria-label="Headers as text"
        aria-describedby="headers-as-text-help"
        classNames={{ root: classes.grow, wrapper: classes.grow, input: classes.code }}
        placeholder={'Name: value\n# Name: value of one that is off'}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        onChange={(event) => {
          const next = headersOfLines(event.currentTarget.value, rows)
          setTyped({ text: event.currentTarget.value, rows: next })
          onRows(next)
        }}
      />
      {found.map(({ rowId, words, stops }) => (
        <p key={rowId} className={classes.words} data-stops={stops || undefined}>
          {rows.find(({ id }) => id === rowId)?.name || 'A header without a name'}: {words}
        </p>
      ))}
      <div className={classes.line}>
        {toggle}
        <span id="headers-as-text-help" className={classes.words}>
          One a line; # before a name switches it off
        </span>
      </div>
    </div>
  )
}
