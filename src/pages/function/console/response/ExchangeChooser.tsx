import { NativeSelect } from '@mantine/core'
import { timeOfDay } from '@/lib/clock-time'
import { useConsole } from '../console-context'
import type { Exchange } from '../exchange'
import classes from './Response.module.css'

/** Which of the tab's requests is shown; there is nothing to choose while there was only one. */
export function ExchangeChooser() {
  const { exchanges, shown, show } = useConsole()
  const isKept = shown !== undefined && !exchanges.includes(shown)
  if (exchanges.length + (isKept ? 1 : 0) < 2) return null
  const running = exchanges.filter(({ outcome }) => outcome.state === 'running').length
  return (
    <div className={classes.chooser}>
      <NativeSelect
        aria-label="Shown response"
        className={classes.choice}
        value={shown?.id}
        onChange={(event) => show(event.currentTarget.value)}
        data={[
          ...(isKept ? [{ value: shown.id, label: `${words(shown)}, from the history` }] : []),
          ...exchanges.map((exchange) => ({ value: exchange.id, label: words(exchange) })),
        ]}
      />
      {running > 1 && <span className={classes.number}>{running} under way</span>}
    </div>
  )
}

function words({ sentAt, request, outcome }: Exchange): string {
  const end = {
    running: () => 'waiting',
    failed: () => 'failed',
    cancelled: () => 'cancelled',
    answered: () => (outcome.state === 'answered' ? String(outcome.answer.status) : ''),
  }[outcome.state]()
  return `${timeOfDay(sentAt)} · ${request.method} ${request.path.slice(0, 60)} · ${end}`
}
