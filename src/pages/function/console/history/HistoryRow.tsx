import { ActionMenu } from '@/components/ActionMenu'
import { RelativeTime } from '@/components/RelativeTime'
import { bodyNotKept, pinProblem, type HistoryEntry } from '@/domain/console/history'
import { formatBytes } from '@/lib/format-bytes'
import { formatDuration } from '@/lib/format-duration'
import { timeOfDay } from '@/lib/clock-time'
import { useConsole } from '../console-context'
import { exchangeOfEntry } from './entry-exchange'
import { useHistory } from './use-history'
import classes from './History.module.css'

interface HistoryRowProps {
  entry: HistoryEntry
  notInvocable?: string
  onFill: () => void
  onSend: () => void
  onSaveAsEvent?: () => void
}

/** One request of the history: a press fills it in, the menu has the rest. */
export function HistoryRow({ entry, notInvocable, onFill, onSend, onSaveAsEvent }: HistoryRowProps) {
  const { showKept } = useConsole()
  const { history, pin, remove } = useHistory()
  const { request, answer, verdict, pinned } = entry
  const { method, path } = request.request
  const name = `${method} ${path} of ${timeOfDay(entry.at)}`
  return (
    <li className={classes.row}>
      <button type="button" className={classes.fill} title="Fill in this request" onClick={onFill}>
        <span className={classes.method}>{method}</span>
        <span className={classes.path}>{path}</span>
      </button>
      <span className={classes.status} data-tone={verdict.tone} title={verdict.words}>
        {answer ? answer.status : 'none'}
      </span>
      <span className={classes.number}>{formatDuration(entry.duration)}</span>
      <span className={classes.number}>{answer ? formatBytes(answer.size) : ''}</span>
      <span className={classes.when}>
        {pinned && <span className={classes.pinned}>pinned </span>}
        <RelativeTime at={entry.at} />
      </span>
      <ActionMenu
        label={`Actions on ${name}`}
        actions={[
          {
            label: 'Send again',
            onSelect: onSend,
            disabledReason: entry.isBodyLeftOut ? 'Its body was too big to be kept' : notInvocable,
          },
          {
            label: 'Show its response',
            onSelect: () => showKept(exchangeOfEntry(entry)),
            disabledReason: answer && !answer.body ? bodyNotKept(answer) : undefined,
          },
          ...(onSaveAsEvent ? [{ label: 'Save as event…', onSelect: onSaveAsEvent }] : []),
          {
            label: pinned ? 'Unpin' : 'Pin',
            onSelect: () => pin(entry.id, !pinned),
            disabledReason: pinned ? undefined : pinProblem(history, entry.id),
          },
          { label: 'Delete', onSelect: () => remove([entry.id]), danger: true },
        ]}
      />
    </li>
  )
}
