import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import type { InvocationAnswer } from '@/api/invocations'
import { IconButton } from '@/components/IconButton'
import { answerFileName } from '@/domain/console/answer-file-name'
import {
  bodyView,
  firstPartSize,
  firstPartView,
  unaskedLimit,
  type BodyShow,
} from '@/domain/console/body-kind'
import { bodyText } from '@/domain/console/body-text'
import { headerOf } from '@/domain/console/verdict'
import { copyText } from '@/lib/clipboard'
import { announce } from '@/lib/announce'
import { formatBytes } from '@/lib/format-bytes'
import { saveFile } from '@/lib/save-file'
import { BodyAs } from './BodyAs'
import { chooseView, viewFor, viewsOf, viewWords, type View } from './body-views'
import { decompressed } from './decompressed'
import classes from './Response.module.css'

interface ResponseBodyProps {
  answer: InvocationAnswer
  functionName: string
}

/** The body of one answer by its type. What is large waits until a person asks for a part or for all of it. */
export function ResponseBody({ answer, functionName }: ResponseBodyProps) {
  const [asked, setAsked] = useState<'part' | 'all'>()
  const [unpacked, setUnpacked] = useState<Uint8Array>()
  const [trouble, setTrouble] = useState<string>()
  const shownAnswer = useMemo(
    () => (unpacked ? { headers: answer.headers.filter(isNoEncoding), body: unpacked } : answer),
    [answer, unpacked],
  )
  const view = useMemo(() => bodyView(shownAnswer, asked === 'all'), [shownAnswer, asked])
  const part = useMemo(
    () => (asked === 'part' ? firstPartView(shownAnswer) : undefined),
    [shownAnswer, asked],
  )
  const show = part?.show ?? view.show
  const download = () =>
    saveFile(
      answerFileName(functionName, headerOf(answer, 'content-disposition') ?? '', view.declaredType),
      answer.body as Uint8Array<ArrayBuffer>,
      'application/octet-stream',
    )
  const unpack = async (encoding: string) => {
    try {
      setUnpacked(await decompressed(answer.body, encoding))
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
  }

  if (show.kind === 'empty') return <p className={classes.quiet}>The body is empty.</p>
  if (view.isHeldBack && !part)
    return (
      <div className={classes.held}>
        <p>
          {formatBytes(shownAnswer.body.length)} of {kindWords[show.kind]} are not drawn unasked, as nothing
          over {formatBytes(unaskedLimit)} is: it could make the page slow.
        </p>
        <div className={classes.acts}>
          <Button variant="default" onClick={download}>
            Download
          </Button>
          <Button variant="default" onClick={() => setAsked('part')}>
            Show the first {formatBytes(firstPartSize)}
          </Button>
          <Button variant="default" onClick={() => setAsked('all')}>
            Show all of it
          </Button>
        </div>
      </div>
    )
  return (
    <Viewer
      show={show}
      bytes={part?.bytes ?? shownAnswer.body}
      isPart={part !== undefined}
      note={trouble ?? view.note}
    >
      {show.kind === 'compressed' && (
        <Button variant="subtle" onClick={() => void unpack(show.encoding)}>
          Decompress
        </Button>
      )}
      {part && (
        <Button variant="subtle" onClick={() => setAsked('all')}>
          Show all of it
        </Button>
      )}
      <IconButton icon="download" label="Download the body" title="Download" onClick={download} />
    </Viewer>
  )
}

const isNoEncoding = ([name]: readonly [string, string]): boolean => name.toLowerCase() !== 'content-encoding'

const kindWords: Record<BodyShow['kind'], string> = {
  empty: 'nothing',
  json: 'JSON',
  text: 'text',
  html: 'HTML',
  form: 'form fields',
  image: 'an image',
  audio: 'sound',
  video: 'video',
  pdf: 'a PDF',
  compressed: 'compressed data',
  binary: 'binary data',
}

interface ViewerProps {
  show: BodyShow
  bytes: Uint8Array
  isPart: boolean
  /** What there is to know about the bytes. */
  note?: string
  /** Further acts on the line of tools. */
  children: ReactNode
}

/** Beyond this a copy would stop the page for a while. */
const copied = 20_000_000

function Viewer({ show, bytes, isPart, note, children }: ViewerProps) {
  const [noJson, setNoJson] = useState<string>()
  const kind: BodyShow = noJson !== undefined ? { kind: 'text' } : show
  const [chosen, setChosen] = useState<View>()
  const views = viewsOf(kind)
  const view = views.find((one) => one === chosen) ?? viewFor(kind) ?? 'text'
  const charset = 'charset' in kind ? kind.charset : undefined
  const canCopy = views.includes('text') && bytes.length <= copied
  const copy = async () => {
    const isCopied = await copyText(bodyText(bytes, charset, isPart).text)
    announce(isCopied ? 'Copied' : 'The browser did not allow copying')
  }
  const tools = (
    <>
      {views.length > 1 && (
        <NativeSelect
          aria-label="Show the body as"
          className={classes.choice}
          data={views.map((one) => ({ value: one, label: viewWords[one] }))}
          value={view}
          onChange={(event) => {
            const next = event.currentTarget.value as View
            chooseView(kind, next)
            setChosen(next)
          }}
        />
      )}
      {canCopy && <IconButton icon="copy" label="Copy the body" title="Copy" onClick={() => void copy()} />}
      {children}
    </>
  )
  const notes = [
    noJson !== undefined && show.kind === 'json' && !show.isGuess
      ? `It says that it is JSON, and is not: ${noJson}`
      : '',
    isPart ? `Only the first ${formatBytes(bytes.length)}` : '',
    note ?? '',
  ].filter(Boolean)
  return (
    <div className={classes.viewer}>
      {notes.length > 0 && <p className={classes.note}>{notes.join('. ')}</p>}
      <BodyAs view={view} show={kind} bytes={bytes} isPart={isPart} tools={tools} onNoJson={setNoJson} />
    </div>
  )
}
