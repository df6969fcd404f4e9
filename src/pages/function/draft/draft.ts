import type { FunctionConfig, NuclioFunction } from '@/api/generated/schema'
import { duplicateConfig, isBuilt, putConfig } from '@/domain/function-config'
import { decide, type Decision } from '@/domain/merge/decide'
import { mergeConfigs, type Clash, type Merge } from '@/domain/merge/merge-configs'
import { writtenByServer } from '@/domain/merge/places'
import {
  differences,
  isWithin,
  samePath,
  sameValue,
  setAt,
  valueAt,
  type Change,
  type Path,
} from '@/lib/tree'
import type { UnreadTexts } from './unread-texts'

/**
 * A function as a person edits it. Every form and editor changes `config` by path and reads from it; fields that nothing
 * draws stay as the server sent them.
 */
export interface Draft {
  /**
   * What the edits are compared with, with its `resourceVersion`: what the server has, but for the places that both changed
   * and nobody has decided about, which are as they were before.
   */
  base: NuclioFunction
  /** The latest that the server answered. */
  server: NuclioFunction
  /** As edited; metadata and spec only. */
  config: FunctionConfig
  /** What was typed and cannot be read. */
  unread?: UnreadTexts
  /** When the last edit was made, milliseconds. */
  editedAt?: number
  /** What others changed meanwhile and is in `config` by now, until the person has taken note of it. */
  theirs?: TheirNews
  /** Our own deploy. */
  deploy?: OwnDeploy
}

interface OwnDeploy {
  sent: FunctionConfig
  /**
   * What the draft is compared with while it is not accepted: what was sent, but for places where others changed what was being
   * typed into just then, which are as they were before.
   */
  typedOn?: FunctionConfig
  /** Whether the server has taken it; it is still at work on it then. */
  accepted: boolean
}

export interface TheirNews {
  /** When it was noticed last, milliseconds. */
  at: number
  /** By place, see {@link Merge}. */
  changes: readonly Change[]
}

export const handlerPath: Path = ['spec', 'handler']
export const runtimePath: Path = ['spec', 'runtime']
export const sourcePath: Path = ['spec', 'build', 'functionSourceCode']

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

/** What differs from the base: the person's edits that could be read, smallest places first found. */
export function draftChanges(draft: Draft): Change[] {
  return differences(configOf(draft.base), draft.config)
}

/** Whether there is anything of the person in it, be it a text that cannot be read. */
export function isEdited(draft: Draft): boolean {
  return draft.unread !== undefined || draftChanges(draft).length > 0
}

/** Where the server has something else than the base: what both changed and is not decided, and what was not looked at yet. */
export function theirChanges(draft: Draft): Change[] {
  if (draft.deploy) return []
  const { base, server } = draft
  const built = isBuilt(base.spec) && isBuilt(server.spec)
  return differences(configOf(base), configOf(server)).filter(({ path }) => !writtenByServer(path, built))
}

function mergeWith(draft: Draft, fn: NuclioFunction): Merge {
  return mergeConfigs(configOf(draft.base), draft.config, configOf(fn))
}

const merges = new WeakMap<Draft, Merge>()

/** The merge of the draft with what the server has; the same for as long as the draft is. */
function openMerge(draft: Draft): Merge {
  const found = merges.get(draft) ?? mergeWith(draft, draft.server)
  merges.set(draft, found)
  return found
}

/** What the person and someone else changed, each in another way; nothing is deployed before all of it is decided. */
export function clashesOf(draft: Draft): readonly Clash[] {
  if (draft.deploy && !draft.deploy.accepted) return []
  if (draft.base === draft.server || sameValue(configOf(draft.base), configOf(draft.server))) return []
  return openMerge(draft).clashes
}

/** Decides clashes of this draft: the choices are edits like any other from then on. */
export function decideClashes(draft: Draft, decisions: readonly Decision[], now: number): Draft {
  if (decisions.length === 0) return draft
  const { merged, base } = decide(openMerge(draft), decisions)
  const isAll = decisions.length === openMerge(draft).clashes.length
  return {
    ...draft,
    base: isAll ? draft.server : { ...draft.server, ...base },
    config: merged,
    editedAt: now,
  }
}

/** One more change by someone else; of a place that was told of before, from the first value to the last. */
function withNews(changes: readonly Change[], news: Change): readonly Change[] {
  const isPart = Array.isArray(news.from) || Array.isArray(news.to)
  const before = isPart ? undefined : changes.find(({ path }) => samePath(path, news.path))
  if (!before) return [...changes, news]
  const others = changes.filter((change) => change !== before)
  return sameValue(before.from, news.to) ? others : [...others, { ...news, from: before.from }]
}

/** The draft with the server's changes in it; of what clashes, mine. */
function joined(draft: Draft, fn: NuclioFunction, now: number): Draft {
  const merge = mergeWith(draft, fn)
  const known = new Set(clashesOf(draft).map(({ id }) => id))
  const isNews = merge.theirs.length > 0 || merge.clashes.some(({ id }) => !known.has(id))
  const changes = merge.theirs.reduce(withNews, draft.theirs?.changes ?? [])
  const isBehind = merge.clashes.length > 0
  return {
    ...draft,
    base: isBehind ? { ...fn, ...merge.base } : fn,
    server: fn,
    config: merge.merged,
    ...(isNews ? { theirs: { at: now, changes } } : {}),
  }
}

