import type { FunctionRef } from '@/api/functions'
import { queryClient } from '@/api/query-client'
import { openReplicaLogs } from '@/api/replica-logs'
import { replicasQuery } from '@/api/replicas'
import type { InvocationLog } from '@/domain/console/cut-logs'
import { requestIds } from '@/domain/console/request-ids'
import { unknownClock, type ClockSpan } from '@/domain/console/server-clock'
import type { Exchange } from '../exchange'
import { isOwnPlatform } from '../verdict/verdict-of'
import { cutAside } from './cut-aside'
import { knownClock } from './known-clock'

export interface ReadLog extends InvocationLog {
  /** Of the function. */
  replicas: number
  /** How many of their logs were read. */
  looked: number
  /** More was written since than is read. */
  isCutShort: boolean
}

/** So many replicas are asked for their logs, and so many bytes of all of them are read. */
const limits = { replicas: 8, bytes: 8_000_000 }

/**
 * How far back to read, seconds. Lines without a time are told apart by the records around them, so that only little before the send is read
 * where the server goes by the millisecond; a cluster counts whole seconds.
 */
function secondsSince(sentAt: number): number {
  const since = Math.max(0, (Date.now() - sentAt) / 1000)
  return isOwnPlatform() ? since + 0.5 : Math.ceil(since + 1)
}

/** Reads what the replicas of a function wrote since a request was sent, and cuts from it what belongs to the request. `others`
 * are known requests to the same function. Rejects with `ApiError`. */
export async function readInvocationLog(
  ref: FunctionRef,
  exchange: Exchange,
  others: readonly Exchange[],
  signal: AbortSignal,
): Promise<ReadLog> {
  const { sentAt, endedAt = Date.now(), request, outcome } = exchange
  const names = await queryClient.query({ ...replicasQuery(ref), staleTime: 2_000 })
  const looked = names.slice(0, limits.replicas)
  const since = secondsSince(sentAt)
  const most = Math.floor(limits.bytes / Math.max(1, looked.length))
  const read = await Promise.allSettled(
    looked.map(async (replica) =>
      textOf(await openReplicaLogs(ref, replica, { follow: false, since, signal }), most),
    ),
  )
  // One of several may just have gone.
  const failed = read.find((result) => result.status === 'rejected')
  const texts = read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  if (failed && texts.length === 0) throw failed.reason
  const sent = request.headers.flatMap(({ name, value, isOff }): [string, string][] =>
    isOff ? [] : [[name, value]],
  )
  const answered = outcome.state === 'answered' ? outcome.answer.headers : []
  const clock = knownClock(ref, exchange) ?? unknownClock
  const invocation = {
    sentAt,
    answeredAt: endedAt,
    clock,
    ids: requestIds([...sent, ...answered]),
    hasCompany: exchange.hadCompany || isNearAnother(exchange, others, clock),
  }
  const log = await cutAside({ texts: texts.map(({ text }) => text), invocation }, signal)
  return {
    ...log,
    replicas: names.length,
    looked: looked.length,
    isCutShort: texts.some(({ isCutShort }) => isCutShort),
  }
}

/** Whether lines of another exchange may lie in the time in which those of this one are looked for: the less is known of the clock the longer that is. */
function isNearAnother(exchange: Exchange, others: readonly Exchange[], clock: ClockSpan): boolean {
  const { sentAt, endedAt = Infinity } = exchange
  const slack = clock.most - clock.least
  return others.some(
    (other) =>
      other.id !== exchange.id &&
      other.sentAt <= endedAt + slack &&
      (other.endedAt ?? Infinity) >= sentAt - slack,
  )
}

async function textOf(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<{ text: string; isCutShort: boolean }> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { text: text + decoder.decode(), isCutShort: false }
    size += value.length
    text += decoder.decode(value, { stream: true })
    if (size < most) continue
    void reader.cancel().catch(() => undefined)
    return { text, isCutShort: true }
  }
}
