import type { FunctionConfig, Trigger } from '@/api/generated/schema'
import { durationMilliseconds } from '@/domain/go-duration'
import { PlatformError } from '../../errors'
import { BuildError } from '../../runtimes/runtime'
import { streamRef, type StreamRef } from '../../streams/stream-ref'
import type { SeekTo } from '../../streams/stream-store'
import { timerMilliseconds } from '../../timer'

/** What functions see as the kind of such a trigger, which is not how it is written in a spec. */
export const streamEventKind = 'v3io-stream'

/** Who says that a record is done with: the answer of the handler, also the handler itself, or only the handler itself. */
export type AckMode = 'disable' | 'enable' | 'explicitOnly'

/** One enabled stream trigger of a function. */
export interface StreamSettings {
  name: string
  ref: StreamRef
  group: string
  /** Where to begin in a shard that the group has committed nothing of. */
  seekTo: SeekTo
  readBatchSize: number
  /** `static`: each shard has its worker; `pool`: any worker of its replica takes it. */
  allocation: 'pool' | 'static'
  ackMode: AckMode
  /** How many records commits stay behind what is handled. */
  ackWindow: number
  /** Milliseconds between commits. */
  commitInterval: number
  /** Triggers of one allocator share its workers; without one the trigger has its own. */
  allocator?: string
  workers: number
}

/** The stream triggers that consume. Throws `BuildError` for one that does not say what to read. */
export function streamSettings({ metadata, spec }: FunctionConfig): StreamSettings[] {
  return Object.entries(spec.triggers ?? {})
    .filter(([, trigger]) => trigger.kind === 'v3ioStream' && !trigger.disabled)
    .map(([name, trigger]) => settingsOf(name, trigger, metadata.annotations ?? {}))
}

function settingsOf(name: string, trigger: Trigger, annotations: Record<string, string>): StreamSettings {
  const attributes: Record<string, unknown> = trigger.attributes ?? {}
  const { container, path, group } = placeOf(name, trigger)
  // As in Nuclio, what stands in an annotation of the function goes before the trigger.
  const allocation =
    annotations['nuclio.io/v3iostream-worker-allocation-mode'] || text(attributes.workerAllocationMode)
  const ackMode = annotations['nuclio.io/v3iostream-explicit-ack-mode'] || trigger.explicitAckMode
  const ackWindow = annotations['custom.nuclio.io/v3iostream-window-size'] || attributes.ackWindowSize
  const isExplicit = ackMode === 'enable' || ackMode === 'explicitOnly'
  if (isExplicit && allocation !== 'static') {
    throw new BuildError(
      `Trigger "${name}" cannot run: a handler can only say itself what it is done with (explicitAckMode) where each shard has its worker (workerAllocationMode: static)`,
    )
  }
  return {
    name,
    ref: refOrFail(name, container, path),
    group,
    seekTo: attributes.seekTo === 'earliest' ? 'earliest' : 'latest',
    readBatchSize: Math.min(positive(attributes.readBatchSize) ?? 64, 16_384),
    allocation: allocation === 'static' ? 'static' : 'pool',
    ackMode: isExplicit ? ackMode : 'disable',
    ackWindow: positive(Number(ackWindow)) ?? 0,
    commitInterval: timerMilliseconds(
      Math.max(10, durationMilliseconds(text(attributes.sequenceNumberCommitInterval)) ?? 1_000),
    ),
    allocator: trigger.workerAllocatorName || undefined,
    workers: trigger.numWorkers || trigger.maxWorkers || 1,
  }
}

/** Attributes, or the one URL in which older functions say all: `https://host/container/path@group`. */
function placeOf(name: string, { url = '', attributes = {} }: Trigger) {
  const container = text(attributes.containerName)
  const path = text(attributes.streamPath)
  const group = text(attributes.consumerGroup)
  if (container && path && group) return { container, path, group }
  const old = /^https?:\/\/[^/]+\/([^/]+)\/(.+)@(\w+)$/.exec(url)
  if (old && !container && !path && !group) {
    const [, ofUrl = '', pathOfUrl = '', groupOfUrl = ''] = old
    return { container: ofUrl, path: pathOfUrl, group: groupOfUrl }
  }
  throw new BuildError(
    `Trigger "${name}" cannot read its stream: it needs attributes containerName, streamPath and consumerGroup`,
  )
}

function refOrFail(name: string, container: string, path: string): StreamRef {
  try {
    return streamRef(container, path)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    throw new BuildError(`Trigger "${name}" cannot read its stream: ${error.message}`)
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined
}
