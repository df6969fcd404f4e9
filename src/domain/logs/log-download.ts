import type { DownloadRequest } from './log-asks'
import { rowTexts } from './log-answers'
import type { LogState, PlacedEntry } from './log-state'
import { jsonLine } from './row-text'

/** Rows that are written in one go. */
const rowsAtOnce = 4_000

/**
 * What is held of a replica exactly as it came, or the rows of the view as text or as JSON lines. These are written some thousands at a time, so
 * that lines are read meanwhile; what is dropped before its turn is left out.
 */
export async function downloadOf(
  state: LogState,
  request: DownloadRequest,
  pause: () => Promise<void>,
): Promise<Blob> {
  if (request.what === 'raw') {
    const source = state.sourceOf(request.replica)
    const bytes = source === undefined ? undefined : state.replicas[source]?.bytes
    return new Blob(bytes?.pieces(bytes.start, bytes.end) ?? [], { type: 'text/plain' })
  }
  const { rows } = state
  const ids = Float64Array.from({ length: rows.length }, (_, row) => state.idAt(rows.positionAt(row)))
  const repeats = Uint32Array.from({ length: rows.length }, (_, row) => rows.repeatsAt(row))
  const write = request.what === 'text' ? rowTexts(state) : rowObjects(state)
  const parts: Blob[] = []
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    let part = ''
    for (let row = from; row < Math.min(from + rowsAtOnce, ids.length); row += 1) {
      const placed = state.entryOf(ids[row] ?? 0)
      if (placed) part += `${write(placed, repeats[row] ?? 1)}\n`
    }
    // A browser may hold blobs elsewhere than in memory.
    parts.push(new Blob([part]))
    await pause()
  }
  return new Blob(parts, { type: request.what === 'text' ? 'text/plain' : 'application/x-ndjson' })
}

function rowObjects(state: LogState): (placed: PlacedEntry, repeats: number) => string {
  return ({ source, entry, replica, mark }, repeats) => {
    if (mark || !replica)
      return JSON.stringify({
        ...(mark && { time: new Date(mark.time).toISOString(), mark: mark.kind }),
        ...(mark?.replica !== undefined && { replica: mark.replica }),
        message: mark?.text ?? '',
      })
    const line = jsonLine(replica, state.nameOf(source), entry)
    return repeats > 1 ? `${line.slice(0, -1)},"repeats":${repeats}}` : line
  }
}
