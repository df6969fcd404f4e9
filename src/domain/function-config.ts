import type { FunctionConfig, FunctionSpec, NuclioFunction } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'
import { without } from '@/lib/without'
import { runtimeOf } from './runtimes'

/** The label that binds a function to its project, and the project of functions without it. */
export const projectLabel = 'nuclio.io/project-name'
export const defaultProject = 'default'

/** Annotations that ask for a record without a build or a deploy; meant for one request, and spent once they were followed. */
export const spentAnnotations = ['skip-build', 'skip-deploy'] as const

/** The project that a function belongs to. */
export const projectOf = (fn: Pick<NuclioFunction, 'metadata'>): string =>
  fn.metadata?.labels?.[projectLabel] || defaultProject

// Several parts of a page ask for the source that was just typed, at every pause: it need not be read back each time.
let latest = { text: '', encoded: '' }

/** Source text as `spec.build.functionSourceCode`: base64 of UTF-8. */
export function encodeSource(text: string): string {
  if (text !== latest.text) latest = { text, encoded: toBase64(text) }
  return latest.encoded
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  // As many bytes as characters: all ASCII, which needs no detour. Sources of a megabyte are encoded while one types.
  if (bytes.length === text.length) return btoa(text)
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode.apply(null, bytes.subarray(at, at + 0x8000) as unknown as number[])
  return btoa(binary)
}

/** The text of `spec.build.functionSourceCode`; undefined when it is no base64 of UTF-8 text. */
export function decodeSource(encoded = ''): string | undefined {
  if (encoded === latest.encoded) return latest.text
  try {
    const binary = atob(encoded)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A new function with inline source, as it is posted. The handler is the runtime's usual one: servers need it said. */
export function newFunctionConfig(wanted: {
  namespace: string
  project: string
  name: string
  runtime: string
  source: string
  description?: string
  handler?: string
}): FunctionConfig {
  const description = wanted.description?.trim()
  return {
    metadata: {
      name: wanted.name,
      namespace: wanted.namespace,
      labels: { [projectLabel]: wanted.project },
    },
    spec: {
      ...(description ? { description } : {}),
      runtime: wanted.runtime,
      handler: wanted.handler ?? runtimeOf(wanted.runtime).handler,
      build: { functionSourceCode: encodeSource(wanted.source), codeEntryType: 'sourceCode' },
    },
  }
}

/**
 * A function as read, made ready to be put back: without its status, and with `resourceVersion` only when the server
 * gave one (an invented or empty one is a conflict). Annotations that would skip the build or the deploy are dropped.
 */
export function putConfig(fn: NuclioFunction): FunctionConfig {
  const { annotations, resourceVersion } = fn.metadata
  return {
    metadata: {
      ...without(fn.metadata, 'annotations', 'resourceVersion'),
      ...(annotations ? { annotations: without(annotations, ...spentAnnotations) } : {}),
      ...(resourceVersion ? { resourceVersion } : {}),
    },
    spec: { ...fn.spec },
  }
}

/** The same function put back without a build: its image is used again, as it is. */
export function withoutBuild(fn: NuclioFunction, change: { disable?: boolean } = {}): FunctionConfig {
  const config = putConfig(fn)
  return {
    ...config,
    spec: { ...config.spec, ...change, build: { ...config.spec.build, mode: 'neverBuild' } },
  }
}

/** Whether the server makes the image: of a source, a place to fetch one from, or a base to build on. */
export function isBuilt(spec: FunctionSpec | undefined): boolean {
  const build = spec?.build
  if (!isBranch(build)) return false
  return Boolean(build.functionSourceCode || build.path || build.image || build.codeEntryType === 's3')
}

/** A copy under another name, to be posted: same spec and labels, nothing of the original's build or version. */
export function duplicateConfig(fn: NuclioFunction, name: string): FunctionConfig {
  const { metadata, spec } = putConfig(fn)
  const annotations = without(metadata.annotations ?? {}, 'nuclio.io/previous-state')
  const build = spec.build && without(spec.build, 'timestamp', 'mode')
  return {
    metadata: {
      ...without(metadata, 'resourceVersion', 'annotations'),
      name,
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    },
    // A function that is nothing but an image would lose itself with it.
    spec: { ...(isBuilt(spec) ? without(spec, 'image') : spec), ...(build ? { build } : {}) },
  }
}

/** What a function is kept as in a file: no namespace, no version, no status; it can be imported anywhere. */
export function exportConfig(fn: NuclioFunction): Pick<FunctionConfig, 'metadata' | 'spec'> {
  const { metadata, spec } = putConfig(fn)
  return {
    metadata: without(metadata, 'namespace', 'resourceVersion'),
    spec: { ...spec, ...(spec.build ? { build: without(spec.build, 'noBaseImagesPull') } : {}) },
  }
}

/** A free name for a copy: `echo` → `echo-copy`, `echo-copy-2` …, cut so that it stays within 56 characters. */
export function copyName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '-copy' : `-copy-${count}`
    const candidate = name.slice(0, 56 - suffix.length).replace(/-+$/, '') + suffix
    if (!taken.has(candidate)) return candidate
  }
}
