import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import {
  clashesOf,
  configOf,
  configToCreate,
  configToDeploy,
  deployAccepted,
  deployRefused,
  decideClashes,
  deploySent,
  draftChanges,
  editDraft,
  handlerPath,
  isEdited,
  noteTheirs,
  openDraft,
  ownActDone,
  restoreDraft,
  runtimePath,
  serverSeen,
  settleDraft,
  sourcePath,
  takeTheirs,
  theirChanges,
} from './draft'
import { setAt } from '@/lib/tree'

const fn = {
  metadata: {
    name: 'echo',
    namespace: 'nuclio',
    labels: { 'nuclio.io/project-name': 'shop' },
    resourceVersion: '7',
    somethingNew: { kept: true },
  },
  spec: {
    handler: 'main:handler',
    runtime: 'python:3.11',
    env: [{ name: 'TOKEN', value: '$ref:/spec/env/0' }],
    build: { functionSourceCode: 'b2xk', futureField: [1, 2], codeEntryType: 'sourceCode' },
    triggers: { http: { kind: 'http', name: 'http', class: '', attributes: { port: 0 } } },
  },
  status: { state: 'ready' },
} as unknown as NuclioFunction

const settled = (at: NuclioFunction) => at.status?.state === 'ready'
const withState = (at: NuclioFunction, state: string) => setAt(at, ['status', 'state'], state)
const version = (at: NuclioFunction, resourceVersion: string) =>
  setAt(at, ['metadata', 'resourceVersion'], resourceVersion)

describe('editing', () => {
  it('deploys exactly what was read when nothing is edited', () => {
    expect(configToDeploy(openDraft(fn))).toEqual(configOf(fn))
    expect(isEdited(openDraft(fn))).toBe(false)
  })

  it('keeps fields it does not know, secrets and the version when one field is edited', () => {
    const draft = editDraft(openDraft(fn), sourcePath, 'bmV3', 5)
    expect(configToDeploy(draft)).toEqual(setAt(configOf(fn), sourcePath, 'bmV3'))
    expect(draft.editedAt).toBe(5)
    expect(fn.spec.build?.functionSourceCode).toBe('b2xk')
  })

  it('is unedited again when the old value is typed again', () => {
    const draft = editDraft(editDraft(openDraft(fn), handlerPath, 'x:y', 1), handlerPath, 'main:handler', 2)
    expect(isEdited(draft)).toBe(false)
  })

  it('makes and removes keys on the way', () => {
    const made = editDraft(openDraft(fn), ['spec', 'platform', 'attributes', 'network'], 'host', 1)
    expect(made.config.spec).toMatchObject({ platform: { attributes: { network: 'host' } } })
    const removed = editDraft(made, ['spec', 'env'], undefined, 2)
    expect('env' in removed.config.spec).toBe(false)
  })
})

