import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { draftChanges, editDraft, handlerPath, isEdited, openDraft, sourcePath, theirChanges } from './draft'
import { parseEdits, restoreDraft, serializeEdits } from './kept-edits'
import { setAt } from './tree'

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
const kept = parseEdits(serializeEdits(edited))

describe('kept edits', () => {
  it('are nothing when nothing is edited', () => {
    expect(serializeEdits(openDraft(fn))).toBeUndefined()
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
    expect(draft.config.metadata.resourceVersion).toBe('7')
    expect(theirChanges(draft).map((change) => change.path)).toEqual([sourcePath])
  })

  it('are gone when the server has them by now', () => {
    const deployed = setAt(setAt(fn, sourcePath, 'bmV3'), ['spec', 'description'], undefined)
    expect(isEdited(restoreDraft(deployed, kept))).toBe(false)
    expect(draftChanges(restoreDraft(deployed, kept))).toEqual([])
  })

  it.each(['', 'no json', '{}', '{"format":9,"changes":[]}', '{"format":1,"changes":[{}]}', 'null'])(
    'are none in %j',
    (text) => expect(parseEdits(text)).toBeUndefined(),
  )
})
