import { describe, expect, it } from 'vitest'
import { afterRedo, afterUndo, inverse, noHistory, withDropped, withEdit, type History } from './history'
import type { KeptDraft } from './kept-draft'
import { applyChanges, differences, setAt, type Path } from '@/lib/tree'

const typed = (history: History, path: Path, from: unknown, to: unknown, at: number) =>
  withEdit(history, { group: path.join('.'), paths: [path], changes: [{ path, from, to }], at })
const a: Path = ['spec', 'a']
const b: Path = ['spec', 'b']

describe('steps', () => {
  it('are one for what is typed into one place', () => {
    const history = typed(typed(noHistory, a, undefined, 'x', 0), a, 'x', 'xy', 300)
    expect(history.done).toEqual([
      { group: 'spec.a', paths: [a], changes: [{ path: a, from: undefined, to: 'xy' }], at: 300 },
    ])
  })

  it('end with a pause, with another place, and with an undo', () => {
    const once = typed(noHistory, a, '', 'x', 0)
    expect(typed(once, a, 'x', 'xy', 5_000).done).toHaveLength(2)
    expect(typed(once, b, '', 'x', 1).done).toHaveLength(2)
    const twice = typed(once, b, '', 'x', 1)
    expect(typed(afterUndo(twice), a, 'x', 'xy', 2).done).toHaveLength(2)
    expect(typed(afterUndo(twice), a, 'x', 'xy', 2).undone).toEqual([])
  })

  it('move to and fro', () => {
    const history = typed(typed(noHistory, a, '', 'x', 0), b, '', 'x', 1)
    expect(afterRedo(afterUndo(history))).toEqual(history)
    expect(afterRedo(afterRedo(afterUndo(afterUndo(history))))).toEqual(history)
  })

  it('are bounded in number and in what they hold', () => {
    let history = noHistory
    for (let at = 0; at < 500; at += 1) history = typed(history, [`key-${at}`], '', 'x', at)
    expect(history.done.length).toBeLessThanOrEqual(200)
    expect(history.done.at(-1)?.paths).toEqual([['key-499']])
    const large = 'x'.repeat(10_000_000)
    for (let at = 0; at < 5; at += 1) history = typed(history, [`large-${at}`], large, `${large}y`, at)
    expect(history.done).toHaveLength(1)
    expect(history.done.at(-1)?.paths).toEqual([['large-4']])
  })

  it('of dropped edits stand alone', () => {
    const dropped: KeptDraft = {
      format: 2,
      base: { metadata: { name: 'echo' }, spec: {} },
      config: { metadata: { name: 'echo' }, spec: {} },
      editedAt: 1,
      size: 1,
    }
    const history = typed(withDropped(noHistory, dropped, 1), [], 1, 2, 2)
    expect(history.done.map((step) => step.dropped)).toEqual([dropped, undefined])
  })
})

it('a step of many changes leads back and forth, however its places lie within each other', () => {
  const states: unknown[] = [
    { spec: { env: [1] } },
    { spec: { env: [1], labels: { a: '1' } } },
    { spec: { env: [1, 2], labels: { a: '2', b: '1' } } },
    { spec: { env: [1, 2], labels: { b: '1' } } },
    { spec: { env: [1, 2] } },
    { spec: { env: [], labels: { a: '3' } } },
    { spec: { labels: { a: '4', c: {} } } },
  ]
  let history = noHistory
  states.slice(1).forEach((state, index) => {
    const changes = differences(states[index], state)
    history = withEdit(history, { group: 'yaml', paths: [], changes, at: index })
  })
  expect(history.done).toHaveLength(1)
  const changes = history.done[0]?.changes ?? []
  expect(applyChanges(states[0], changes)).toEqual(states.at(-1))
  expect(applyChanges(states.at(-1), inverse(changes))).toEqual(states[0])
})

it('a step is taken back where other places have changed since', () => {
  const history = typed(noHistory, a, 'x', 'y', 0)
  const now = setAt({ spec: { a: 'y' } }, b, 'theirs')
  expect(applyChanges(now, inverse(history.done[0]?.changes ?? []))).toEqual({
    spec: { a: 'x', b: 'theirs' },
  })
})
