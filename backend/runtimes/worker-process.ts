import type { LogRecord } from '@/api/generated/schema'

import { answerStream } from './answer-stream'
import type { AnswerStream } from './answer-stream'
import { deferred } from './deferred'
import { decodeFrames, encodeFrame } from './frames'
import { spawnGuarded } from './guarded-process'
import type { Exit } from './guarded-process'
import { BuildError, WorkerExit } from './runtime'
import type { Worker, WorkerAnswer, WorkerEvent, WorkerOptions } from './runtime'
import { eventMessage, sendableHeaders } from './worker-messages'
import type { StartMessage, WorkerMessage } from './worker-messages'

export interface WorkerProcessOptions {
  command: string
  args: string[]
  env: Record<string, string>
  start: StartMessage
  /** How long the handler may take to load and to initialise, milliseconds. */
  startTimeout: number
  worker: WorkerOptions
}

/** The event that is in the worker. */
interface Running {
  onLog: (record: LogRecord) => void
  answer: (answer: WorkerAnswer) => void
  fail: (error: Error) => void
  stream?: AnswerStream
  finish: () => void
}

/** How long the last frames of a process that has ended may take to be read. */
const drainMilliseconds = 300
const keptOutput = 8192

/** Starts a wrapper that speaks the frame protocol, and resolves when its handler is loaded. Throws {@link BuildError}. */
export async function startWorkerProcess(options: WorkerProcessOptions): Promise<Worker> {
  const { worker, start } = options
  const guarded = await spawnGuarded({
    command: options.command,
    args: options.args,
    directory: worker.directory,
    env: options.env,
    channels: true,
  })
  const channels = guarded.channels
  if (!channels) throw new Error('The worker has no channels')

  let startOutput = ''
  let starting = true
  guarded.output.on('data', (chunk: Buffer) => {
    if (starting) startOutput = (startOutput + chunk.toString()).slice(-keptOutput)
    worker.onOutput(chunk)
  })

  let running: Running | undefined
  let ended: WorkerExit | undefined
  const started = deferred<number>()

  const receive = async (message: WorkerMessage, body: Buffer) => {
    switch (message.kind) {
      case 'ready':
        return started.resolve(message.pid)
      case 'failed':
        return started.reject(new BuildError(message.message))
      case 'log':
        return (running?.onLog ?? worker.onLog)(logRecord(message, worker))
      case 'control':
        return worker.onControl?.(message.message)
      case 'answer': {
        const status = Number(message.status)
        const headers = sendableHeaders(message.headers)
        if (!Number.isInteger(status) || status < 200 || status > 999) {
          running?.answer(invalidStatus(message.status))
        } else if (message.streamed && running) {
          running.stream = answerStream()
          running.answer({ status, headers, body: running.stream.body })
        } else {
          running?.answer({ status, headers, body })
        }
        return message.streamed ? undefined : running?.finish()
      }
      case 'chunk':
        return running?.stream?.write(body)
      case 'end':
        if (message.error === undefined) running?.stream?.end()
        else running?.stream?.fail(new Error(message.error))
        return running?.finish()
    }
  }

  const readAll = async () => {
    try {
      for await (const { head, body } of decodeFrames(channels.fromProcess)) {
        await receive(head as WorkerMessage, body)
      }
    } catch {
      // Either the process is gone already, or what it wrote to the channel is not of the protocol, and it has to go.
      await guarded.kill()
    }
    const exit = await guarded.exited
    ended = new WorkerExit(exitWords(exit), exit.code, exit.signal)
    started.reject(new BuildError(startFailure(exit, startOutput)))
    running?.stream?.fail(ended)
    running?.fail(ended)
    running?.finish()
  }
  const read = readAll()
  void guarded.exited.then(async () => {
    // Something that escaped from the group may hold the channel open.
    const timer = setTimeout(() => {
      running?.stream?.fail(new Error('The function ended in the middle of its answer'))
      channels.fromProcess.destroy()
    }, drainMilliseconds)
    await read
    clearTimeout(timer)
  })

  const send = (head: unknown, body?: Uint8Array) => {
    // All pieces in one write: each would wake the worker up, only to wait for the next one.
    channels.toProcess.cork()
    for (const piece of encodeFrame(head, body)) channels.toProcess.write(piece)
    channels.toProcess.uncork()
  }

  let turn: Promise<unknown> = Promise.resolve()
  let queue: Promise<unknown> = Promise.resolve()
  const run = async (event: WorkerEvent, onLog: (record: LogRecord) => void): Promise<WorkerAnswer> => {
    if (ended) throw ended
    const answered = deferred<WorkerAnswer>()
    const finished = deferred()
    turn = finished.promise
    running = {
      onLog,
      answer: answered.resolve,
      fail: answered.reject,
      finish: () => {
        running = undefined
        finished.resolve()
      },
    }
    send(eventMessage(event), event.body)
    return answered.promise
  }

  send(start)
  const giveUp = () => started.reject(new BuildError('The start was given up'))
  worker.signal?.addEventListener('abort', giveUp)
  if (worker.signal?.aborted) giveUp()
  const timer = setTimeout(() => {
    const seconds = options.startTimeout / 1000
    started.reject(
      new BuildError(withOutput(`The function did not finish starting within ${seconds} s`, startOutput)),
    )
  }, options.startTimeout)
  try {
    const pid = await started.promise
    starting = false
    return {
      id: worker.id,
      pid,
      exited: guarded.exited,
      kill: () => guarded.kill(),
      handle(event, onLog) {
        // One at a time: the one before has ended only when its streamed body has.
        const answer = queue.then(async () => {
          await turn
          return run(event, onLog)
        })
        queue = answer.catch(() => undefined)
        return answer
      },
    }
  } catch (error) {
    await guarded.kill()
    throw error
  } finally {
    clearTimeout(timer)
    worker.signal?.removeEventListener('abort', giveUp)
  }
}

function logRecord(message: WorkerMessage & { kind: 'log' }, worker: WorkerOptions): LogRecord {
  const { level, time, message: text, fields } = message
  // As in Nuclio, a field called `name` takes the place of the logger's.
  return {
    name: worker.trigger.name,
    ...fields,
    level,
    time,
    message: text,
    worker_id: String(worker.id),
  }
}

function invalidStatus(status: unknown): WorkerAnswer {
  return {
    status: 500,
    headers: [['content-type', 'text/plain']],
    body: Buffer.from(`The function answered with ${JSON.stringify(status)}, which is not an HTTP status`),
  }
}

function exitWords({ code, signal }: Exit): string {
  return signal === null
    ? `The function's process ended with exit code ${code}`
    : `The function's process was ended by ${signal}`
}

function startFailure(exit: Exit, output: string): string {
  return withOutput(`${exitWords(exit)} while it was starting`, output)
}

function withOutput(sentence: string, output: string): string {
  return output.trim() === '' ? sentence : `${sentence}:\n${output.trim()}`
}
