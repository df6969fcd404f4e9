import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { draftChanges, editDraft, handlerPath, isEdited, openDraft, sourcePath, theirChanges } from './draft'
import { keptOf, lostFunction, parseKept, readKept, restoreDraft, type KeptDraft } from './kept-draft'
import { withText } from './unread-texts'
import { setAt } from '@/lib/tree'

const fn: NuclioFunction = {
  metadata: { name: 'echo', namespace: 'nuclio', resourceVersion: '7' },
  spec: {
    handler: 'main:handler',
    runtime: 'nodejs',
    description: 'x',
    build: { functionSourceCode: 'b2xk' },
  },
  status: { state: 'ready' },
}
const edited = editDraft(
  editDraft(openDraft(fn), sourcePath, 'bmV3', 1000),
  ['spec', 'description'],
  undefined,
  2000,
)
const kept = keptOf(edited)

describe('kept edits', () => {
  it('are nothing when nothing is edited', () => {
    expect(keptOf(openDraft(fn))).toBeUndefined()
    expect(restoreDraft(fn, undefined)).toEqual(openDraft(fn))
  })

  it('come back as they were, removals too', () => {
    const draft = restoreDraft(fn, kept)
    expect(draft.config).toEqual(edited.config)
    expect(draft.editedAt).toBe(2000)
    expect(theirChanges(draft)).toEqual([])
  })

  it('lie on what the server has now where nobody touched the same', () => {
    const draft = restoreDraft(
      setAt(setAt(fn, handlerPath, 'a:b'), ['metadata', 'resourceVersion'], '9'),
      kept,
    )
    expect(draft.config.spec.handler).toBe('a:b')
    expect(draft.config.metadata.resourceVersion).toBe('9')
    expect(theirChanges(draft)).toEqual([])
  })

  it('remember what they were made on where someone else changed the same', () => {
    const theirs = setAt(setAt(fn, sourcePath, 'dGhlaXJz'), ['metadata', 'resourceVersion'], '9')
    const draft = restoreDraft(theirs, kept)
    expect(draft.config.spec.build?.functionSourceCode).toBe('bmV3')
    expect(theirChanges(draft).map((change) => change.path)).toEqual([sourcePath])
  })

  it('are gone when the server has them by now', () => {
    const deployed = setAt(setAt(fn, sourcePath, 'bmV3'), ['spec', 'description'], undefined)
    expect(isEdited(restoreDraft(deployed, kept))).toBe(false)
    expect(draftChanges(restoreDraft(deployed, kept))).toEqual([])
  })

  it('are read as they were kept', () => {
    expect(readKept(structuredClone(kept))).toEqual(kept)
    expect(parseKept(JSON.stringify(kept))).toEqual(kept)
    const written = JSON.stringify([kept?.base, kept?.config]).length
    expect(Math.abs((kept?.size ?? 0) - written)).toBeLessThan(written / 10)
  })

  it.each([
    undefined,
    null,
    'text',
    {},
    { format: 9, base: edited.config, config: edited.config },
    { format: 2, base: edited.config },
    { format: 2, base: edited.config, config: { metadata: {} } },
    { format: 1, changes: [{}] },
  ])('are none in %j', (found) => {
    expect(readKept(found)).toBeUndefined()
    expect(parseKept(JSON.stringify(found) ?? null)).toBeUndefined()
  })

  it.each([null, '', 'no json'])('are none in the text %j', (text) => expect(parseKept(text)).toBeUndefined())
})

describe('a function that is gone', () => {
  it('is as it was when it was edited', () => {
    const lost = lostFunction(kept)
    expect(lost).toMatchObject({ metadata: fn.metadata, spec: fn.spec })
    expect(lost && restoreDraft(lost, kept).config).toEqual(edited.config)
    expect(lostFunction(undefined)).toBeUndefined()
  })
})

describe('what an earlier build kept', () => {
  const old = parseKept(
    JSON.stringify({
      format: 1,
      editedAt: 2000,
      resourceVersion: '7',
      changes: [
        { path: sourcePath, from: 'b2xk', to: 'bmV3' },
        { path: ['spec', 'description'], from: 'x' },
      ],
    }),
  )

  it('comes back as it was', () => {
    const draft = restoreDraft(fn, old)
    expect(draft.config).toEqual(edited.config)
    expect(draft.editedAt).toBe(2000)
    expect(theirChanges(draft)).toEqual([])
    expect(keptOf(draft)).toEqual(kept)
  })

  it('still tells what someone else has changed since', () => {
    const theirs = setAt(setAt(fn, sourcePath, 'dGhlaXJz'), ['metadata', 'resourceVersion'], '9')
    const draft = restoreDraft(theirs, old)
    expect(theirChanges(draft).map((change) => change.path)).toEqual([sourcePath])
  })
})

describe('texts that cannot be read', () => {
  const path = ['spec', 'tolerations']
  const text = { text: '- [', base: [{ key: 'a' }] }
  const draft = { ...openDraft(fn), unread: withText(undefined, path, text), editedAt: 5 }

  it('are edits to keep by themselves, and come back as they were', () => {
    const keptTexts = keptOf(draft)
    expect(readKept(structuredClone(keptTexts))).toEqual(keptTexts)
    expect(restoreDraft(fn, keptTexts)).toMatchObject({
      unread: draft.unread,
      config: draft.config,
      editedAt: 5,
    })
  })

  it('stay when someone else changed the function, also at their place', () => {
    const later = setAt(fn, path, [{ key: 'theirs' }])
    const restored = restoreDraft(later, keptOf(draft))
    expect(restored.unread).toEqual(draft.unread)
    expect(restored.config.spec.tolerations).toEqual([{ key: 'theirs' }])
    expect(restored.theirs?.changes).toHaveLength(1)
    expect(theirChanges(restored)).toEqual([])
  })

  it('are left out where they have another shape', () => {
    const found = {
      ...keptOf(edited),
      unread: { a: 'text', b: { text: 'x', path: [1] }, c: { path, ...text } },
    }
    expect(readKept(found)).toMatchObject({ unread: { c: { path, ...text } } })
    expect(Object.keys((readKept(found) as KeptDraft).unread ?? {})).toEqual(['c'])
    expect(readKept({ ...keptOf(edited), unread: {} })).toEqual(keptOf(edited))
  })
})
