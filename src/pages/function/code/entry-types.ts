import type { FunctionSpec } from '@/api/generated/schema'
import { isBranch, setAt, valueAt, type Path } from '@/lib/tree'

/** A kind of code that a form knows; the others of a `codeEntryType` are kept and shown by their name. */
export interface EntryType {
  id: string
  label: string
  /** What it is, in a sentence. */
  help: string
  /** The places of `spec` that hold what is typed for it. */
  owns: readonly Place[]
}

type Place = 'functionSourceCode' | 'image' | 'path' | 'codeEntryAttributes'

/** The kinds of code, the usual one first. */
export const entryTypes = [
  {
    id: 'sourceCode',
    label: 'Inline source',
    help: 'The source is part of the function.',
    owns: ['functionSourceCode'],
  },
  {
    id: 'image',
    label: 'Container image',
    help: 'The function runs an image that was built elsewhere; nothing is built here.',
    owns: ['image'],
  },
  {
    id: 'git',
    label: 'Git',
    help: 'The source is cloned from a git repository when the function is built.',
    owns: ['path', 'codeEntryAttributes'],
  },
  {
    id: 'github',
    label: 'GitHub archive',
    help: 'The source is downloaded from GitHub as an archive when the function is built.',
    owns: ['path', 'codeEntryAttributes'],
  },
  {
    id: 'archive',
    label: 'Archive',
    help: 'An archive with the source is downloaded when the function is built: zip, tar (also gz, bz2, xz, lz4, sz), jar or rar.',
    owns: ['path', 'codeEntryAttributes'],
  },
  {
    id: 's3',
    label: 'S3 archive',
    help: 'An archive with the source is taken from an S3 bucket when the function is built.',
    owns: ['codeEntryAttributes'],
  },
  {
    id: 'jar',
    label: 'Jar',
    help: 'A jar is downloaded when the function is built; only the Java runtime takes one.',
    owns: ['path'],
  },
] as const satisfies readonly EntryType[]

export const entryTypeOf = (id: string): EntryType | undefined => entryTypes.find((type) => type.id === id)

export const attributesPath: Path = ['spec', 'build', 'codeEntryAttributes']

/**
 * Where the code comes from: what `codeEntryType` says, and without it what a server would infer. A bare address is `''`: the
 * server finds out what lies there.
 */
export function entryTypeIn(spec: FunctionSpec): string {
  const { build = {}, image } = spec
  if (build.codeEntryType) return build.codeEntryType
  if (build.functionSourceCode) return 'sourceCode'
  if (build.path) return ''
  return image ? 'image' : 'sourceCode'
}

/** Whether the source is in the function and can be edited. */
export const isInline = (spec: FunctionSpec): boolean => entryTypeIn(spec) === 'sourceCode'

/** What a spec says of its code: every place of {@link EntryType.owns} and the type itself, as they are. */
export type KeptEntry = Record<string, unknown>
/** What was typed for each kind of code, by its id. */
export type KeptEntries = Readonly<Record<string, KeptEntry>>

const places: Record<Place | 'codeEntryType', Path> = {
  codeEntryType: ['build', 'codeEntryType'],
  functionSourceCode: ['build', 'functionSourceCode'],
  image: ['image'],
  path: ['build', 'path'],
  codeEntryAttributes: ['build', 'codeEntryAttributes'],
}
const placeNames = Object.keys(places) as (keyof typeof places)[]

function entryIn(spec: FunctionSpec): KeptEntry {
  const kept: KeptEntry = {}
  for (const name of placeNames) {
    const value = valueAt(spec, places[name])
    if (value !== undefined) kept[name] = value
  }
  return kept
}

function withEntry(spec: FunctionSpec, entry: KeptEntry): FunctionSpec {
  return placeNames.reduce((at, name) => setAt(at, places[name], entry[name]), spec)
}

/**
 * Takes the code from elsewhere. What was typed for the kind that is left is kept, what was typed for `to` comes back (of the
 * spec that the edits were made on, when it is of that kind), and what belongs to no part of `to` is not sent: an image that was
 * built of other code, a source that is not used.
 */
export function switchEntryType(
  spec: FunctionSpec,
  to: string,
  kept: KeptEntries,
  base: FunctionSpec,
): { spec: FunctionSpec; kept: KeptEntries } {
  const from = entryTypeIn(spec)
  if (from === to) return { spec, kept }
  const nowKept = { ...kept, [from]: entryIn(spec) }
  const known = nowKept[to] ?? (entryTypeIn(base) === to ? entryIn(base) : undefined)
  return { spec: withEntry(spec, known ?? newEntry(to)), kept: nowKept }
}

function newEntry(type: string): KeptEntry {
  // A server that clones looks into the attributes without asking whether there are any.
  const attributes = entryTypeOf(type)?.owns.includes('codeEntryAttributes')
    ? { codeEntryAttributes: {} }
    : {}
  return { codeEntryType: type, ...attributes }
}

/** Why a kind of code cannot be used with a runtime. */
export function entryProblem(type: string, runtimeFamily: string): string | undefined {
  return type === 'jar' && runtimeFamily !== 'java' ? 'Only the Java runtime takes a jar' : undefined
}

/** The three ways to name a commit of a git repository; one of them is sent. */
export const revisionKinds = ['branch', 'tag', 'reference'] as const
export type RevisionKind = (typeof revisionKinds)[number]

/** The ways that some attributes name a commit; none for a new function, several when someone wrote several. */
export function revisionsIn(attributes: unknown): RevisionKind[] {
  return revisionKinds.filter((kind) => {
    const value = valueAt(attributes, [kind])
    return value !== undefined && value !== ''
  })
}

/** The commit named in another way, with the same text. */
export function withRevisionKind(attributes: unknown, kind: RevisionKind): Record<string, unknown> {
  const before = isBranch(attributes) ? attributes : {}
  const text = revisionsIn(before).map((known) => before[known])[0]
  const rest = Object.fromEntries(
    Object.entries(before).filter(([key]) => !(revisionKinds as readonly string[]).includes(key)),
  )
  return text === undefined ? rest : { ...rest, [kind]: text }
}

/** The token of an `Authorization` header as GitHub takes it; a value of another scheme as it is. */
export const tokenOf = (authorization: string): string => authorization.replace(/^token (?!\s)/, '')

/** The header for a token; something that names a scheme itself (`Bearer …`) stays as it is. */
export const authorizationOf = (token: string): string | undefined =>
  token === '' ? undefined : /\s/.test(token.trim()) ? token : `token ${token}`
