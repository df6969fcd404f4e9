import { factsOfOutput, factsOfRecord, fact, stamp } from './line-facts'
import { LineJoiner, ownEntry } from './line-joiner'
import { readConsoleRecord, readJsonRecord, readOutput, type LogRow } from './record-text'

/** Lines that are one entry. */
interface Group {
  lines: string[]
  kind: 'record' | 'json' | 'output' | 'trace'
  json?: LogRow
}

/** The lines of a log, those with a record in their middle in two; the end of a print that a record was written into makes no line. */
function groupsOfLines(text: string): Group[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
  if (lines.at(-1) === '') lines.pop()
  let isGlued = false
  return lines.flatMap((line): Group[] => {
    if (isGlued && line === '') {
      isGlued = false
      return []
    }
    isGlued = false
    const json = readJsonRecord(line)
    if (json) return [{ lines: [line], kind: 'json', json }]
    const at = line.search(stamp)
    if (at < 0) return [{ lines: [line], kind: 'output' }]
    isGlued = at > 0
    const record: Group = { lines: [line.slice(at)], kind: 'record' }
    // Colours that end with the print belong to it.
    return isGlued ? [{ lines: [line.slice(0, at)], kind: 'output' }, record] : [record]
  })
}

function factsOf({ lines: [line = ''], kind }: Group): number {
  if (kind === 'json') return fact.json
  return kind === 'record' ? factsOfRecord(line) : factsOfOutput(line)
}

/**
 * The entries of a replica's log in its order: records of Nuclio's console format (with and without colours) and of its JSON lines, whole
 * tracebacks, and other lines as they are. A record whose message has several lines is one entry.
 */
export function readLogRows(text: string): LogRow[] {
  const groups: Group[] = []
  const joiner = new LineJoiner()
  for (const group of groupsOfLines(text)) {
    const within = joiner.next(factsOf(group))
    if (within === ownEntry) groups.push(group)
    else
      for (const { lines } of [...groups.splice(groups.length - within), group])
        groups.at(-1)?.lines.push(...lines)
    const last = groups.at(-1)
    if (joiner.isTrace && last?.kind === 'output') last.kind = 'trace'
  }
  return groups.map(({ lines, kind, json }) => {
    const raw = lines.join('\n')
    if (json) return json
    return kind === 'output' || kind === 'trace' ? readOutput(raw, kind) : readConsoleRecord(raw).row
  })
}
