import type { FunctionConfig, NuclioFunction } from '@/api/generated/schema'
import { duplicateConfig, putConfig } from '@/domain/function-config'
import { applyChanges, differences, sameValue, setAt, valueAt, type Change, type Path } from './tree'

/**
 * A function as a person edits it. Every form and editor changes `config` by path and reads from it; fields that nothing
 * draws stay as the server sent them.
 */
export interface Draft {
  /** What the edits were made on, with its `resourceVersion`. */
  base: NuclioFunction
  /** The latest that the server answered. */
  server: NuclioFunction
  /** As edited; metadata and spec only. */
  config: FunctionConfig
  /** When the last edit was made, milliseconds. */
  editedAt?: number
  /** Our own deploy: what was sent, and whether the server has taken it and is still at work on it. */
  deploy?: { sent: FunctionConfig; accepted: boolean }
}

export const handlerPath: Path = ['spec', 'handler']
export const runtimePath: Path = ['spec', 'runtime']
export const sourcePath: Path = ['spec', 'build', 'functionSourceCode']

/** What the server writes by itself while it builds: a difference here is nobody's edit. */
const writtenByServer: Path[] = [
  ['metadata', 'resourceVersion'],
  ['metadata', 'namespace'],
  ['spec', 'image'],
  ['spec', 'imageHash'],
  ['spec', 'build', 'timestamp'],
  ['spec', 'build', 'mode'],
  ['spec', 'build', 'noBaseImagesPull'],
  ['spec', 'build', 'offline'],
]

function isWrittenByServer(path: Path): boolean {
  return writtenByServer.some((own) => own.length <= path.length && own.every((key, i) => key === path[i]))
}

export function configOf(fn: NuclioFunction): FunctionConfig {
  return { metadata: fn.metadata, spec: fn.spec }
}

export function openDraft(fn: NuclioFunction): Draft {
  return { base: fn, server: fn, config: configOf(fn) }
}

/** Changes one place; `undefined` removes the key. Answers the same draft when nothing changes. */
export function editDraft(draft: Draft, path: Path, value: unknown, now: number): Draft {
  if (sameValue(valueAt(draft.config, path), value)) return draft
  return { ...draft, config: setAt(draft.config, path, value), editedAt: now }
}

/** What differs from the base: the person's edits, smallest places first found. */
export function draftChanges(draft: Draft): Change[] {
  return differences(configOf(draft.base), draft.config)
}

export function isEdited(draft: Draft): boolean {
  return draftChanges(draft).length > 0
}

/** What someone else changed on the server since the base, without what the server writes by itself. */
export function theirChanges(draft: Draft): Change[] {
  if (draft.deploy) return []
  return changesBetween(draft.base, draft.server)
}

function changesBetween(base: NuclioFunction, server: NuclioFunction): Change[] {
  return differences(configOf(base), configOf(server)).filter((change) => !isWrittenByServer(change.path))
}

/** The edits made since `on`, put upon another state of the function. */
function rebased(draft: Draft, on: FunctionConfig, server: NuclioFunction): Draft {
  const edits = differences(on, draft.config)
  return { ...draft, base: server, server, config: applyChanges(configOf(server), edits) }
}

/**
 * Takes in what the server answered now. What a build writes, and anything at all when there are no edits, is adopted;
 * someone else's change stays beside the edits until the person decides ({@link keepMine}, {@link takeTheirs}).
 */
export function serverSeen(
  draft: Draft,
  fn: NuclioFunction,
  isSettled: (fn: NuclioFunction) => boolean,
): Draft {
  if (fn === draft.server) return draft
  const { deploy } = draft
  if (deploy && !deploy.accepted) return { ...draft, server: fn }
  if (deploy) {
    // Nobody else can write while our own deploy is under way: what comes is ours, normalised.
    const followed = rebased(draft, configOf(draft.base), fn)
    return isSettled(fn) ? { ...followed, deploy: undefined } : followed
  }
  if (!isEdited(draft)) return { ...openDraft(fn), editedAt: draft.editedAt }
  if (changesBetween(draft.base, fn).length === 0) return rebased(draft, configOf(draft.base), fn)
  return { ...draft, server: fn }
}

/**
 * The deploy of `from` goes out. It was made of the draft as it was when it was `asked` for; what was typed into the draft
 * since, up to `now`, stays as an edit.
 */
export function deploySent(from: Draft, asked: Draft = from, now: Draft = from): Draft {
  const typed = differences(asked.config, now.config).filter((change) => !isWrittenByServer(change.path))
  const config = applyChanges(from.config, typed)
  return { ...from, config, editedAt: now.editedAt, deploy: { sent: from.config, accepted: false } }
}

/** The server took it. `fresh` is the function read after that; what was typed meanwhile stays as an edit. */
export function deployAccepted(draft: Draft, fresh?: NuclioFunction): Draft {
  const sent = draft.deploy?.sent ?? draft.config
  const server: NuclioFunction = fresh ?? { ...draft.server, ...sent }
  return { ...rebased(draft, sent, server), deploy: { sent, accepted: true } }
}

/** The server refused, or did not answer. */
export function deployRefused(draft: Draft): Draft {
  return { ...draft, deploy: undefined }
}

/** The person's edits over the server's latest: where both changed one place, the person's stands. */
export function keepMine(draft: Draft): Draft {
  return rebased(draft, configOf(draft.base), draft.server)
}

/** An act of our own (disable, redeploy) went through: what the server makes of it is no change by someone else. */
export function ownActDone(draft: Draft): Draft {
  return { ...keepMine(draft), deploy: { sent: configOf(draft.base), accepted: true } }
}

/** Away with the edits. */
export function takeTheirs(draft: Draft): Draft {
  return openDraft(draft.server)
}

/** The body that deploys the draft: everything the server sent and the edits, with the base's `resourceVersion`. */
export function configToDeploy(draft: Draft): FunctionConfig {
  return putConfig({ ...draft.config, status: {} })
}

/** The body that creates the function again after it is gone: nothing in it of the one that was. */
export function configToCreate(draft: Draft): FunctionConfig {
  return duplicateConfig({ ...draft.config, status: {} }, draft.config.metadata.name)
}
