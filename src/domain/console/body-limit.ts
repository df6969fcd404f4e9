import type { NuclioFunction } from '@/api/generated/schema'
import { formatBytes } from '@/lib/format-bytes'
import type { Problem } from './header-problem'
import type { SentBody } from './to-send'

const mebibyte = 1024 * 1024

/** Bytes that Nuclio lets a body have unless the http trigger says otherwise. */
const usualLimit = 4 * mebibyte

/** The size of the largest body that the function takes, in bytes: `maxRequestBodySize` of its http trigger. */
export function bodyLimit(fn: Pick<NuclioFunction, 'spec'>): number {
  const trigger = Object.values(fn.spec.triggers ?? {}).find(({ kind }) => kind === 'http')
  const set = Number(trigger?.attributes?.maxRequestBodySize)
  return set > 0 ? set : usualLimit
}

/** At least the size of a body as it goes out, in bytes. */
export function bodySize(body: SentBody): number {
  switch (body.kind) {
    case 'none':
      return 0
    case 'text':
      return textSize(body.text)
    case 'bytes':
      return body.bytes.length
    case 'multipart':
      return body.parts.reduce(
        (sum, part) => sum + ('file' in part ? part.file.bytes.length : textSize(part.text)),
        0,
      )
  }
}

/** In UTF-8. */
const textSize = (text: string): number => new Blob([text]).size

/** That the function will refuse a body for its size. Nothing stops it from being sent: the trigger may have been changed since. */
export function bodySizeProblem(body: SentBody, fn: Pick<NuclioFunction, 'spec'>): Problem | undefined {
  const limit = bodyLimit(fn)
  if (body.kind === 'text' && body.text.length * 3 <= limit) return undefined
  const size = bodySize(body)
  if (size <= limit) return undefined
  const most = limit % mebibyte === 0 ? `${limit / mebibyte} MiB` : formatBytes(limit)
  return {
    words: `The body has ${formatBytes(size)}, and the function takes ${most} at most: maxRequestBodySize of its http trigger`,
    stops: false,
  }
}
