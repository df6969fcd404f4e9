import { describe, expect, it, vi } from 'vitest'
import { Random } from '@/domain/merge/testing-model'
import { setAt, type Path } from '@/lib/tree'
import {
  deployAccepted,
  deployRefused,
  deploySent,
  draftChanges,
  handlerPath,
  isEdited,
  sourcePath,
  theirChanges,
} from './draft'
import {
  connected,
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

describe('two tabs', () => {
  it('show each other’s edits, and come to rest', () => {
    const [one, two] = [openSession(), openSession()]
    const { deliver } = connected(one, two)
    one.edit(description, 'y')
    two.edit(handlerPath, 'a:b')
    deliver()
    for (const session of [one, two]) {
      expect(holds(session, description)).toBe('y')
      expect(holds(session, handlerPath)).toBe('a:b')
    }
    vi.advanceTimersByTime(5_000)
    one.edit(description, undefined)
    deliver()
    expect(holds(two, description)).toBeUndefined()
    one.undo()
    deliver()
    expect(holds(two, description)).toBe('y')
  })

  it.each([0, 5])('end the same when both edit one place at once (%i ms apart)', (apart) => {
    const [one, two, three] = [openSession(), openSession(), openSession()]
    const { deliver } = connected(one, two, three)
    one.edit(description, 'one')
    vi.advanceTimersByTime(apart)
    two.edit(description, 'two')
    deliver()
    const ends = [one, two, three].map((session) => holds(session, description))
    expect(new Set(ends).size).toBe(1)
    if (apart > 0) expect(ends[0]).toBe('two')
  })

  it('end the same when one edits within what the other replaces', () => {
    const [one, two] = [openSession(), openSession()]
    const { deliver } = connected(one, two)
    one.edit(['spec', 'build'], undefined)
    vi.advanceTimersByTime(5)
    two.edit(sourcePath, 'bmV3')
    deliver()
    expect(draftOf(one).config).toEqual(draftOf(two).config)
    expect(holds(one, sourcePath)).toBe('bmV3')
    two.edit(sourcePath, 'bmV3ZXI=')
    vi.advanceTimersByTime(5)
    one.edit(['spec', 'build'], { path: '/x' })
    deliver()
    expect(draftOf(one).config).toEqual(draftOf(two).config)
  })

  it('have the same undone step only where it was made', () => {
    const [one, two] = [openSession(), openSession()]
    const { deliver } = connected(one, two)
    one.edit(description, 'y')
    deliver()
    two.undo()
    expect(holds(two, description)).toBe('y')
  })

  it('tell one that was opened later what is not stored yet', () => {
    const [one, two] = [openSession(), openSession()]
    one.edit(description, 'y')
    connected(one, two)
    expect(holds(two, description)).toBe('y')
  })

  it('do not take the kept edits of one for gone because another has none', () => {
    const before = openSession()
    before.edit(description, 'y')
    before.leave()
    const [one, two] = [openSession(), openSession(echo, storage.stored)]
    connected(one, two)
    expect(holds(two, description)).toBe('y')
    expect(holds(one, description)).toBe('y')
  })

  it('discard together, but for what was typed meanwhile', () => {
    const [one, two] = [openSession(), openSession()]
    const { deliver } = connected(one, two)
    one.edit(description, 'y')
    deliver()
    one.discard()
    deliver()
    expect(isEdited(draftOf(two))).toBe(false)
    one.undo()
    deliver()
    expect(holds(two, description)).toBe('y')
    vi.advanceTimersByTime(1_000)
    one.discard()
    vi.advanceTimersByTime(5)
    two.edit(handlerPath, 'a:b')
    deliver()
    for (const session of [one, two])
      expect(draftChanges(draftOf(session)).map(({ path }) => path)).toEqual([handlerPath])
  })

  it('hear of a deploy: it is no change by someone else', () => {
    const onBehind = vi.fn()
    const [one, two] = [openSession(), openSession(echo, undefined, onBehind)]
    const { deliver } = connected(one, two)
    one.edit(description, 'y')
    deliver()
    const building = echoAt('8', setAt(echo, description, 'y'), 'building')
    one.change((now) => deploySent(now))
    deliver()
    two.seen(building)
    expect(theirChanges(draftOf(two))).toEqual([])
    one.change((now) => deployAccepted(now, building))
    deliver()
    expect(onBehind).toHaveBeenCalled()
    expect(isEdited(draftOf(two))).toBe(false)
    two.seen(echoAt('9', building))
    expect(draftOf(two).deploy).toBeUndefined()
    expect(draftOf(two).config.metadata.resourceVersion).toBe('9')
  })

  it('does not go back to what it had read when another tab knows more', () => {
    const [one, two] = [openSession(), openSession()]
    const { deliver } = connected(one, two)
    one.edit(description, 'y')
    const building = echoAt('8', setAt(echo, description, 'y'), 'building')
    one.change((now) => deploySent(now))
    one.change((now) => deployAccepted(now, building))
    deliver()
    two.seen(echo)
    expect(holds(two, description)).toBe('y')
    one.seen(echoAt('9', building))
    one.edit(description, 'z')
    one.discard()
    deliver()
    two.seen(echo)
    expect(holds(two, description)).toBe('y')
    expect(isEdited(draftOf(two))).toBe(false)
  })

  it('stops counting on a deploy whose tab is gone', () => {
    const [one, two] = [openSession(), openSession()]
    const { deliver } = connected(one, two)
    one.edit(description, 'y')
    one.change((now) => deploySent(now))
    deliver()
    expect(draftOf(two).deploy).toBeDefined()
    vi.advanceTimersByTime(10 * 60_000)
    expect(draftOf(two).deploy).toBeUndefined()
    expect(holds(two, description)).toBe('y')
  })

  it('hear that a deploy was refused', () => {
    const [one, two] = [openSession(), openSession()]
    const { deliver } = connected(one, two)
    one.edit(description, 'y')
    one.change((now) => deploySent(now))
    deliver()
    one.change(deployRefused)
    deliver()
    expect(draftOf(two).deploy).toBeUndefined()
    expect(holds(two, description)).toBe('y')
  })

  it('lets go of the edits of a deleted function here, and nowhere else', async () => {
    const [session, other] = [openSession(), openSession()]
    const { deliver } = connected(session, other)
    session.edit(description, 'y')
    deliver()
    session.leave()
    session.letGo()
    deliver()
    expect(storage.stored).toBeUndefined()
    expect(holds(other, description)).toBe('y')
  })

  it('share texts that cannot be read, and give them up together', () => {
    const [one, two] = [openSession(), openSession()]
    const { deliver } = connected(one, two)
    one.keepText(['spec', 'tolerations'], { text: '- [', base: [{ key: 'a' }] })
    two.edit(description, 'y')
    deliver()
    for (const session of [one, two]) {
      expect(draftOf(session).unread).toMatchObject({
        'spec.tolerations': { text: '- [', base: [{ key: 'a' }] },
      })
      expect(holds(session, description)).toBe('y')
    }
    const third = openSession()
    const all = connected(one, two, third)
    expect(draftOf(third).unread).toEqual(draftOf(one).unread)
    two.keepText(['spec', 'tolerations'], undefined)
    one.edit(description, 'x')
    all.deliver()
    for (const session of [one, two, third]) expect(isEdited(draftOf(session))).toBe(false)
  })
})

describe('two tabs that edit one list at once', () => {
  const env: Path = ['spec', 'env']
  const variables = (...names: string[]) => names.map((name) => ({ name, value: '1' }))
  const namesIn = (session: ReturnType<typeof openSession>) =>
    (holds(session, env) as { name: string }[] | undefined)?.map(({ name }) => name)

  it.each([0, 5])('keep what each did to another item (%i ms apart)', (apart) => {
    const fn = setAt(echo, env, variables('A', 'B', 'C', 'D'))
    const [one, two, three] = [openSession(fn), openSession(fn), openSession(fn)]
    const { deliver } = connected(one, two, three)
    one.edit([...env, '0', 'value'], 'one')
    one.edit(env, [{ name: 'A', value: 'one' }, ...variables('B', 'D', 'E')])
    vi.advanceTimersByTime(apart)
    two.edit([...env, '1', 'value'], 'two')
    two.edit([...env, '4'], { name: 'F', value: '1' })
    deliver()
    for (const session of [one, two, three]) {
      expect(holds(session, env)).toEqual(holds(one, env))
      expect(holds(session, env)).toHaveLength(5)
      expect(holds(session, env)).toEqual(
        expect.arrayContaining([
          { name: 'A', value: 'one' },
          { name: 'B', value: 'two' },
          ...variables('D', 'E', 'F'),
        ]),
      )
    }
  })

  it('keep the first item of each', () => {
    const fn = setAt(echo, env, undefined)
    const [one, two] = [openSession(fn), openSession(fn)]
    const { deliver } = connected(one, two)
    one.edit(env, variables('A'))
    two.edit(env, variables('B'))
    deliver()
    expect(namesIn(one)?.toSorted()).toEqual(['A', 'B'])
    expect(holds(two, env)).toEqual(holds(one, env))
  })

  it('end the same when items lose their names, or the list is no list for a while', () => {
    const ends: unknown[] = [variables('A', 'A'), [1, 2], 'text', undefined, [], variables('B', 'A')]
    for (const first of ends)
      for (const second of ends) {
        const [one, two] = [openSession(), openSession()]
        const { deliver } = connected(one, two)
        one.edit(env, first)
        vi.advanceTimersByTime(5)
        two.edit([...env, '0', 'value'], '2')
        two.edit(env, second)
        deliver()
        expect(draftOf(two).config).toEqual(draftOf(one).config)
      }
  })

  it.each(Array.from({ length: 8 }, (_, seed) => seed))(
    'end the same after any edits that cross (seed %i)',
    (seed) => {
      const random = new Random(seed)
      const first = openSession()
      const sessions = [first, openSession(), openSession()]
      const { deliver } = connected(...sessions)
      for (let round = 0; round < 40; round += 1) {
        for (let count = random.below(6); count > 0; count -= 1) {
          const session = random.one(sessions) ?? openSession()
          const list = (holds(session, env) as { name: string; value: string }[] | undefined) ?? []
          const name = random.one(['A', 'B', 'C', 'D', 'E', 'F']) ?? ''
          const at = random.below(list.length + 1)
          const next = random.one([
            [...list.slice(0, at), { name, value: String(round) }, ...list.slice(at)],
            list.filter((_, index) => index !== at),
            list.map((item, index) => (index === at ? { ...item, value: String(round) } : item)),
            list.map((item, index) => (index === at ? { ...item, name } : item)),
            list.toReversed(),
          ])
          session.edit(env, next?.length ? next : undefined)
          vi.advanceTimersByTime(random.below(2))
        }
        deliver()
        for (const session of sessions) expect(holds(session, env)).toEqual(holds(first, env))
      }
    },
  )
})
