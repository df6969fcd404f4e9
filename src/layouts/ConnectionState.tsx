import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { serverQuery, versionsQuery } from '@/api/platform'
import { Popup } from '@/components/Popup'
import { RelativeTime } from '@/components/RelativeTime'
import { useNow } from '@/components/use-now'
import { shortSpan } from '@/lib/relative-time'
import { useConnection } from './connection'
import classes from './ConnectionState.module.css'

const explained = {
  embedded: 'The embedded platform, which runs functions on the machine of this server',
  proxy: 'A Nuclio that this server passes requests on to',
  direct: 'The Nuclio that serves this page',
} as const

/** A dot and a word that say which server this is and whether it answers; more on a press. */
export function ConnectionState() {
  const connection = useConnection()
  const { data: server } = useQuery(serverQuery())
  const { data: versions } = useQuery(versionsQuery())
  const [open, setOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const kind = server?.kind ?? 'direct'
  const target = server?.target && hostOf(server.target)
  const version = versions?.dashboard.label

  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        className={classes.button}
        data-lost={connection.lost || undefined}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        <span className={classes.dot} aria-hidden="true" />
        <span className={classes.word}>
          <span className="visually-hidden">Server: </span>
          {connection.lost ? (
            <Lost since={connection.lastAnswer} />
          ) : kind === 'embedded' ? (
            'embedded'
          ) : target ? (
            `Nuclio at ${target}`
          ) : server ? (
            'Nuclio'
          ) : (
            'connected'
          )}
        </span>
      </button>
      {open && (
        <Popup
          anchor={anchor}
          onClose={() => setOpen(false)}
          align="end"
          className={classes.popup}
          role="dialog"
          aria-label="Server"
        >
          <p className={classes.explained}>{explained[kind]}</p>
          <dl className={classes.facts}>
            <dt>Address</dt>
            <dd>{server?.target ?? window.location.origin}</dd>
            <dt>Version</dt>
            <dd>{version ?? 'unknown'}</dd>
            <dt>Last answer</dt>
            <dd>
              <RelativeTime at={connection.lastAnswer} />
              {connection.lost && ', trying again'}
            </dd>
          </dl>
        </Popup>
      )}
    </>
  )
}

function hostOf(target: string): string {
  return URL.canParse(target) ? new URL(target).host : target
}

function Lost({ since }: { since: number }) {
  const now = useNow(1_000)
  return (
    <>
      reconnecting<span className={classes.since}> · last answer {shortSpan(now - since)} ago</span>
    </>
  )
}
