import { useEffect, useState } from 'react'
import type { BodyShow } from '@/domain/console/body-kind'
import { bodyText } from '@/domain/console/body-text'
import classes from './Response.module.css'

interface PreviewProps {
  show: BodyShow
  bytes: Uint8Array
  label: string
}

/**
 * A body drawn by the browser, where it can do nothing to the page: images run no scripts, and a page stands in a frame that may do nothing.
 * A PDF stands in the browser's own viewer, which does not start in such a frame and keeps the scripts of a PDF to the PDF.
 */
export function Preview({ show, bytes, label }: PreviewProps) {
  switch (show.kind) {
    case 'html':
      return (
        <iframe
          className={classes.frame}
          title={`${label}, without scripts`}
          sandbox=""
          srcDoc={bodyText(bytes, show.charset).text}
        />
      )
    case 'image':
    case 'audio':
    case 'video':
    case 'pdf':
      return <Media key={show.kind} kind={show.kind} type={show.type} bytes={bytes} label={label} />
    default:
      return null
  }
}

interface MediaProps {
  kind: 'image' | 'audio' | 'video' | 'pdf'
  type: string
  bytes: Uint8Array
  label: string
}

function Media({ kind, type, bytes, label }: MediaProps) {
  const url = useObjectUrl(bytes, type)
  const [isBroken, setIsBroken] = useState(false)
  if (!url) return null
  if (isBroken)
    return <p className={classes.quiet}>The browser cannot draw it; the download has all of it.</p>
  const onError = () => setIsBroken(true)
  switch (kind) {
    case 'image':
      return <img className={classes.image} src={url} alt={label} onError={onError} />
    case 'audio':
      // eslint-disable-next-line jsx-a11y/media-has-caption -- what a function answers has none
      return <audio className={classes.player} src={url} controls aria-label={label} onError={onError} />
    case 'video':
      // eslint-disable-next-line jsx-a11y/media-has-caption -- what a function answers has none
      return <video className={classes.image} src={url} controls aria-label={label} onError={onError} />
    case 'pdf':
      return <Pdf url={url} label={label} />
  }
}

function Pdf({ url, label }: { url: string; label: string }) {
  // In a browser without a viewer the frame would stay empty, or download the file unasked.
  if (!navigator.pdfViewerEnabled)
    return (
      <p className={classes.quiet}>The browser has no viewer for PDFs here; the download has all of it.</p>
    )
  return (
    <>
      <p className={classes.beside}>
        <a href={url} target="_blank" rel="noreferrer">
          Open in a tab
        </a>
      </p>
      <iframe className={classes.frame} title={label} src={url} />
    </>
  )
}

function useObjectUrl(bytes: Uint8Array, type: string): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the address exists outside of React and is given back
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, type])
  return url
}