describe('what the server answers later', () => {
  it('adopts anything when there are no edits', () => {
    const theirs = version(setAt(fn, handlerPath, 'a:b'), '8')
    const draft = serverSeen(openDraft(fn), theirs, settled)
    expect(draft.config).toEqual(configOf(theirs))
  })

  it('adopts a new version and what a build writes under the edits', () => {
    const edited = editDraft(openDraft(fn), sourcePath, 'bmV3', 5)
    const built = version(setAt(fn, ['spec', 'image'], 'processor-echo:latest'), '9')
    const draft = serverSeen(edited, built, settled)
    expect(theirChanges(draft)).toEqual([])
    expect(configToDeploy(draft).metadata.resourceVersion).toBe('9')
    expect(configToDeploy(draft).spec.image).toBe('processor-echo:latest')
    expect(draftChanges(draft)).toEqual([{ path: sourcePath, from: 'b2xk', to: 'bmV3' }])
  })

  it('takes in at once what someone else changed elsewhere, and says what and when', () => {
    const edited = editDraft(openDraft(fn), sourcePath, 'bmV3', 5)
    const theirs = version(setAt(fn, runtimePath, 'python:3.9'), '8')
    const draft = serverSeen(edited, theirs, settled, 9)
    expect(clashesOf(draft)).toEqual([])
    expect(draft.theirs).toEqual({
      at: 9,
      changes: [{ path: runtimePath, from: 'python:3.11', to: 'python:3.9' }],
    })
    expect(configToDeploy(draft)).toEqual(setAt(configOf(theirs), sourcePath, 'bmV3'))
    expect(draftChanges(draft)).toEqual([{ path: sourcePath, from: 'b2xk', to: 'bmV3' }])
    const more = serverSeen(draft, version(setAt(theirs, handlerPath, 'x:y'), '9'), settled, 12)
    expect(more.theirs).toMatchObject({ at: 12, changes: [{ path: runtimePath }, { path: handlerPath }] })
    const again = serverSeen(more, version(setAt(more.server, handlerPath, 'x:z'), '10'), settled, 13)
    expect(again.theirs?.changes.slice(1)).toEqual([{ path: handlerPath, from: 'main:handler', to: 'x:z' }])
    expect(noteTheirs(more).theirs).toBeUndefined()
  })

  it('keeps both values where both changed one place, until one is chosen', () => {
    const edited = editDraft(openDraft(fn), handlerPath, 'm:m', 5)
    const theirs = version(setAt(setAt(fn, handlerPath, 't:t'), runtimePath, 'python:3.9'), '8')
    const draft = serverSeen(edited, theirs, settled, 9)
    const clashes = clashesOf(draft)
    expect(clashes).toMatchObject([{ path: handlerPath, base: 'main:handler', mine: 'm:m', theirs: 't:t' }])
    expect(draft.config.spec).toMatchObject({ handler: 'm:m', runtime: 'python:3.9' })
    // Polls, further edits and a reload forget nothing of it.
    const typed = editDraft(serverSeen(draft, version(theirs, '9'), settled, 10), handlerPath, 'm:more', 11)
    expect(clashesOf(typed)).toMatchObject([{ base: 'main:handler', mine: 'm:more', theirs: 't:t' }])
    const kept = { base: configOf(typed.base), config: typed.config, editedAt: 11 }
    expect(clashesOf(restoreDraft(typed.server, kept, 20))).toEqual(clashesOf(typed))

    const decided = (choice: 'mine' | 'theirs') =>
      decideClashes(
        typed,
        clashesOf(typed).map((clash) => ({ clash, choice })),
        12,
      )
    expect(clashesOf(decided('mine'))).toEqual([])
    expect(draftChanges(decided('mine'))).toEqual([{ path: handlerPath, from: 't:t', to: 'm:more' }])
    expect(isEdited(decided('theirs'))).toBe(false)
    expect(takeTheirs(draft).config).toEqual(configOf(theirs))
  })

  it('gives way to the other where the own edit was taken back', () => {
    const edited = editDraft(editDraft(openDraft(fn), handlerPath, 'm:m', 5), sourcePath, 'bmV3', 5)
    const draft = serverSeen(edited, version(setAt(fn, handlerPath, 't:t'), '8'), settled, 9)
    const back = editDraft(draft, handlerPath, 'main:handler', 10)
    expect(clashesOf(back)).toEqual([])
    expect(theirChanges(back)).toHaveLength(1)
    const after = settleDraft(back, 11)
    expect(after.config.spec.handler).toBe('t:t')
    expect(theirChanges(after)).toEqual([])
    expect(settleDraft(draft, 11)).toBe(draft)
  })
})

describe('edits that were kept', () => {
  const kept = (at: NuclioFunction, path: readonly string[], value: unknown) => ({
    base: configOf(at),
    config: setAt(configOf(at), path, value),
    editedAt: 4,
  })

  it('are merged with what the server has by now', () => {
    const now = version(setAt(fn, runtimePath, 'python:3.9'), '8')
    const draft = restoreDraft(now, kept(fn, sourcePath, 'bmV3'), 20)
    expect(configToDeploy(draft)).toEqual(setAt(configOf(now), sourcePath, 'bmV3'))
    expect(draft.theirs).toMatchObject({ at: 20, changes: [{ path: runtimePath }] })
    expect(draft.editedAt).toBe(4)
  })

  it('are none where the server has them', () => {
    const now = version(setAt(fn, sourcePath, 'bmV3'), '8')
    expect(restoreDraft(now, kept(fn, sourcePath, 'bmV3'))).toEqual(openDraft(now))
  })
})

