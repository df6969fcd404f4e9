import { useMemo } from 'react'
import type { InvocationAnswer } from '@/api/invocations'
import { formatBytes } from '@/lib/format-bytes'
import { formatDuration } from '@/lib/format-duration'
import classes from './TryGateway.module.css'

/** So much of a body is shown, bytes. */
const shown = 64 * 1024

/** What came back through a gateway: status, time, headers, and the body as text. */
export function GatewayAnswer({ answer }: { answer: InvocationAnswer }) {
  const { status, statusText, headers, body, milliseconds } = answer
  const text = useMemo(() => new TextDecoder().decode(body.subarray(0, shown)), [body])
  const tone = status < 400 ? 'ok' : 'bad'
  return (
    <div className={classes.answer} role="region" aria-label="Answer">
      <p className={classes.status}>
        <strong data-tone={tone}>
          {status} {statusText}
        </strong>
        <span>
          {formatDuration(milliseconds)} · {formatBytes(body.length)}
        </span>
      </p>
      {body.length > 0 && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        <pre tabIndex={0} aria-label="Body of the answer">
          {text}
          {body.length > shown && `\n… ${formatBytes(body.length - shown)} more`}
        </pre>
      )}
      <details className={classes.headers}>
        <summary>
          {headers.length} {headers.length === 1 ? 'header' : 'headers'}
        </summary>
        <dl>
          {headers.map(([name, value], index) => (
            <div key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
