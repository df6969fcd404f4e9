import { useEffect, useMemo, useState } from 'react'
import { bodyText } from '@/domain/console/body-text'
import { ScrollBox } from '../../../ScrollBox'
import { formField, readFormFields } from './form-fields'
import { useRowWindow } from './use-row-window'
import classes from './viewers.module.css'

interface FormTableProps {
  bytes: Uint8Array
  charset?: string
  label: string
}

/** Up to so many fields are drawn whole, their values wrapped. */
const drawnWhole = 200
/** Signs of a value that are drawn where it wraps, and where it has one line. */
const wrapped = 2_000
const onOneLine = 300
const rowHeight = 24

/** The fields of a form body, in their order; any number of them. */
export function FormTable({ bytes, charset, label }: FormTableProps) {
  const { text, note } = useMemo(() => bodyText(bytes, charset), [bytes, charset])
  // The list itself grows; its length says what is new.
  const [read, setRead] = useState<{ fields: readonly string[]; count: number }>()
  useEffect(() => {
    const controller = new AbortController()
    void readFormFields(text, controller.signal, (fields) => setRead({ fields, count: fields.length }))
    return () => controller.abort()
  }, [text])
  const fields = read?.fields ?? []
  return (
    <>
      {note && <p className={classes.note}>{note}</p>}
      {fields.length <= drawnWhole ? (
        <ScrollBox label={label} className={classes.box}>
          <dl className={classes.fields} data-wraps>
            {fields.map(formField).map(([name, value], index) => (
              <div key={index}>
                <dt>{name}</dt>
                <dd>{cut(value, wrapped)}</dd>
              </div>
            ))}
          </dl>
        </ScrollBox>
      ) : (
        <FieldsByRows fields={fields} label={label} />
      )}
    </>
  )
}

function FieldsByRows({ fields, label }: { fields: readonly string[]; label: string }) {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const { first, count, height, top } = useRowWindow(box, fields.length, rowHeight)
  return (
    <>
      <p className={classes.note}>
        {fields.length.toLocaleString('en')} fields, a line each; long values are cut
      </p>
      <ScrollBox ref={setBox} label={label} className={classes.box}>
        <div style={{ height }}>
          <dl className={classes.fields} style={{ transform: `translateY(${top}px)` }}>
            {fields
              .slice(first, first + count)
              .map(formField)
              .map(([name, value], index) => (
                <div key={first + index}>
                  <dt>{cut(name, onOneLine)}</dt>
                  <dd>{cut(value, onOneLine)}</dd>
                </div>
              ))}
          </dl>
        </div>
      </ScrollBox>
    </>
  )
}

const cut = (text: string, signs: number): string =>
  text.length > signs ? `${text.slice(0, signs)} … ${text.length.toLocaleString('en')} signs` : text
