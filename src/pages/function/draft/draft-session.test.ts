import { describe, expect, it, vi } from 'vitest'
import { setAt, type Path } from '@/lib/tree'
import {
  deployAccepted,
  deploySent,
  draftChanges,
  handlerPath,
  isEdited,
  takeTheirs,
  theirChanges,
} from './draft'
import type { DraftSession } from './draft-session'
import { keptOf } from './kept-draft'
import {
  description,
  draftOf,
  echo,
  echoAt,
  holds,
  openSession,
  storage,
  withEmptyStorage,
} from './testing-sessions'

withEmptyStorage()

describe('keeping', () => {
  it('begins a moment after the last key', async () => {
    const session = openSession()
    session.edit(description, 'y')
    expect(storage.stored).toBeUndefined()
    await vi.advanceTimersByTimeAsync(300)
    expect(storage.stored).toEqual(keptOf(draftOf(session)))
    expect(holds(openSession(echo, storage.stored), description)).toBe('y')
  })

  it('writes nothing when only the server has something new, and nothing is edited', async () => {
    const session = openSession()
    session.seen(echoAt('8'))
    await vi.runAllTimersAsync()
    expect(storage.keep).not.toHaveBeenCalled()
  })

  it('removes what is no edit any more', async () => {
    const session = openSession()
    session.edit(description, 'y')
    await vi.runAllTimersAsync()
    session.edit(description, 'x')
    await vi.runAllTimersAsync()
    expect(storage.stored).toBeUndefined()
    expect(storage.keep).toHaveBeenCalledTimes(2)
  })

  it('removes what the server has by now', async () => {
    const before = openSession()
    before.edit(description, 'y')
    before.leave()
    const session = openSession(echoAt('9', setAt(echo, description, 'y')), storage.stored)
    expect(session.read().restoredFrom).toBeUndefined()
    await vi.runAllTimersAsync()
    expect(storage.stored).toBeUndefined()
  })

  it('hands over what is not surely kept yet when the page goes, once', async () => {
    const session = openSession()
    session.edit(description, 'y')
    await vi.advanceTimersByTimeAsync(100)
    session.leave()
    expect(storage.keep).toHaveBeenLastCalledWith(keptOf(draftOf(session)), true)
    await vi.runAllTimersAsync()
    session.leave()
    expect(storage.keep).toHaveBeenCalledTimes(1)
  })

  it('hands over again what is being written when the page goes', () => {
    const session = openSession()
    session.edit(description, 'y')
    vi.advanceTimersByTime(300)
    expect(storage.keep).toHaveBeenLastCalledWith(keptOf(draftOf(session)), false)
    session.leave()
    expect(storage.keep).toHaveBeenLastCalledWith(keptOf(draftOf(session)), true)
  })

  it('says that edits are being kept until they are', async () => {
    const session = openSession()
    expect(session.read().isKeeping).toBe(false)
    session.edit(description, 'y')
    expect(session.read().isKeeping).toBe(true)
    session.leave()
    session.edit(description, 'yy')
    await Promise.resolve()
    expect(session.read().isKeeping).toBe(true)
    await vi.runAllTimersAsync()
    expect(session.read().isKeeping).toBe(false)
  })

  it('says when the browser refuses, and when it takes them again', async () => {
    const session = openSession()
    storage.isFull = true
    session.edit(description, 'y')
    await vi.runAllTimersAsync()
    expect(session.read().isKept).toBe(false)
    storage.isFull = false
    session.edit(description, 'yy')
    await vi.runAllTimersAsync()
    expect(session.read().isKept).toBe(true)
  })
})

describe('what was restored', () => {
  it('is said until it is put away, discarded or deployed', () => {
    const before = openSession()
    before.edit(description, 'y')
    const kept = keptOf(draftOf(before))
    const editedAt = draftOf(before).editedAt
    for (const end of [
      (session: DraftSession) => session.forgetRestored(),
      (session: DraftSession) => session.discard(),
      (session: DraftSession) => {
        session.change((now) => deploySent(now))
        session.change((now) => deployAccepted(now, echoAt('8', setAt(echo, description, 'y'))))
      },
    ]) {
      const session = openSession(echo, kept)
      expect(session.read().restoredFrom).toBe(editedAt)
      end(session)
      expect(session.read().restoredFrom).toBeUndefined()
      session.edit(handlerPath, 'a:b')
      expect(session.read().restoredFrom).toBeUndefined()
    }
  })
})

describe('what was kept and could not be read in time', () => {
  const kept = () => {
    const before = openSession()
    before.edit(description, 'y')
    return keptOf(draftOf(before))
  }

  it('is restored when nothing was edited meanwhile', () => {
    const late = kept()
    const session = openSession()
    session.foundLate(late)
    expect(holds(session, description)).toBe('y')
    expect(session.read().restoredFrom).toBe(late?.editedAt)
  })

  it('is offered when something was, and it is the later one', () => {
    const late = kept()
    const session = openSession()
    session.edit(handlerPath, 'a:b')
    session.foundLate(late && { ...late, editedAt: Date.now() + 5 })
    expect(holds(session, description)).toBe('x')
    expect(session.read().elsewhere?.editedAt).toBe(Date.now() + 5)
  })
})

