import type { DownloadRequest } from '@/api/logs/log-messages'
import type { LogSession } from '@/api/logs/log-session'
import type { MenuAction } from '@/components/ActionMenu'
import { notifyError } from '@/components/notify'
import type { LogStatus } from '@/domain/logs/log-status'
import { saveFile } from '@/lib/save-file'

/** So many replicas have a line of their own in the menu. */
const most = 12

/** What can be taken along of a log. */
export function logDownloads(session: LogSession, status: LogStatus, name: string): MenuAction[] {
  const why = status.lines === 0 ? 'There is no line yet' : undefined
  const download = (request: DownloadRequest, file: string, type: string) => {
    session.ask('download', request).then(
      (blob) => saveFile(file, blob, type),
      (error: unknown) => notifyError('The log could not be put together', error),
    )
  }
  return [
    {
      label: 'What is shown, as text',
      disabledReason: why,
      onSelect: () => download({ what: 'text' }, `${name}.log.txt`, 'text/plain'),
    },
    {
      label: 'What is shown, as JSON Lines',
      disabledReason: why,
      onSelect: () => download({ what: 'json-lines' }, `${name}.log.jsonl`, 'application/x-ndjson'),
    },
    ...status.replicas.slice(0, most).map((replica): MenuAction => ({
      label: status.replicas.length === 1 ? 'Every byte as it was sent' : `Every byte of ${replica.name}`,
      disabledReason: replica.lines === 0 ? 'It has written no line yet' : undefined,
      onSelect: () => download({ what: 'raw', replica: replica.name }, `${replica.name}.log`, 'text/plain'),
    })),
  ]
}
