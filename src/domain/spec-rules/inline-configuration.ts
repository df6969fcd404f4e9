import { parseDocument, type Document } from 'yaml'
import type { FunctionConfig, FunctionSpec, Metadata } from '@/api/generated/schema'
import { isBranch as isMap } from '@/lib/tree'
import { mark, mayBeConfigured } from './inline-mark'

const markLine = /^(#|\/\/)[ \t]*@nuclio\.configure[ \t]*$/m
const fileName = 'function.yaml'

type Values = Record<string, unknown>

/** A block that cannot be read, in words for the answer that refuses it. */
export class InlineConfigurationProblem extends Error {
  constructor(problem: string) {
    super(`The ${mark} comment in the function's source cannot be read: ${problem}`)
    this.name = 'InlineConfigurationProblem'
  }
}

/**
 * The configuration with what it leaves open filled in from the comment block in its own source that begins with
 * `@nuclio.configure` and carries a `function.yaml`: labels, annotations and spec. What the configuration says wins; only maps
 * and the list of environment variables are merged. The very argument when there is no such block. Throws
 * {@link InlineConfigurationProblem} for a block that cannot be read; what it holds is not checked.
 */
export function filledFromSource(config: FunctionConfig): FunctionConfig {
  const text = commentBlock(config.spec?.build?.functionSourceCode ?? '')
  if (text === undefined) return config
  const inline = functionOf(text)
  const { labels, annotations } = inline.metadata
  return {
    ...config,
    metadata: filled(config.metadata, { labels, annotations }) as Metadata,
    spec: filled(config.spec, withoutSecondHttp(inline.spec, config.spec)) as FunctionSpec,
  }
}

/** The text of the block without its comment signs: the lines after the mark that are comments of the same kind. */
function commentBlock(base64: string): string | undefined {
  if (!mayBeConfigured(base64)) return undefined
  const source = textOf(base64).replaceAll('\r\n', '\n')
  if (!source.includes(mark)) return undefined
  const found = markLine.exec(source)
  if (!found) return undefined
  const sign = found[1] ?? ''
  const following = source.slice(found.index + found[0].length + 1).split('\n')
  const end = following.findIndex((line) => !line.startsWith(sign))
  return following
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.slice(sign.length))
    .join('\n')
}

/** Empty for what is no base64, which is refused elsewhere. */
function textOf(base64: string): string {
  try {
    const binary = atob(base64)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
    return new TextDecoder().decode(bytes)
  } catch {
    return ''
  }
}

function functionOf(text: string): { metadata: Values; spec: Values } {
  const document = parseDocument(text, { merge: true })
  const [error] = document.errors
  if (error) throw new InlineConfigurationProblem(error.message)
  const file = fileIn(document)
  if (!isMap(file)) throw new InlineConfigurationProblem(`it has no map "${fileName}"`)
  const { metadata = {}, spec = {} } = file
  if (!isMap(metadata)) throw new InlineConfigurationProblem('metadata is not a map')
  if (!isMap(spec)) throw new InlineConfigurationProblem('spec is not a map')
  return { metadata, spec }
}

function fileIn(document: Document): unknown {
  try {
    const content: unknown = document.toJS()
    return isMap(content) ? content[fileName] : undefined
  } catch (error) {
    // Aliases that refer to each other, or that would grow without end.
    throw new InlineConfigurationProblem(error instanceof Error ? error.message : String(error))
  }
}

function filled(given: unknown, other: unknown): unknown {
  if (isOpen(given)) return other
  if (!isMap(given) || !isMap(other)) return given
  const keys = new Set([...Object.keys(given), ...Object.keys(other)])
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      key === 'env' ? withFurtherVariables(given[key], other[key]) : filled(given[key], other[key]),
    ]),
  )
}

function withFurtherVariables(given: unknown, other: unknown): unknown {
  if (!Array.isArray(given) || !Array.isArray(other)) return filled(given, other)
  const names = new Set(given.map(nameOf))
  return [...(given as unknown[]), ...(other as unknown[]).filter((variable) => !names.has(nameOf(variable)))]
}

function nameOf(variable: unknown): unknown {
  return isMap(variable) ? variable.name : undefined
}

/** A function has one HTTP trigger at the most: one that the request names keeps out those of the source. */
function withoutSecondHttp(spec: Values, given: FunctionSpec): Values {
  const named = Object.entries(given.triggers ?? {}).find(([, trigger]) => trigger?.kind === 'http')?.[0]
  if (named === undefined || !isMap(spec.triggers)) return spec
  const kept = Object.entries(spec.triggers).filter(
    ([key, trigger]) => key === named || !isMap(trigger) || trigger.kind !== 'http',
  )
  return { ...spec, triggers: Object.fromEntries(kept) }
}

function isOpen(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isMap(value) && Object.keys(value).length === 0
}