/** Takes in what is not a question any more, such as an edit that was taken back where someone else had changed the same. */
export function settleDraft(draft: Draft, now: number): Draft {
  if (theirChanges(draft).length === 0) return draft
  const next = joined(draft, draft.server, now)
  return sameValue(configOf(next.base), configOf(draft.base)) ? draft : next
}

/**
 * Takes in what the server answered now. What someone else changed goes into the draft at once where the person did not change the
 * same; where both did, the person's stands in the draft until one of them is chosen ({@link clashesOf}). `now` in milliseconds.
 */
export function serverSeen(
  draft: Draft,
  fn: NuclioFunction,
  isSettled: (fn: NuclioFunction) => boolean,
  now = Date.now(),
): Draft {
  if (fn === draft.server) return draft
  const { deploy } = draft
  if (deploy && !deploy.accepted) return { ...draft, server: fn }
  if (deploy) {
    // Nobody else can write while our own deploy is under way: what comes is ours, normalised.
    const next = joined(draft, fn, now)
    const { theirs } = clashesOf(next).length > 0 ? next : draft
    return { ...next, theirs, deploy: isSettled(fn) ? undefined : deploy }
  }
  if (!isEdited(draft)) return { ...openDraft(fn), editedAt: draft.editedAt, theirs: draft.theirs }
  return joined(draft, fn, now)
}

/** Edits that were kept, on what the server has now: merged as if it had been seen while they were made. */
export function restoreDraft(
  fn: NuclioFunction,
  kept: Pick<Draft, 'config' | 'unread'> & { base: FunctionConfig; editedAt: number },
  now = Date.now(),
): Draft {
  const base = { ...fn, ...kept.base }
  const { config, unread, editedAt } = kept
  const draft = joined({ base, server: base, config, unread, editedAt }, fn, now)
  return isEdited(draft) ? draft : openDraft(fn)
}

/** The person has seen what others changed. */
export function noteTheirs(draft: Draft): Draft {
  return draft.theirs ? { ...draft, theirs: undefined } : draft
}

/**
 * The deploy of `from` goes out. The draft `now` may hold what was typed since it was asked for: that stays as an edit, and where
 * someone else has changed the very same meanwhile, as a question once the deploy is over.
 */
export function deploySent(from: Draft, now: Draft = from, at = Date.now()): Draft {
  const draft = serverSeen(now, from.server, () => true, at)
  const sent = from.config
  const deploy = { sent, accepted: false }
  if (clashesOf(draft).length === 0) return { ...draft, deploy }
  const typedOn = mergeConfigs(configOf(from.server), configOf(draft.base), sent).merged
  return { ...draft, deploy: { ...deploy, typedOn } }
}

/** The server took it. `fresh` is the function read after that; what was typed meanwhile stays as an edit. */
export function deployAccepted(draft: Draft, fresh?: NuclioFunction): Draft {
  const sent = draft.deploy?.sent ?? draft.config
  const server: NuclioFunction = fresh ?? { ...draft.server, ...sent }
  const { merged, base, clashes } = mergeConfigs(
    draft.deploy?.typedOn ?? sent,
    draft.config,
    configOf(server),
  )
  return {
    ...draft,
    base: clashes.length > 0 ? { ...server, ...base } : server,
    server,
    config: merged,
    deploy: { sent, accepted: true },
  }
}

/** The server refused, or did not answer. */
export function deployRefused(draft: Draft, now = Date.now()): Draft {
  return settleDraft({ ...draft, deploy: undefined }, now)
}

/** An act of our own (disable, redeploy) went through: what the server makes of it is no change by someone else. */
export function ownActDone(draft: Draft): Draft {
  const { theirs } = draft
  const changes = theirs?.changes.filter(({ path }) => !isWithin(path, ['spec', 'disable'])) ?? []
  return {
    ...draft,
    theirs: theirs && changes.length > 0 ? { ...theirs, changes } : undefined,
    deploy: { sent: configOf(draft.base), accepted: true },
  }
}

/** Away with the edits. */
export function takeTheirs(draft: Draft): Draft {
  return openDraft(draft.server)
}

/**
 * How a draft goes to the server: `build` makes an image of the source and runs it, `withoutBuild` runs the image that is there,
 * `saveOnly` stores the configuration and runs nothing (the function is `imported` then).
 */
export type DeployMode = 'build' | 'withoutBuild' | 'saveOnly'

/** The body that deploys the draft: everything the server sent and the edits, with the base's `resourceVersion`. */
export function configToDeploy(draft: Draft, mode: DeployMode = 'build'): FunctionConfig {
  const config = putConfig({ ...draft.config, status: {} })
  if (mode === 'withoutBuild') return setAt(config, ['spec', 'build', 'mode'], 'neverBuild')
  if (mode === 'build') return config
  const { annotations } = config.metadata
  return setAt(config, ['metadata', 'annotations'], {
    ...annotations,
    'skip-build': 'true',
    'skip-deploy': 'true',
  })
}

/** The body that creates the function again after it is gone: nothing in it of the one that was. */
export function configToCreate(draft: Draft): FunctionConfig {
  return duplicateConfig({ ...draft.config, status: {} }, draft.config.metadata.name)
}
