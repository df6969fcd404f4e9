import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import {
  configOf,
  configToCreate,
  configToDeploy,
  deployAccepted,
  deployRefused,
  deploySent,
  draftChanges,
  editDraft,
  handlerPath,
  isEdited,
  keepMine,
  openDraft,
  ownActDone,
  runtimePath,
  serverSeen,
  sourcePath,
  takeTheirs,
  theirChanges,
} from './draft'
import { setAt } from './tree'

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

  it('does not mix in what someone else changed, and says it', () => {
    const edited = editDraft(openDraft(fn), sourcePath, 'bmV3', 5)
    const theirs = version(setAt(fn, runtimePath, 'python:3.9'), '8')
    const draft = serverSeen(edited, theirs, settled)
    expect(configToDeploy(draft).metadata.resourceVersion).toBe('7')
    expect(theirChanges(draft)).toEqual([{ path: runtimePath, from: 'python:3.11', to: 'python:3.9' }])
    const mine = keepMine(draft)
    expect(configToDeploy(mine)).toMatchObject({
      metadata: { resourceVersion: '8' },
      spec: { runtime: 'python:3.9', build: { functionSourceCode: 'bmV3' } },
    })
    expect(theirChanges(mine)).toEqual([])
    expect(takeTheirs(draft).config).toEqual(configOf(theirs))
  })

  it('lets the own edit stand where both changed one place', () => {
    const edited = editDraft(openDraft(fn), sourcePath, 'bmV3', 5)
    const theirs = version(setAt(fn, sourcePath, 'dGhlaXJz'), '8')
    expect(keepMine(serverSeen(edited, theirs, settled)).config.spec.build?.functionSourceCode).toBe('bmV3')
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
    const mine = keepMine(serverSeen(edited, theirs, settled))
    const typed = editDraft(edited, sourcePath, 'bmV3ZXI=', 6)
    const out = deploySent(mine, edited, serverSeen(typed, theirs, settled))
    expect(out.deploy?.sent).toEqual(mine.config)
    expect(out.editedAt).toBe(6)
    const after = setAt(version(setAt(theirs, sourcePath, 'bmV3'), '9'), ['status', 'state'], 'building')
    const draft = deployAccepted(out, after)
    expect(draftChanges(draft)).toEqual([{ path: sourcePath, from: 'bmV3', to: 'bmV3ZXI=' }])
  })

  it('is no edit where the server has written meanwhile', () => {
    const built = version(edited.server, '9')
    const out = deploySent(edited, edited, serverSeen(edited, built, settled))
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
