import { parseJsonPath, type JsonPath } from '@/domain/console/json-path'
import { isBranch } from '@/lib/tree'

/** What a person marked as not worth comparing, as it is kept. */
export interface Noise {
  /** Names in lower case. */
  headers: readonly string[]
  /** Paths as they are written, `$.a[0]`. */
  paths: readonly string[]
}

export const noNoise: Noise = { headers: [], paths: [] }

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** Reads what {@link noiseText} wrote; nothing is marked for anything else. */
export function readNoise(text: string | null): Noise {
  try {
    const kept: unknown = JSON.parse(text ?? '')
    return isBranch(kept) ? { headers: texts(kept.headers), paths: texts(kept.paths) } : noNoise
  } catch {
    return noNoise
  }
}

/** The marks as text to keep; nothing when there are none. */
export function noiseText({ headers, paths }: Noise): string | undefined {
  return headers.length + paths.length > 0 ? JSON.stringify({ headers, paths }) : undefined
}

/** The paths that can be read. */
export function pathsOf({ paths }: Noise): JsonPath[] {
  return paths.flatMap((text) => {
    const parsed = parseJsonPath(text)
    return 'path' in parsed ? [parsed.path] : []
  })
}
