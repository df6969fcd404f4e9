import { useState } from 'react'
import type { NuclioFunction } from '@/api/generated/schema'
import { CopyButton } from '@/components/CopyButton'
import { Popup } from '@/components/Popup'
import { isProvisioning } from '@/domain/function-state'
import { externalUrls, internalUrls } from '@/domain/function-urls'
import classes from './FunctionLayout.module.css'

interface FunctionUrls {
  external: string[]
  internal: string[]
}

export function urlsOf(fn: NuclioFunction): FunctionUrls {
  const external = externalUrls(fn, window.location)
  return {
    external,
    internal: internalUrls(fn, window.location).filter((url) => !external.includes(url)),
  }
}

/** Where the function answers: the best address, and the others on demand. */
export function Addresses({ fn }: { fn: NuclioFunction }) {
  const { external, internal } = useLastUrls(fn)
  const [isOpen, setIsOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const url = external[0] ?? internal[0]
  if (!url) return null
  const more = external.length + internal.length - 1
  return (
    <span className={classes.url}>
      {external.length > 0 ? <UrlLink url={url} /> : url}
      <CopyButton value={url} label="Copy invocation URL" />
      {more > 0 && (
        <button
          ref={setAnchor}
          type="button"
          className={classes.more}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {more} more {more === 1 ? 'address' : 'addresses'}
        </button>
      )}
      {isOpen && (
        <Popup anchor={anchor} onClose={() => setIsOpen(false)} role="dialog" aria-label="Invocation URLs">
          <UrlList title="From outside" urls={external} areLinks />
          <UrlList title="Inside" urls={internal} />
        </Popup>
      )}
    </span>
  )
}

/** Several addresses, each to copy. */
export function UrlList(props: { title?: string; urls: readonly string[]; areLinks?: boolean }) {
  const { title, urls, areLinks } = props
  if (urls.length === 0) return null
  return (
    <div className={classes.urls}>
      {title && <p>{title}</p>}
      <ul>
        {urls.map((url) => (
          <li key={url} className={classes.url}>
            {areLinks ? <UrlLink url={url} /> : <span>{url}</span>}
            <CopyButton value={url} label={`Copy ${url}`} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function UrlLink({ url }: { url: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer" title={url}>
      {url}
    </a>
  )
}

/** Some servers forget the addresses while they deploy; they stay then, so that nothing moves. */
function useLastUrls(fn: NuclioFunction): FunctionUrls {
  const urls = urlsOf(fn)
  const [last, setLast] = useState(urls)
  const isKnown = urls.external.length + urls.internal.length > 0
  const isOther = JSON.stringify(urls) !== JSON.stringify(last)
  if (isOther && (isKnown || !isProvisioning(fn.status.state))) setLast(urls)
  return isKnown || !isProvisioning(fn.status.state) ? urls : last
}
