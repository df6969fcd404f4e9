import { isBranch } from '@/lib/tree'

/** What a handler says that it is done with. */
export interface Acknowledgement {
  topic: string
  shard: number
  sequence: number
}

/** Reads what the SDK's `explicit_ack` sends; undefined for any other message. */
export function readAck(message: unknown): Acknowledgement | undefined {
  if (!isBranch(message) || message.kind !== 'streamMessageAck' || !isBranch(message.attributes))
    return undefined
  const { topic, partition, offset } = message.attributes
  const [shard, sequence] = [Number(partition), Number(offset)]
  if (typeof topic !== 'string' || !Number.isInteger(shard) || !Number.isInteger(sequence)) return undefined
  return { topic, shard, sequence }
}

/** Whether an answer says that its record is not yet done with, as the SDK's `ensure_no_ack` does. */
export function asksNotToAck(headers: readonly (readonly [name: string, value: string])[]): boolean {
  return headers.some(
    ([name, value]) => name.toLowerCase() === 'x-nuclio-stream-no-ack' && value.toLowerCase() === 'true',
  )
}
