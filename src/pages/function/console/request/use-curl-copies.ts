import { useState } from 'react'
import { curlCommand, withItsSecrets, type CurlExport } from '@/domain/console/curl-export'
import { throughDashboard } from '@/domain/console/through-dashboard'
import { toSend } from '@/domain/console/to-send'
import { announce } from '@/lib/announce'
import { copyText } from '@/lib/clipboard'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'
import type { Target } from './targets'

export interface CurlCopies {
  /** Whether the command goes to the target itself. */
  isDirect: boolean
  copy: () => void
  copyThroughDashboard: () => void
  /** What is said of the latest copy; with secrets, how to have them in it. */
  said?: { words: string; copyWithSecrets?: () => void }
  forget: () => void
}

/** The request as a `curl` command on the clipboard: to the target where this machine is likely to reach it, or else to the dashboard. */
export function useCurlCopies(target: Target | undefined): CurlCopies {
  const { ref } = useWorkbench()
  const { request } = useConsole()
  const [said, setSaid] = useState<CurlCopies['said']>()
  const direct = target?.isOutside ? target.url : undefined

  const put = async (text: string, next: NonNullable<CurlCopies['said']>) => {
    const told = (await copyText(text)) ? next : { words: 'The browser did not allow copying.' }
    setSaid(told)
    announce(told.words)
  }
  const copyCommand = (found: CurlExport) => {
    const { command, variables } = found
    const files = /(?:^|\s)(?:-F|--data-binary) '[^']*@/.test(command)
      ? ' Files are taken from the current folder.'
      : ''
    if (variables.length === 0) return void put(command, { words: `Copied as cURL.${files}` })
    const names = variables.map(({ name }) => name).join(', ')
    void put(command, {
      words: `Copied as cURL. Secrets stand in it as variables: ${names}.${files}`,
      copyWithSecrets: () =>
        void put(withItsSecrets(found), {
          words: `Copied as cURL, with secrets in it: take care where you paste it.${files}`,
        }),
    })
  }
  const source = () => {
    const { body, options } = request
    const file = body.kind === 'file' ? body.file : undefined
    return { sent: toSend(request), options, file }
  }
  const copyThroughDashboard = () => {
    const { file, ...given } = source()
    const { origin } = window.location
    copyCommand(curlCommand({ ...throughDashboard({ ...given, ref, origin }), file }))
  }
  return {
    isDirect: direct !== undefined,
    copy:
      direct === undefined
        ? copyThroughDashboard
        : () => copyCommand(curlCommand({ ...source(), target: direct })),
    copyThroughDashboard,
    said,
    forget: () => setSaid(undefined),
  }
}
