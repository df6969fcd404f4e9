import type { FromLogWorker, ToLogWorker } from './log-messages'
import { openLog, type OpenLog } from './open-log'

let log: OpenLog | undefined

const send = (message: FromLogWorker): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToLogWorker>) => {
  if ('open' in data) log = openLog(data.open, (status) => send({ status }))
  else if ('tell' in data) log?.tell(data.tell)
  else void answer(data.ask)
})

async function answer({ id, about, request }: Extract<ToLogWorker, { ask: unknown }>['ask']): Promise<void> {
  try {
    send({ answer: { id, value: await log?.ask(about, request) } })
  } catch (error) {
    send({ answer: { id, failure: error instanceof Error ? error.message : String(error) } })
  }
}
