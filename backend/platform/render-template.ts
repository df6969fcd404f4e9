import { LineCounter, parseDocument } from 'yaml'
import type { RenderedFunction, RenderTemplateRequest } from '@/api/generated/schema'
import { PlatformError } from '../errors'

/** `{{ … }}` from its first brace on, with the hyphens that swallow the blanks around it. Braces in quotes and comments do not end it. */
const actionPattern =
  /\{\{(-(?=\s))?(\s*\/\*[\s\S]*?\*\/\s*|(?:"(?:\\.|[^"\\\n])*"|`[^`]*`|[^"`}]|\}(?!\}))*?)((?<=\s)-)?\}\}/y
const commentPattern = /^\/\*[\s\S]*\*\/$/
const fieldPattern = /^\.[A-Za-z_]\w*$/
const quotedFieldPattern = /^printf\s+"%q"\s+(\.[A-Za-z_]\w*)$/

type Values = NonNullable<RenderTemplateRequest['values']>

/**
 * The function that a template with its values filled in describes. The template is YAML with actions of Go templates, of which
 * it knows what function templates use: `{{ .Field }}`, `{{ printf "%q" .Field }}` (in double quotes, so that no value ends the text it
 * stands in), `{{ "text" }}`, comments and `{{- -}}`. Throws 400,
 * with the place, for any other action, for a field without a value and for what is not a function in YAML.
 */
export function renderTemplate({ template = '', values = {} }: RenderTemplateRequest): RenderedFunction {
  return parseConfig(fill(template, values))
}

function fill(template: string, values: Values): string {
  let text = ''
  let rest = 0
  let trimStart = false
  for (let at = template.indexOf('{{'); at >= 0; at = template.indexOf('{{', rest)) {
    const refuse = (problem: string) => refusal(problem, placeOf(template, at))
    actionPattern.lastIndex = at
    const match = actionPattern.exec(template)
    if (!match) throw refuse('"{{" is never closed by "}}"')
    const [action, trimBefore, inner = '', trimAfter] = match
    const before = trimmed(template.slice(rest, at), trimStart, Boolean(trimBefore))
    text += before + valueOf(inner.trim(), values, refuse)
    rest = at + action.length
    trimStart = Boolean(trimAfter)
  }
  return text + trimmed(template.slice(rest), trimStart, false)
}

function trimmed(text: string, start: boolean, end: boolean): string {
  const fromStart = start ? text.trimStart() : text
  return end ? fromStart.trimEnd() : fromStart
}

function valueOf(inner: string, values: Values, refuse: (problem: string) => PlatformError): string {
  if (commentPattern.test(inner)) return ''
  if (inner.startsWith('"') || inner.startsWith('`')) return literal(inner, refuse)
  const [, quoted] = quotedFieldPattern.exec(inner) ?? []
  if (quoted !== undefined) return JSON.stringify(valueOf(quoted, values, refuse))
  if (!fieldPattern.test(inner)) throw refuse(`"{{ ${inner} }}" is not supported; use {{ .Field }}`)
  const field = inner.slice(1)
  const value: unknown = Object.hasOwn(values, field) ? values[field] : undefined
  if (value === undefined || value === null) throw refuse(`there is no value for "${field}"`)
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw refuse(`the value of "${field}" must be a text, a number, true or false`)
}

function literal(inner: string, refuse: (problem: string) => PlatformError): string {
  if (/^`[^`]*`$/.test(inner)) return inner.slice(1, -1)
  try {
    const value: unknown = JSON.parse(inner)
    if (typeof value === 'string') return value
  } catch {
    // Refused below with its place, which the parser does not know.
  }
  throw refuse(`${inner} is not a quoted text`)
}

function parseConfig(text: string): RenderedFunction {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, merge: true, prettyErrors: false })
  const [error] = document.errors
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0])
    throw refusal(error.message, `line ${line}, column ${col} of the rendered template`)
  }
  const content = toPlain(() => document.toJS() as unknown)
  if (content === null || content === undefined) return {}
  if (!isObject(content)) throw refusal('the rendered template is not a map with metadata and spec')
  const { metadata, spec } = content
  if (metadata != null && !isObject(metadata)) throw refusal('metadata is not a map')
  if (spec != null && !isObject(spec)) throw refusal('spec is not a map')
  return { ...(metadata && { metadata }), ...(spec && { spec }) }
}

function toPlain(convert: () => unknown): unknown {
  try {
    return convert()
  } catch (error) {
    // Aliases that refer to each other, or that would grow without end.
    throw refusal(error instanceof Error ? error.message : String(error))
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return `line ${line}, column ${offset - before.lastIndexOf('\n')} of the template`
}

function refusal(problem: string, place?: string): PlatformError {
  const where = place ? ` (${place})` : ''
  return new PlatformError(400, `Failed to get functionConfig from template: ${problem}${where}`)
}
