import { asksNotToAck, readAck } from '../../triggers/v3io-stream/acknowledgement'
import type { StreamSettings } from '../../triggers/v3io-stream/stream-settings'
import { startStreamTrigger, type Delivery } from '../../triggers/v3io-stream/stream-trigger'
import type { WorkerEvent } from '../../runtimes/runtime'
import type { Streams } from '../../streams/streams'
import type { EventOutcome, RunEventOptions } from './run-event'

export interface ConsumeStreamsOptions {
  settings: StreamSettings[]
  replicas: number
  streams: Streams
  /** Runs an event to the end of its answer. Never rejects. */
  run: (event: WorkerEvent, options: Pick<RunEventOptions, 'signal' | 'only'>) => Promise<EventOutcome>
  onProblem: (message: string, fields: Record<string, unknown>) => void
}

/** The stream triggers of a function while its processes run. */
export interface ConsumedStreams {
  /** Takes what a handler told beside its answer. */
  control: (message: unknown) => void
  /** Takes no further record; resolves when all that was handled is committed, which is after the workers' last answer. */
  stop(): Promise<void>
}

/** Has the workers of a function consume its streams. */
export function consumeStreams(options: ConsumeStreamsOptions): ConsumedStreams {
  const { replicas, streams, run } = options
  const triggers = options.settings.map((settings) =>
    startStreamTrigger({
      settings,
      replicas,
      streams,
      async deliver(event, { replica, worker }, signal): Promise<Delivery> {
        const { how, answer } = await run(event, {
          signal,
          only: (place) => place.replica === replica && (worker === undefined || place.id === worker),
        })
        if (how === 'answered') return { how, wantsNoAck: asksNotToAck(answer.headers) }
        return { how: how === 'timedOut' ? how : 'again' }
      },
      onProblem: (message, fields) => options.onProblem(message, { trigger: settings.name, ...fields }),
    }),
  )
  return {
    control(message) {
      const ack = readAck(message)
      if (ack) for (const trigger of triggers) trigger.ack(ack.topic, ack.shard, ack.sequence)
    },
    async stop() {
      await Promise.all(triggers.map((trigger) => trigger.stop()))
    },
  }
}
