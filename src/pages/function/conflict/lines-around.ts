import type { FunctionConfig } from '@/api/generated/schema'
import type { Clash } from '@/domain/merge/merge-configs'
import { linesOf } from '@/domain/merge/merge-parts'
import { valueAt } from '@/lib/tree'

const count = 3

/** Some lines of the draft before and behind a stretch of its source, for the eye to find the place; each ends or begins with a line break. */
export function linesAround(
  { path, part }: Clash,
  config: FunctionConfig,
): { before: string; after: string } | undefined {
  const lines = part?.of === 'lines' ? linesOf(valueAt(config, path)) : undefined
  if (!part || !lines) return undefined
  const [start, end] = part.merged
  const before = lines.slice(Math.max(0, start - count), start)
  const after = lines.slice(end, end + count)
  return {
    before: before.map((line) => `${line}\n`).join(''),
    after: after.map((line) => `\n${line}`).join(''),
  }
}
