import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { ApiError } from '@/api/errors'
import type { InvocationAnswer } from '@/api/invocations'
import { CopyButton } from '@/components/CopyButton'
import { SubmitError } from '@/components/SubmitError'
import { useNow } from '@/components/use-now'
import { LogRecords } from '../LogRecords'
import { ScrollBox } from '../ScrollBox'
import {
  bodyView,
  downloadName,
  formatBytes,
  formatDuration,
  refusalWords,
  verdictOn,
  type BodyView,
} from './answer-model'
import classes from './TestConsole.module.css'
import type { Invocation } from './use-invocation'

interface AnswerPanelProps {
  invocation: Invocation
  functionName: string
  secrets: readonly string[]
}

/** The outcome of the latest test request. */
export function AnswerPanel({ invocation, functionName, secrets }: AnswerPanelProps) {
  return (
    <section className={classes.answer} aria-label="Answer" aria-busy={invocation.state === 'running'}>
      {invocation.state === 'idle' && <p className={classes.quiet}>The answer appears here.</p>}
      {invocation.state === 'running' && <Waiting startedAt={invocation.startedAt} />}
      {invocation.state === 'cancelled' && (
        <p>
          Cancelled after {formatDuration(invocation.milliseconds)}. The connection is closed; the function
          may still be running.
        </p>
      )}
      {invocation.state === 'failed' && <NoAnswer error={invocation.error} />}
      {invocation.state === 'answered' && (
        <Answer answer={invocation.answer} functionName={functionName} secrets={secrets} />
      )}
    </section>
  )
}

function NoAnswer({ error }: { error: unknown }) {
  const isRefusal = error instanceof ApiError && error.kind !== 'network'
  const words = isRefusal ? refusalWords(error.message) : undefined
  return (
    <>
      <p className={classes.verdict}>
        {isRefusal ? 'The dashboard did not call the function.' : 'No answer came.'} {words}
      </p>
      <SubmitError error={error} />
    </>
  )
}

function Waiting({ startedAt }: { startedAt: number }) {
  const now = useNow(100)
  return (
    <p className={classes.status} data-tone="busy">
      Waiting for the answer{' '}
      <span className={classes.number}>{formatDuration(Math.max(0, now - startedAt))}</span>
    </p>
  )
}

const speakers = {
  function: undefined,
  dashboard: 'This is the dashboard’s answer, not the function’s.',
  proxy: 'This is a proxy’s answer, not the function’s.',
}

function Answer(props: { answer: InvocationAnswer; functionName: string; secrets: readonly string[] }) {
  const { answer, functionName, secrets } = props
  const verdict = verdictOn(answer)
  const view = useMemo(() => bodyView(answer), [answer])
  const [isRaw, setIsRaw] = useState(false)
  const text = isRaw && view.kind === 'json' ? new TextDecoder().decode(answer.body) : shownText(view)
  return (
    <>
      <div className={classes.answerHead}>
        <p className={classes.status} data-tone={verdict.tone}>
          <strong>
            {answer.status || 'Redirect'} {answer.statusText}
          </strong>
          <span className={classes.number}>{formatDuration(answer.milliseconds)}</span>
          <span className={classes.number}>{formatBytes(answer.body.length)}</span>
        </p>
        {view.kind === 'json' && (
          <Button variant="subtle" aria-pressed={isRaw} onClick={() => setIsRaw(!isRaw)}>
            As sent
          </Button>
        )}
        {view.kind !== 'empty' && (
          <Button variant="subtle" onClick={() => download(answer, functionName)}>
            Download
          </Button>
        )}
        {text !== undefined && <CopyButton value={text} label="Copy the body" />}
      </div>
      {(speakers[verdict.origin] ?? verdict.words) && (
        <p className={classes.verdict}>
          {speakers[verdict.origin]} {verdict.words}
        </p>
      )}
      <AnswerBody answer={answer} view={view} text={text} />
      <AnswerHeaders answer={answer} />
      <AnswerLogs answer={answer} secrets={secrets} />
    </>
  )
}

function AnswerHeaders({ answer }: { answer: InvocationAnswer }) {
  return (
    <details className={classes.fold}>
      <summary>Headers ({answer.headers.length})</summary>
      <dl className={classes.headerList}>
        {answer.headers.map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>{answer.logs && name.toLowerCase() === 'x-nuclio-logs' ? 'shown below' : value}</dd>
          </div>
        ))}
      </dl>
      {!answer.sealed && (
        <p className={classes.quiet}>
          A Nuclio dashboard removes headers that begin with X-Nuclio, and a browser hides cookies.
        </p>
      )}
    </details>
  )
}

function AnswerLogs({ answer, secrets }: { answer: InvocationAnswer; secrets: readonly string[] }) {
  return (
    <section aria-label="Logs of this call">
      <h2 className={classes.heading}>Logs of this call</h2>
      {answer.logs && answer.logs.length > 0 ? (
        <ScrollBox label="Log lines of this call" className={classes.logs}>
          <LogRecords label="Records" records={answer.logs} secrets={secrets} />
        </ScrollBox>
      ) : (
        <p className={classes.quiet}>
          {answer.logs
            ? 'It logged nothing.'
            : 'The answer carries no logs: the server removes them, or there were too many.'}
        </p>
      )}
    </section>
  )
}

function AnswerBody({ answer, view, text }: { answer: InvocationAnswer; view: BodyView; text?: string }) {
  switch (view.kind) {
    case 'empty':
      return <p className={classes.quiet}>The body is empty.</p>
    case 'image':
      return <AnswerImage answer={answer} type={view.type} />
    case 'binary':
      return <p className={classes.quiet}>Binary data, {formatBytes(answer.body.length)}.</p>
    default:
      return (
        <>
          <ScrollBox label="Body of the answer" className={classes.text}>
            <pre>{text}</pre>
          </ScrollBox>
          {!view.whole && (
            <p className={classes.quiet}>Only the beginning is shown; the download has all of it.</p>
          )}
        </>
      )
  }
}

function shownText(view: BodyView): string | undefined {
  return view.kind === 'json' || view.kind === 'text' ? view.text : undefined
}

function AnswerImage({ answer, type }: { answer: InvocationAnswer; type: string }) {
  const draw = (image: HTMLImageElement) => {
    const url = URL.createObjectURL(blobOf(answer, type))
    image.src = url
    return () => URL.revokeObjectURL(url)
  }
  return <img ref={draw} className={classes.image} alt="Body of the answer" />
}

function blobOf(answer: InvocationAnswer, type = 'application/octet-stream'): Blob {
  return new Blob([answer.body as Uint8Array<ArrayBuffer>], { type })
}

function download(answer: InvocationAnswer, functionName: string): void {
  const url = URL.createObjectURL(blobOf(answer))
  const link = document.createElement('a')
  link.href = url
  link.download = downloadName(functionName, answer)
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
