import { notifyError, notifySuccess } from '@/components/notify'
import { requestLink, type RequestLink } from '@/domain/console/request-link'
import { copyText } from '@/lib/clipboard'
import { useConsole } from '../console-context'
import { tabPath } from '../../tabs'
import { useWorkbench } from '../../workbench'

/** Copies a link that fills the console of another browser with the request as it stands; it says what does not go along. */
export function useRequestLink(): () => Promise<void> {
  const { ref } = useWorkbench()
  const { request } = useConsole()
  return async () => {
    try {
      const link = await requestLink(request)
      const address = new URL(tabPath(ref, { segment: 'console' }), location.href)
      address.hash = link.fragment
      if (await copyText(address.href)) notifySuccess(linkWords(link))
      else notifyError('The link was not copied', new Error('The browser did not allow copying'))
    } catch (error) {
      notifyError('There is no link to this request', error)
    }
  }
}

function linkWords({ leftOut, files, isLong }: RequestLink): string {
  return [
    'The link is copied.',
    leftOut.length > 0 ? `Left out: ${leftOut.join(', ')}.` : '',
    files.length > 0 ? `Of files only the names go along: ${files.join(', ')}.` : '',
    isLong ? 'It is long, and some programs may cut it.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
