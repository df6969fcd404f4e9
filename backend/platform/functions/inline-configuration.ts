import { parseDocument, type Document } from 'yaml'
import type { FunctionConfig, FunctionSpec, Metadata } from '@/api/generated/schema'
import { PlatformError } from '../../errors'

const mark = '@nuclio.configure'
const markLine = /^(#|\/\/)[ \t]*@nuclio\.configure[ \t]*$/m
const fileName = 'function.yaml'

type Values = Record<string, unknown>

/**
 * The configuration with what it leaves open filled in from the comment block in its own source that begins with
 * `@nuclio.configure` and carries a `function.yaml`: labels, annotations and spec. What the configuration says wins; only maps
 * and the list of environment variables are merged. The very argument when there is no such block. Throws 400 for a block that
 * cannot be read; what it holds is not checked.
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
  const source = Buffer.from(base64, 'base64').toString('utf8').replaceAll('\r\n', '\n')
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

function functionOf(text: string): { metadata: Values; spec: Values } {
  const document = parseDocument(text, { merge: true })
  const [error] = document.errors
  if (error) throw refusal(error.message)
  const file = fileIn(document)
  if (!isMap(file)) throw refusal(`it has no map "${fileName}"`)
  const { metadata = {}, spec = {} } = file
  if (!isMap(metadata)) throw refusal('metadata is not a map')
  if (!isMap(spec)) throw refusal('spec is not a map')
  return { metadata, spec }
}

function fileIn(document: Document): unknown {
  try {
    const content: unknown = document.toJS()
    return isMap(content) ? content[fileName] : undefined
  } catch (error) {
    // Aliases that refer to each other, or that would grow without end.
    throw refusal(error instanceof Error ? error.message : String(error))
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

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refusal(problem: string): PlatformError {
  return new PlatformError(400, `The ${mark} comment in the function's source cannot be read: ${problem}`)
}
