import { useState, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { TabStrip } from '@/components/TabStrip'
import { keyCaps } from '@/components/use-shortcut'
import { useConsole } from '../console-context'
import { isAnswered, type Exchange } from '../exchange'
import { VerdictWords } from '../verdict/VerdictWords'
import { ExchangeChooser } from './ExchangeChooser'
import { ResponseBody } from './ResponseBody'
import { ResponseHeaders } from './ResponseHeaders'
import { ResponseHead } from './ResponseHead'
import classes from './Response.module.css'

export interface ExtraTab {
  id: string
  label: string
  mark?: ReactNode
  content: ReactNode
}

interface ResponsePanelProps {
  /** What is shown; nothing before the first request. */
  exchange?: Exchange
  functionName: string
  /** Further views of an answer. */
  extra: readonly ExtraTab[]
}

/** What came of a request: who answered what, the body by its type, the headers. */
export function ResponsePanel({ exchange, functionName, extra }: ResponsePanelProps) {
  const { cancel } = useConsole()
  const [tab, setTab] = useState('body')
  const isRunning = exchange?.outcome.state === 'running'
  return (
    <section className={classes.response} aria-label="Response" aria-busy={isRunning}>
      {!exchange && (
        <p className={classes.quiet}>
          The response appears here. {keyCaps('mod+enter').join('+')} sends the request.
        </p>
      )}
      {exchange && (
        <ResponseHead exchange={exchange}>
          {isRunning && (
            <Button variant="subtle" onClick={() => cancel(exchange.id)}>
              Stop waiting
            </Button>
          )}
          <ExchangeChooser />
        </ResponseHead>
      )}
      {exchange && <VerdictWords exchange={exchange} />}
      {exchange && isAnswered(exchange) && (
        <TabStrip
          label="Parts of the response"
          className={classes.parts}
          value={['body', 'headers', ...extra.map(({ id }) => id)].includes(tab) ? tab : 'body'}
          onChange={setTab}
          tabs={[
            { id: 'body', label: 'Body' },
            { id: 'headers', label: 'Headers', mark: exchange.outcome.answer.headers.length },
            ...extra,
          ]}
        >
          {tab === 'headers' ? (
            <ResponseHeaders answer={exchange.outcome.answer} />
          ) : (
            (extra.find(({ id }) => id === tab)?.content ?? (
              <ResponseBody key={exchange.id} answer={exchange.outcome.answer} functionName={functionName} />
            ))
          )}
        </TabStrip>
      )}
    </section>
  )
}
