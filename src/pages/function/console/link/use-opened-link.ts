import { useEffect, useEffectEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { notifyError } from '@/components/notify'
import type { ConsoleRequest } from '@/domain/console/request'
import { isRequestLink, readRequestLink, type RequestFromLink } from '@/domain/console/request-link'

interface Options {
  fill: (request: ConsoleRequest, words: string) => void
  /** Addresses that a request may name as its target. */
  ownUrls: readonly string[]
}

/**
 * Fills the console from an address that holds a request, and takes the request out of the address. Nothing is ever sent: whoever
 * made the link does not decide that.
 */
export function useOpenedLink({ fill, ownUrls }: Options): void {
  const location = useLocation()
  const navigate = useNavigate()
  const take = useEffectEvent((found: RequestFromLink) => {
    if ('problem' in found) notifyError('The request in the link cannot be read', new Error(found.problem))
    else {
      const { invokeUrl } = found.request.options
      const isForeign = invokeUrl !== '' && !ownUrls.includes(invokeUrl)
      const options = { ...found.request.options, invokeUrl: isForeign ? '' : invokeUrl }
      fill({ ...found.request, options }, linkWords(found, isForeign ? invokeUrl : undefined))
    }
    void navigate({ ...location, hash: '' }, { replace: true, preventScrollReset: true })
  })
  const { hash } = location
  useEffect(() => {
    if (!isRequestLink(hash)) return
    let isOver = false
    void readRequestLink(hash).then((found) => {
      if (!isOver) take(found)
    })
    return () => {
      isOver = true
    }
  }, [hash])
}

function linkWords(
  { leftOut, files }: Exclude<RequestFromLink, { problem: string }>,
  foreign?: string,
): string {
  return [
    'Filled in from a link; nothing is sent until you do.',
    leftOut.length > 0 ? `Enter what it left out: ${leftOut.join(', ')}.` : '',
    files.length > 0 ? `Choose again: ${files.join(', ')}.` : '',
    foreign ? `Its target ${foreign} is none of this function’s addresses; the server chooses.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