describe('the own deploy', () => {
  const edited = editDraft(openDraft(fn), sourcePath, 'bmV3', 5)
  const sent = deploySent(edited)
  const stored = withState(
    version(setAt(setAt(fn, sourcePath, 'bmV3'), ['spec', 'eventTimeout'], ''), '8'),
    'building',
  )

  it('is no change by someone else, whatever the server makes of it', () => {
    const draft = deployAccepted(serverSeen(sent, stored, settled), stored)
    expect(isEdited(draft)).toBe(false)
    const ready = withState(
      version(setAt(stored, ['spec', 'resources'], { requests: { cpu: '25m' } }), '11'),
      'ready',
    )
    const after = serverSeen(draft, ready, settled)
    expect(after.config).toEqual(configOf(ready))
    expect(after.deploy).toBeUndefined()
  })

  it('keeps as edits what was typed after it was sent', () => {
    const typed = editDraft(sent, sourcePath, 'bmV3ZXI=', 6)
    const draft = deployAccepted(typed, stored)
    expect(draftChanges(draft)).toEqual([{ path: sourcePath, from: 'bmV3', to: 'bmV3ZXI=' }])
    expect(configToDeploy(draft).metadata.resourceVersion).toBe('8')
  })

  it('keeps what was typed between the press of the button and the moment it goes out', () => {
    const theirs = version(setAt(fn, runtimePath, 'python:3.9'), '8')
    const mine = serverSeen(edited, theirs, settled)
    const typed = editDraft(edited, sourcePath, 'bmV3ZXI=', 6)
    const out = deploySent(mine, serverSeen(typed, theirs, settled))
    expect(out.deploy?.sent).toEqual(mine.config)
    expect(out.editedAt).toBe(6)
    const after = setAt(version(setAt(theirs, sourcePath, 'bmV3'), '9'), ['status', 'state'], 'building')
    const draft = deployAccepted(out, after)
    expect(draftChanges(draft)).toEqual([{ path: sourcePath, from: 'bmV3', to: 'bmV3ZXI=' }])
  })

  describe('that someone else got ahead of while one typed into the same place', () => {
    const theirs = version(setAt(fn, runtimePath, 'python:3.9'), '8')
    const typed = editDraft(edited, runtimePath, 'python:3.12', 6)
    const merged = serverSeen(edited, theirs, settled)

    it.each([
      ['not seen', typed],
      ['seen', serverSeen(typed, theirs, settled)],
    ])('asks after it was taken, when theirs was %s by then', (_, now) => {
      const out = deploySent(merged, now)
      expect(out.deploy?.sent.spec.runtime).toBe('python:3.9')
      expect(out.config.spec.runtime).toBe('python:3.12')
      expect(clashesOf(out)).toEqual([])
      const after = version(setAt(theirs, sourcePath, 'bmV3'), '9')
      const draft = deployAccepted(serverSeen(out, withState(after, 'building'), settled), after)
      const done = serverSeen(draft, version(after, '10'), settled)
      for (const at of [draft, done]) {
        expect(clashesOf(at)).toMatchObject([
          { path: runtimePath, base: 'python:3.11', mine: 'python:3.12', theirs: 'python:3.9' },
        ])
        expect(at.config.spec.runtime).toBe('python:3.12')
        expect(at.config.spec.build?.functionSourceCode).toBe('bmV3')
      }
      const [clash] = clashesOf(done)
      const decided = clash && decideClashes(done, [{ clash, choice: 'mine' }], 12)
      expect(decided && draftChanges(decided)).toEqual([
        { path: runtimePath, from: 'python:3.9', to: 'python:3.12' },
      ])
    })

    it('asks when it was refused as well', () => {
      const draft = deployRefused(deploySent(merged, typed), 9)
      expect(clashesOf(draft)).toMatchObject([{ path: runtimePath, theirs: 'python:3.9' }])
      expect(draft.config.spec).toMatchObject({
        runtime: 'python:3.12',
        build: { functionSourceCode: 'bmV3' },
      })
    })

    it('asks about a line of the source, and keeps what else was typed', () => {
      const text = (value: string) => setAt(fn, sourcePath, btoa(value))
      const asked = editDraft(openDraft(text('a\nb\nc\nd\ne')), handlerPath, 'x:y', 5)
      const latest = version(text('a\nTHEIRS\nc\nd\ne'), '8')
      const now = editDraft(asked, sourcePath, btoa('a\nmine\nc\nd\nmore'), 6)
      const out = deploySent(serverSeen(asked, latest, settled), now)
      const after = version(setAt(latest, handlerPath, 'x:y'), '9')
      const draft = serverSeen(deployAccepted(out, after), version(after, '10'), settled)
      expect(clashesOf(draft)).toMatchObject([{ mine: ['mine'], theirs: ['THEIRS'] }])
      expect(atob(draft.config.spec.build?.functionSourceCode ?? '')).toBe('a\nmine\nc\nd\nmore')
    })
  })

  it('has no news for who has edited nothing', () => {
    const theirs = version(setAt(fn, runtimePath, 'python:3.9'), '8')
    const before = openDraft(fn)
    const out = deploySent(serverSeen(before, theirs, settled), before)
    expect(out).toMatchObject({ config: configOf(theirs), theirs: undefined })
  })

  it('takes for no edit what a second change on the way to the server has replaced', () => {
    const first = version(setAt(fn, runtimePath, 'python:3.9'), '8')
    const second = version(setAt(fn, runtimePath, 'python:3.10'), '9')
    const refused = deployRefused(deploySent(serverSeen(edited, first, settled), edited), 8)
    const out = deploySent(serverSeen(refused, second, settled), refused)
    expect(out.config.spec.runtime).toBe('python:3.10')
    expect(draftChanges(out)).toEqual(draftChanges(edited))
  })

  it('is no edit where the server has written meanwhile', () => {
    const built = version(edited.server, '9')
    const out = deploySent(edited, serverSeen(edited, built, settled))
    expect(out.config).toEqual(edited.config)
  })

  it('takes what was sent for the base when the function could not be read after it', () => {
    const draft = deployAccepted(sent)
    expect(isEdited(draft)).toBe(false)
    expect(isEdited(serverSeen(draft, stored, settled))).toBe(false)
  })

  it('does not take an answer from before it for a change', () => {
    const draft = serverSeen(sent, { ...fn }, settled)
    expect(theirChanges(draft)).toEqual([])
    expect(draft.config).toBe(sent.config)
  })

  it('is not the only thing of ours that changes the function', () => {
    const disabled = withState(version(setAt(fn, ['spec', 'disable'], true), '8'), 'building')
    const before = ownActDone(serverSeen(edited, disabled, settled))
    const after = serverSeen(ownActDone(edited), disabled, settled)
    for (const draft of [before, after]) {
      expect(theirChanges(draft)).toEqual([])
      expect(configToDeploy(draft)).toMatchObject({
        metadata: { resourceVersion: '8' },
        spec: { disable: true },
      })
      expect(draftChanges(draft)).toEqual(draftChanges(edited))
    }
  })

  it('hides no clash that an act of ours meets', () => {
    const theirs = version(setAt(fn, sourcePath, 'dGhlaXJz'), '8')
    const clashing = ownActDone(serverSeen(edited, theirs, settled))
    const disabled = version(setAt(theirs, ['spec', 'disable'], true), '9')
    const draft = serverSeen(clashing, disabled, settled)
    expect(clashesOf(draft)).toHaveLength(1)
    expect(draft.config.spec.disable).toBe(true)
  })

  it('still tells afterwards what was merged on the way', () => {
    const theirs = version(setAt(fn, runtimePath, 'python:3.9'), '8')
    const out = deploySent(serverSeen(edited, theirs, settled, 9), edited, 9)
    const after = version(setAt(theirs, sourcePath, 'bmV3'), '9')
    const draft = deployAccepted(out, withState(after, 'building'))
    const done = serverSeen(serverSeen(draft, after, settled), version(after, '10'), settled)
    expect(done.theirs).toMatchObject({ at: 9, changes: [{ path: runtimePath }] })
    expect(isEdited(done)).toBe(false)
  })

  it('finds out when it is refused what came meanwhile', () => {
    const theirs = version(setAt(fn, runtimePath, 'python:3.9'), '8')
    const draft = deployRefused(serverSeen(sent, theirs, settled), 30)
    expect(draft.theirs).toMatchObject({ at: 30, changes: [{ path: runtimePath }] })
    expect(configToDeploy(draft)).toEqual(setAt(configOf(theirs), sourcePath, 'bmV3'))
  })

  it('leaves the edits as they were when it was refused', () => {
    expect(draftChanges(deployRefused(sent))).toEqual(draftChanges(edited))
  })

  it('creates again without the version and image of what is gone', () => {
    const config = configToCreate(openDraft(setAt(fn, ['spec', 'image'], 'old')))
    expect(config.metadata).not.toHaveProperty('resourceVersion')
    expect(config.spec).not.toHaveProperty('image')
    expect(config.spec.build).toEqual(fn.spec.build)
  })
})
