import type { FunctionSpec } from '@/api/generated/schema'
import { decodeSource } from '../function-config'
import { runtimeOf } from '../runtimes'
import { triggerKind } from '../triggers/kinds'
import type { TemplateChoice } from './template-choice'
import { outlineOf } from './template-outline'

/** A template as the gallery shows it. */
export interface TemplateRow extends TemplateChoice {
  description: string
  /** `spec.runtime`, and the family that it is one of; empty when only the server can tell. */
  runtime: string
  family: string
  /** Kinds of its triggers; every function without any has one for HTTP. */
  triggers: string[]
  /** Its spec as far as it is known before values are filled in. */
  outline: FunctionSpec
  source?: string
  /** What a search looks at, in lower case. */
  text: string
}

/** What the gallery is narrowed to: any of the chosen runtimes, and any of the chosen kinds of triggers. */
interface TemplateFilter {
  search: string
  runtimes: readonly string[]
  triggers: readonly string[]
}

/** A choice in a facet: how many templates it leaves, with all that is chosen elsewhere. */
export interface FacetChoice {
  value: string
  label: string
  count: number
}

/** A template, read for the gallery. */
export function templateRow(choice: TemplateChoice): TemplateRow {
  const outline = outlineOf(choice)
  const runtime = outline.runtime ?? ''
  const family = runtime && runtimeOf(runtime).family
  const kinds = Object.values(outline.triggers ?? {}).flatMap((trigger) => trigger?.kind ?? [])
  const hasHttp = kinds.includes('http') || outline.disableDefaultHTTPTrigger === true
  const triggers = [...new Set(hasHttp ? kinds : ['http', ...kinds])]
  const description = (outline.description ?? '').trim()
  const source = decodeSource(outline.build?.functionSourceCode)
  const words = [choice.title, description, runtime, runtimeOf(runtime).label, ...triggers, source]
  const labels = triggers.map((kind) => triggerKind(kind).label)
  return {
    ...choice,
    description,
    runtime,
    family,
    triggers,
    outline,
    source,
    text: [...words, ...labels].join('\n').toLowerCase(),
  }
}

/** The first sentence of a description, or what stands before its colon: what the template is for, in a line. */
export const purposeOf = ({ description }: TemplateRow): string =>
  (/^.*?[.:!?](?=\s|$)/s.exec(description)?.[0] ?? description).replace(/[.:]$/, '')

const isOneOf = (chosen: readonly string[], values: readonly string[]): boolean =>
  chosen.length === 0 || values.some((value) => chosen.includes(value))

function isFound(row: TemplateRow, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => row.text.includes(word))
}

/** The templates that a search and the facets leave. */
export function filterTemplates(rows: readonly TemplateRow[], filter: TemplateFilter): TemplateRow[] {
  return rows.filter(
    (row) =>
      isFound(row, filter.search) &&
      isOneOf(filter.runtimes, [row.family]) &&
      isOneOf(filter.triggers, row.triggers),
  )
}

/** What there is to choose in both facets. What is chosen stays, also with nothing left in it. */
export function templateFacets(rows: readonly TemplateRow[], filter: TemplateFilter) {
  return {
    runtimes: facet(
      rows.map(({ family }) => [family]),
      filterTemplates(rows, { ...filter, runtimes: [] }).map(({ family }) => [family]),
      filter.runtimes,
      (family) => runtimeOf(family).label.replace(/ [\d.]+$/, ''),
    ),
    triggers: facet(
      rows.map(({ triggers }) => triggers),
      filterTemplates(rows, { ...filter, triggers: [] }).map(({ triggers }) => triggers),
      filter.triggers,
      (kind) => triggerKind(kind).label,
    ),
  }
}

function facet(
  all: readonly (readonly string[])[],
  left: readonly (readonly string[])[],
  chosen: readonly string[],
  label: (value: string) => string,
): FacetChoice[] {
  const values = new Set([...all.flat(), ...chosen].filter(Boolean))
  return [...values]
    .map((value) => ({
      value,
      label: label(value),
      count: left.filter((one) => one.includes(value)).length,
    }))
    .sort((one, other) => one.label.localeCompare(other.label))
}

/** Several choices of a facet in the address, as `python,nodejs`. */
export const readChoices = (text: string): string[] => text.split(',').filter(Boolean)

/** The text for the address after one choice was taken or given up. */
export function toggledChoices(text: string, value: string): string {
  const chosen = readChoices(text)
  return (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]).join(',')
}
