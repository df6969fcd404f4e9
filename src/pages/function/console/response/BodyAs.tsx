import { lazy, Suspense, useMemo, type ReactNode } from 'react'
import type { BodyShow, CodeLanguage } from '@/domain/console/body-kind'
import { bodyText } from '@/domain/console/body-text'
import { indentJson } from '@/domain/console/json-format'
import type { View } from './body-views'
import { Preview } from './Preview'
import classes from './Response.module.css'

const JsonTree = lazy(async () => ({ default: (await import('./viewers/JsonTree')).JsonTree }))
const CodeText = lazy(async () => ({ default: (await import('./viewers/CodeText')).CodeText }))
const LongText = lazy(async () => ({ default: (await import('./viewers/LongText')).LongText }))
const FormTable = lazy(async () => ({ default: (await import('./viewers/FormTable')).FormTable }))
const HexView = lazy(async () => ({ default: (await import('./viewers/HexView')).HexView }))

interface BodyAsProps {
  view: View
  show: BodyShow
  bytes: Uint8Array
  isPart: boolean
  /** Stands above it. */
  tools: ReactNode
  /** It was to be shown as JSON, and is none. */
  onNoJson: (problem: string) => void
}

const label = 'Body of the response'

/** A body in one of its views. */
export function BodyAs({ view, show, bytes, isPart, tools, onNoJson }: BodyAsProps) {
  const charset = 'charset' in show ? show.charset : undefined
  if (view === 'tree' && show.kind === 'json')
    return (
      <Suspense fallback={<p className={classes.quiet}>Loading the tree…</p>}>
        <JsonTree
          text={asUtf8(bytes, charset)}
          isLines={show.isLines}
          label={label}
          tools={tools}
          onNoJson={onNoJson}
        />
      </Suspense>
    )
  return (
    <>
      <div className={classes.tools}>{tools}</div>
      <Suspense fallback={<p className={classes.quiet}>Loading the view…</p>}>
        {view === 'text' && <Text show={show} bytes={bytes} charset={charset} isPart={isPart} />}
        {view === 'hex' && <HexView bytes={bytes} label={label} />}
        {view === 'table' && <FormTable bytes={bytes} charset={charset} label={label} />}
        {view === 'preview' && <Preview show={show} bytes={bytes} label={label} />}
      </Suspense>
    </>
  )
}

const isUtf8 = (charset: string | undefined): boolean => !charset || /^utf-?8$/i.test(charset)

/** The tree reads UTF-8; another charset, which is rare, is read here. */
function asUtf8(bytes: Uint8Array, charset: string | undefined): string | Uint8Array {
  return isUtf8(charset) ? bytes : bodyText(bytes, charset).text
}

/** Beyond this code is shown without colours, which would take too long to find. */
const coloured = 100_000

function languageOf(show: BodyShow): CodeLanguage | undefined {
  if (show.kind === 'text') return show.language
  if (show.kind === 'html') return 'html'
  return show.kind === 'image' ? 'xml' : undefined
}

/** Beyond this JSON is shown as it came, not indented. */
const indented = 500_000

function Text({
  show,
  bytes,
  charset,
  isPart,
}: {
  show: BodyShow
  bytes: Uint8Array
  charset?: string
  isPart: boolean
}) {
  const text = useMemo(() => {
    if (show.kind !== 'json' || isPart || bytes.length > indented) return undefined
    const json = indentJson(bodyText(bytes, charset).text, 2, show.isLines)
    return json === undefined ? undefined : new TextEncoder().encode(json)
  }, [show, bytes, charset, isPart])
  const language = bytes.length <= coloured ? languageOf(show) : undefined
  if (language) return <CodeText bytes={bytes} charset={charset} language={language} label={label} />
  return <LongText bytes={text ?? bytes} charset={text ? 'utf-8' : charset} label={label} isPart={isPart} />
}
