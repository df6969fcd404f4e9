import { jsonProblemLine, jsonProblemOf } from '@/domain/console/json-problem'
import { createJsonDesk } from '@/lib/json-rows/json-desk'
import type { FromJsonWorker, ToJsonWorker } from '@/lib/json-rows/json-rows-messages'

const desk = createJsonDesk((text, fault) => jsonProblemLine(jsonProblemOf(text, fault)))

addEventListener('message', ({ data: { id, ask } }: MessageEvent<ToJsonWorker>) => {
  postMessage({ id, ...desk(ask) } satisfies FromJsonWorker)
})
