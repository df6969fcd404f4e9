import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { api, dataOf, requiredDataOf } from './client'
import type {
  FunctionConfig,
  FunctionSpec,
  FunctionTemplate,
  ParametricTemplate,
  RenderedTemplate,
  RenderTemplateRequest,
  TemplateValue,
} from './generated/schema'

/** A function to start from, whichever shape the server gave it. */
export interface TemplateChoice {
  /** Unique among the templates of this server, and for as long as it runs. */
  name: string
  /** For people: the name without its identifier. */
  title: string
  /** The function, for a template without values. */
  spec?: FunctionSpec
  /** The text to render, for a template with values. */
  template?: string
  values: (TemplateValue & { name: string })[]
}

/** The templates of the server, by title; `contains` narrows them to those with that text in name or configuration. */
export function functionTemplatesQuery(contains = '') {
  return queryOptions({
    queryKey: ['function-templates', 'list', { contains }],
    queryFn: async ({ signal }) => {
      const header = contains ? { 'x-nuclio-filter-contains': contains } : {}
      return templateChoices(await dataOf(api.GET('/api/function_templates', { params: { header }, signal })))
    },
    // Servers load them once, when they start.
    staleTime: 5 * 60_000,
  })
}

/** Makes a function of a template and its values. Nothing needs to be refreshed. */
export function renderTemplate() {
  return mutationOptions({
    mutationFn: async (request: RenderTemplateRequest): Promise<FunctionConfig> => {
      const { metadata, spec } = await requiredDataOf(
        api.POST('/api/function_templates/render', { body: request }),
      )
      return {
        metadata: { ...metadata, name: metadata?.name ?? '' },
        spec: withoutSpoiledAmounts(spec ?? {}),
      }
    },
  })
}

type WireTemplate = FunctionTemplate | RenderedTemplate | ParametricTemplate

/** One shape of the three that servers answer; null is an empty list. */
export function templateChoices(answer: Record<string, WireTemplate> | null | undefined): TemplateChoice[] {
  return Object.entries(answer ?? {})
    .map(([key, wire]) => templateChoice(wire, key))
    .sort((one, other) => (one.title < other.title ? -1 : one.title > other.title ? 1 : 0))
}

function templateChoice(wire: WireTemplate, key: string): TemplateChoice {
  const named = { name: key, title: titleOf(key) }
  if ('rendered' in wire) return { ...named, spec: wire.rendered.spec ?? {}, values: [] }
  if ('template' in wire) {
    const values = Object.entries(wire.values ?? {}).map(([name, value]) => ({ ...value, name }))
    const place = ({ order = Infinity }: TemplateValue) => order
    values.sort((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)))
    return { ...named, template: wire.template, values }
  }
  return { ...named, spec: wire.spec ?? {}, values: [] }
}

// What follows the colon is an identifier (a UUID, or twenty letters and digits) or a runtime, which tells templates of one title apart.
function titleOf(name: string): string {
  const [title = name, ...rest] = name.split(':')
  const suffix = rest.join(':')
  const isIdentifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-v]{20}$/.test(suffix)
  return suffix && !isIdentifier ? `${title} · ${suffix}` : title
}

// A rendered amount comes as an object without its value, which no field of a function can take.
function withoutSpoiledAmounts(spec: FunctionSpec): FunctionSpec {
  const amounts = [spec.resources?.requests, spec.resources?.limits].flatMap((part) =>
    Object.values(part ?? {}),
  )
  if (amounts.every((amount: unknown) => typeof amount === 'string' || typeof amount === 'number'))
    return spec
  const kept = { ...spec }
  delete kept.resources
  return kept
}