describe('undo', () => {
  it('takes back one place after the other, and does them again', () => {
    const session = openSession()
    session.edit(description, 'y')
    session.edit(description, 'yz')
    session.edit(['spec', 'env', '0', 'value'], '2')
    session.undo()
    expect(holds(session, ['spec', 'env'])).toEqual(echo.spec.env)
    expect(session.read().moved).toEqual({ verb: 'Undid', paths: [['spec', 'env', '0', 'value']] })
    session.undo()
    expect(isEdited(draftOf(session))).toBe(false)
    session.undo()
    session.redo()
    expect(holds(session, description)).toBe('yz')
    session.redo()
    session.redo()
    expect(holds(session, ['spec', 'env', '0', 'value'])).toBe('2')
    expect(session.read().moved?.verb).toBe('Redid')
  })

  it('takes several places that were edited as one back as one', () => {
    const session = openSession()
    session.edits(
      [
        { path: description, value: undefined },
        { path: handlerPath, value: 'a:b' },
      ],
      'yaml',
    )
    session.undo()
    expect(draftChanges(draftOf(session))).toEqual([])
  })

  it('names what was edited, however wide the edit was', () => {
    const session = openSession()
    session.edit(['spec'], { ...echo.spec, runtime: 'python:3.11', handler: 'a:b' })
    expect(session.read().history.done[0]?.paths).toEqual([handlerPath, ['spec', 'runtime']])
    vi.advanceTimersByTime(5_000)
    session.edit(['spec', 'env', '0', 'value'], '2')
    expect(session.read().history.done[1]?.paths).toEqual([['spec', 'env', '0', 'value']])
  })

  it('goes on after a deploy, as a new edit', () => {
    const session = openSession()
    session.edit(description, 'y')
    session.change((now) => deploySent(now))
    const stored = echoAt('8', setAt(echo, description, 'y'), 'building')
    session.change((now) => deployAccepted(now, stored))
    session.seen(echoAt('9', stored))
    expect(isEdited(draftOf(session))).toBe(false)
    session.undo()
    expect(draftChanges(draftOf(session))).toEqual([{ path: description, from: 'y', to: 'x' }])
    expect(draftOf(session).config.metadata.resourceVersion).toBe('9')
  })

  it('brings back what was discarded, on what the server has by then', () => {
    const session = openSession()
    session.edit(description, 'y')
    session.discard()
    expect(isEdited(draftOf(session))).toBe(false)
    session.seen(echoAt('8', setAt(echo, handlerPath, 'theirs:handler')))
    session.undo()
    expect(holds(session, description)).toBe('y')
    expect(holds(session, handlerPath)).toBe('theirs:handler')
    session.redo()
    expect(isEdited(draftOf(session))).toBe(false)
    session.undo()
    session.undo()
    expect(isEdited(draftOf(session))).toBe(false)
  })

  it('of a discard still asks where someone else changed the same', () => {
    const session = openSession()
    session.edit(description, 'y')
    session.seen(echoAt('8', setAt(echo, description, 'theirs')))
    session.change(takeTheirs)
    expect(holds(session, description)).toBe('theirs')
    session.undo()
    expect(holds(session, description)).toBe('y')
    expect(theirChanges(draftOf(session)).map(({ path }) => path)).toEqual([description])
  })
})

describe('a text that cannot be read', () => {
  const path: Path = ['spec', 'tolerations']
  const text = { text: '- [', base: undefined }

  it('is an edit that is kept, announced on return, and let go of once it can be read', async () => {
    const before = openSession()
    before.keepText(path, text)
    expect(draftChanges(draftOf(before))).toEqual([])
    await vi.runAllTimersAsync()
    const session = openSession(echo, storage.stored)
    expect(session.read().restoredFrom).toBe(draftOf(before).editedAt)
    expect(draftOf(session).unread).toEqual({ 'spec.tolerations': { path, ...text } })
    session.keepText(path, undefined)
    expect(session.read().restoredFrom).toBeUndefined()
    await vi.runAllTimersAsync()
    expect(storage.stored).toBeUndefined()
  })

  it('is no step of the history, but comes back with what was discarded', () => {
    const session = openSession()
    session.edit(description, 'y')
    session.keepText(path, text)
    session.discard()
    expect(draftOf(session).unread).toBeUndefined()
    session.keepText(['spec', 'affinity'], text)
    session.undo()
    expect(Object.keys(draftOf(session).unread ?? {})).toEqual(['spec.tolerations', 'spec.affinity'])
    session.undo()
    expect(holds(session, description)).toBe('x')
    expect(draftOf(session).unread).toBeDefined()
  })

  it('stays when the rest is deployed', () => {
    const session = openSession()
    session.edit(description, 'y')
    session.keepText(path, text)
    const stored = echoAt('8', setAt(echo, description, 'y'))
    session.change((now) => deploySent(now))
    session.change((now) => deployAccepted(now, stored))
    session.seen(stored)
    expect(draftOf(session)).toMatchObject({ unread: { 'spec.tolerations': text }, server: stored })
    expect(draftChanges(draftOf(session))).toEqual([])
  })
})

describe('a tab that cannot be heard', () => {
  it('is noticed by what it has kept, which can be taken over', () => {
    const [one, two] = [openSession(), openSession()]
    one.edit(description, 'y')
    one.leave()
    two.found(storage.stored)
    expect(two.read().elsewhere?.editedAt).toBe(draftOf(one).editedAt)
    two.takeElsewhere()
    expect(holds(two, description)).toBe('y')
    expect(two.read().elsewhere).toBeUndefined()
    two.found(storage.stored)
    expect(two.read().elsewhere).toBeUndefined()
  })
})
