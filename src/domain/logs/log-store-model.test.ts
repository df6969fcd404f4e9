import { expect, it } from 'vitest'
import { compileSearch } from './compile-search'
import { levelNames } from './line-scan'
import { readLogRows } from './log-rows'
import type { LogMark, LogView } from './log-view'
import { filterTest } from './field-values'
import { withoutColours } from './record-text'
import { rowRules } from './row-rules'
import { inPieces, seeded, seededLines, seededLog } from './test-logs'
import { everything, openStore, viewOf } from './test-store'

const start = Date.UTC(2026, 2, 1, 9)
const now = start + 5_000

/** An entry as the rules of the view see it. */
interface Modelled {
  /** By which those of one time are ordered. */
  place: number
  source: number
  index: number
  time: number
  raw: string
  lines: number
  gravity: number
  /** In a histogram. */
  column: number
  kind: string
  /** What has to be the same of folded rows. */
  content: string
  mark?: LogMark
}

/** The entries of a replica, from its whole text. */
function modelOf(text: string, source: number): Modelled[] {
  const rows = readLogRows(text)
  const first = rows.find(({ time }) => time !== undefined)?.time
  let latest = Math.min(now, first ?? now)
  return rows.map(({ level, kind, time, raw }, index) => {
    latest = Math.max(latest, time ?? latest)
    const gravity = kind === 'trace' ? 3 : levelNames.indexOf(level ?? 'info')
    const content = raw
      .replace(/^\d\d\.\d\d\.\d\d [\d:]{8}\.\d{3} /, '')
      .replace(/"(?:date)?time": ?("[^"]*"|[\d.]+)/, '')
    return {
      place: source,
      source,
      index,
      time: latest,
      raw,
      lines: raw.split('\n').length,
      gravity,
      column: kind === 'trace' || level ? gravity : 4,
      kind,
      content: `${kind} ${level} ${content}`,
    }
  })
}

interface ModelledRow {
  entry: Modelled
  isMatch: boolean
  isContext: boolean
  repeats: number
}

/** The rows of a view, found in the plainest way. */
function rowsOf(entries: readonly Modelled[], view: LogView, names: readonly string[]) {
  const compiled = compileSearch(view.query)
  const search = compiled && !('problem' in compiled) ? compiled : undefined
  const rules = rowRules(view, search !== undefined, () => true)
  const passes = filterTest(view.fields)
  const isMatch = ({ raw, mark }: Modelled) =>
    !mark &&
    search !== undefined &&
    withoutColours(raw)
      .split('\n')
      .some((line) => new RegExp(search.pattern, search.pattern.flags.replace('g', '')).test(line))
  const isSource = ({ source, mark }: Modelled) =>
    mark !== undefined || !view.replicas || view.replicas.includes(names[source - 1] ?? '')
  const base = entries.filter(
    (entry) =>
      isSource(entry) && (entry.mark ? rules.isMarkShown(entry.mark) : passes(withoutColours(entry.raw))),
  )
  const isFound = (entry: Modelled) =>
    entry.mark !== undefined || rules.hides === 'nothing' || isMatch(entry) === (rules.hides === 'others')
  const levelled = base.filter(({ gravity, mark }) => mark !== undefined || gravity >= rules.least)
  const isShown = new Set(levelled.filter(isFound))
  const plain = levelled.filter(({ mark }) => !mark)
  if (rules.hides === 'others')
    plain.forEach((entry, i) => {
      const near = plain.slice(Math.max(i - view.context, 0), i + view.context + 1)
      if (near.some(isMatch)) isShown.add(entry)
    })
  const rows: ModelledRow[] = []
  let before: Modelled | undefined
  for (const entry of levelled.filter((one) => isShown.has(one))) {
    const last = rows.at(-1)
    const isApart =
      before !== undefined &&
      plain.indexOf(entry) !== plain.indexOf(before) + 1 &&
      rules.hides === 'others' &&
      view.context > 0
    const isRepeat =
      view.areRepeatsFolded &&
      last &&
      !entry.mark &&
      !last.entry.mark &&
      !isApart &&
      last.entry.source === entry.source &&
      last.entry.content === entry.content &&
      last.isMatch === isMatch(entry)
    if (isRepeat) last.repeats += 1
    else
      rows.push({
        entry,
        isMatch: isMatch(entry),
        isContext: rules.hides === 'others' && !entry.mark && !isMatch(entry),
        repeats: 1,
      })
    before = entry
  }
  const counted = base.filter((entry) => isFound(entry) && !entry.mark)
  const levels = [0, 1, 2, 3].map((least) => counted.filter(({ gravity }) => gravity >= least).length)
  return { rows, levels }
}

const inOrder = (entries: Modelled[]): Modelled[] =>
  entries.toSorted((a, b) => a.time - b.time || a.place - b.place || a.index - b.index)

function seededView(below: (count: number) => number, names: readonly string[]): LogView {
  const some = <Item>(...items: Item[]) => items[below(items.length)] as Item
  return viewOf({
    ...(below(3) === 0 && { replicas: names.filter(() => below(2) === 0) }),
    leastLevel: some('debug', 'debug', 'info', 'warn', 'error'),
    query: {
      text: some(
        '',
        '',
        'print',
        'PRINT',
        'ü',
        String.raw`^\d\d.*\((I|W)\)`,
        '(',
        'worker',
        String.raw`\S+:\d`,
        'E',
      ),
      isRegex: below(2) === 0,
      matchesCase: below(2) === 0,
      isWholeWord: below(4) === 0,
    },
    show: some('all', 'matching', 'matching', 'others'),
    context: some(0, 0, 1, 3),
    fields: below(3) === 0 ? [{ name: 'worker_id', value: some('0', '1'), isExcluded: below(2) === 0 }] : [],
    areRepeatsFolded: below(2) === 0,
  })
}

/** Compares all that a store says with the model. */
function expectSame(
  { store, rows }: ReturnType<typeof openStore>,
  entries: Modelled[],
  view: LogView,
  names: string[],
  where: string,
) {
  const expected = rowsOf(inOrder(entries), view, names)
  const [raw, shown] = [rows(true), rows()]
  const what = raw.map((row) => ({
    text: row.mark ? row.message : row.raw?.replaceAll('\r\n', '\n'),
    replica: row.replica,
    isMatch: row.isMatch,
    isContext: row.isContext,
    repeats: row.repeats,
    kind: row.kind,
  }))
  expect(what, where).toEqual(
    expected.rows.map(({ entry, ...flags }) => ({
      ...flags,
      text: entry.mark?.text ?? entry.raw,
      replica: entry.source - 1,
      kind: entry.kind,
    })),
  )
  expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
  shown.forEach(({ id }, row) => {
    expect(store.ask('read', { at: { kind: 'entry', id }, before: 0, after: 0 })).toMatchObject({ at: row })
  })
  const status = store.status()
  expect(status.rows).toBe(shown.length)
  expect(Object.values(status.levels), where).toEqual(expected.levels)
  const { histogram } = status
  const bins = new Map<number, number>()
  for (const { entry, repeats } of expected.rows) {
    if (entry.mark || !histogram) continue
    const place = Math.floor((entry.time - histogram.from) / histogram.step) * 5 + entry.column
    bins.set(place, (bins.get(place) ?? 0) + repeats)
  }
  expect(new Map([...(histogram?.counts ?? []).entries()].filter(([, count]) => count > 0)), where).toEqual(
    new Map([...bins].sort(([a], [b]) => a - b)),
  )
  const matching = expected.rows.flatMap(({ isMatch }, row) => (isMatch ? [row] : []))
  expect(status.search?.matches ?? 0).toBe(matching.length)
  const found: unknown[] = []
  for (let row = -1; ;) {
    const next = store.ask('find', { from: row, direction: 1 })
    if (!next || next instanceof Promise) break
    found.push(next)
    row = next.row
  }
  expect(found).toEqual(
    matching.map((row, i) => ({ row, id: shown[row]?.id, ordinal: i + 1, count: matching.length })),
  )
  const last = matching.at(-1)
  expect(store.ask('find', { from: shown.length, direction: -1 })).toEqual(
    last === undefined ? undefined : expect.objectContaining({ row: last }),
  )
  return expected
}

/** Pieces of several replicas, those of each in their order. */
function mixed<Piece extends { source: number }>(
  below: (count: number) => number,
  pieces: readonly Piece[],
): Piece[] {
  const sources = [...new Set(pieces.map(({ source }) => source))]
  const queues = sources.map((source) => pieces.filter((piece) => piece.source === source))
  return pieces.flatMap(() => {
    const filled = queues.filter((queue) => queue.length > 0)
    return filled[below(filled.length)]?.splice(0, 1) ?? []
  })
}

function seededMark(below: (count: number) => number, index: number): Modelled {
  const kinds = ['invocation', 'deploy-ready', 'reconnected', 'replica-came'] as const
  const kind = kinds[below(4)] ?? 'invocation'
  const isOfOne = kind !== 'reconnected' && below(2) === 0
  const mark: LogMark = {
    kind,
    time: start + below(3_000),
    text: `mark ${index}`,
    ...(isOfOne && { replica: 'a' }),
  }
  return {
    place: 0,
    source: isOfOne ? 1 : 0,
    index,
    time: mark.time,
    raw: '',
    lines: 0,
    gravity: 1,
    column: 4,
    kind: 'mark',
    content: '',
    mark,
  }
}

it('shows the rows that the plainest reading of all texts finds, whatever comes when, over seeded histories', async () => {
  let compared = 0
  for (let seed = 1; seed <= 30; seed += 1) {
    const below = seeded(seed)
    const names = ['a', 'b', 'c'].slice(0, 1 + below(3))
    const given = names.map(() => '')
    const decoders = names.map(() => new TextDecoder('utf-8', { ignoreBOM: true }))
    const pieces = names.flatMap((_, i) => {
      const text = seededLog(below, 3 + below(30), start + below(500))
      // Only where all lines are whole the model knows what is shown.
      const lines = text.split(/(?<=\n)/).map((line) => new TextEncoder().encode(line))
      return lines
        .flatMap((line) => inPieces(below, line, below(4) ? 400 : 20))
        .map((bytes) => ({ source: i + 1, bytes }))
    })
    const opened = openStore({ now })
    const { store } = opened
    for (const name of names) store.replicaIndex(name)
    let view = everything
    const marks: Modelled[] = []
    for (const { source, bytes } of below(2) ? pieces : mixed(below, pieces)) {
      given[source - 1] += decoders[source - 1]?.decode(bytes, { stream: true }) ?? ''
      store.append(names[source - 1] ?? '', bytes)
      if (below(10) === 0) opened.pass(200)
      if (below(12) === 0) store.setView((view = seededView(below, names)))
      if (below(15) === 0) {
        const marked = seededMark(below, marks.length)
        marks.push(marked)
        if (marked.mark) store.mark(marked.mark)
      }
      const isWhole = given.every((text) => text === '' || text.endsWith('\n'))
      if (!isWhole || below(3)) continue
      await opened.searched()
      const entries = given.flatMap((text, i) => modelOf(text, i + 1))
      expectSame(opened, [...entries, ...marks], view, names, `seed ${seed}`)
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(100)
})

it('drops the oldest of all replicas, and shows the rest as before, over seeded histories', async () => {
  for (let seed = 1; seed <= 15; seed += 1) {
    const below = seeded(seed)
    const names = ['a', 'b', 'c'].slice(0, 1 + below(3))
    const lineLimit = 5 + below(40)
    const opened = openStore({ now, lineLimit })
    const { store } = opened
    for (const name of names) store.replicaIndex(name)
    const given = names.map(() => '')
    const firsts = names.map(() => 0)
    let [view, time, dropped] = [everything, start, 0]
    for (let step = 0; step < 40; step += 1) {
      const source = 1 + below(names.length)
      const text = seededLines(below, below(12), (time += below(300)))
      given[source - 1] += text
      opened.append(names[source - 1] ?? '', text)
      // What is shown because of a match stays when that is dropped.
      if (below(5) === 0) store.setView((view = { ...seededView(below, names), context: 0 }))
      else opened.pass(200)
      const entries = inOrder(given.flatMap((all, i) => modelOf(all, i + 1).slice(firsts[i])))
      while (entries.length > lineLimit) {
        const oldest = entries.shift()
        if (oldest) firsts[oldest.source - 1] = oldest.index + 1
        dropped += 1
      }
      await opened.searched()
      expectSame(opened, entries, view, names, `seed ${seed}, step ${step}`)
      expect(store.status()).toMatchObject({ lines: entries.length, dropped: { lines: dropped } })
    }
  }
})
