import type { LagSample } from './samples'

/** A consumer group, as it is written into a file. */
export interface CsvGroup {
  container: string
  path: string
  group: string
  samples: readonly LagSample[]
}

const columns = ['time', 'container', 'stream', 'group', 'shard', 'committed', 'current', 'lag']

/** Samples as comma-separated values, a line for each shard of each. What was never committed is left empty. */
export function lagCsv(groups: readonly CsvGroup[]): string {
  const lines = groups.flatMap(({ container, path, group, samples }) =>
    samples.flatMap(({ at, shards }) =>
      shards.map(({ shard, committed, current, lag }) =>
        [new Date(at).toISOString(), container, path, group, shard, committed ?? '', current, lag]
          .map(cell)
          .join(','),
      ),
    ),
  )
  return [columns.join(','), ...lines].join('\r\n') + '\r\n'
}

/** As RFC 4180 has it; a text that a spreadsheet would take for a formula gets a quote in front. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
