import { queryOptions } from '@tanstack/react-query'
import type { TemplateChoice } from '@/domain/templates/template-choice'
import { templateKeys, templateTitle } from '@/domain/templates/template-name'
import { api, dataOf, requiredDataOf } from './client'
import type {
  FunctionSpec,
  FunctionTemplate,
  ParametricTemplate,
  RenderedTemplate,
  RenderTemplateRequest,
  TemplateValue,
} from './generated/schema'

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

/** What a server made of a template. */
export interface MadeFunction {
  metadata: { name: string; [key: string]: unknown }
  spec: FunctionSpec
  /** Amounts of CPU and memory came in a shape that no function can have, and were left out. */
  lostAmounts: boolean
}

/** The function that a server makes of a template and its values: the same for the same, so it is asked once. */
export function renderedTemplateQuery(request: RenderTemplateRequest) {
  return queryOptions({
    queryKey: ['function-templates', 'rendered', request],
    queryFn: async ({ signal }): Promise<MadeFunction> => {
      const { metadata, spec = {} } = await requiredDataOf(
        api.POST('/api/function_templates/render', { body: request, signal }),
      )
      const sound = withoutSpoiledAmounts(spec)
      return {
        metadata: { ...metadata, name: metadata?.name ?? '' },
        spec: sound,
        lostAmounts: sound !== spec,
      }
    },
    // Values may be secrets: they are not kept longer than they are looked at.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  })
}

type WireTemplate = FunctionTemplate | RenderedTemplate | ParametricTemplate

/** One shape of the three that servers answer; null is an empty list. */
export function templateChoices(answer: Record<string, WireTemplate> | null | undefined): TemplateChoice[] {
  const entries = Object.entries(answer ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))
  const keys = templateKeys(entries.map(([name]) => name))
  return entries
    .map(([name, wire], at) => templateChoice(wire, { name, key: keys[at] ?? name }))
    .sort((one, other) => (one.title < other.title ? -1 : one.title > other.title ? 1 : 0))
}

function templateChoice(wire: WireTemplate, of: Pick<TemplateChoice, 'name' | 'key'>): TemplateChoice {
  const named = { ...of, title: templateTitle(of.name) }
  if ('rendered' in wire) return { ...named, spec: wire.rendered.spec ?? {}, values: [] }
  if ('template' in wire) {
    const values = Object.entries(wire.values ?? {}).map(([name, value]) => ({ ...value, name }))
    const place = ({ order = Infinity }: TemplateValue) => order
    values.sort((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)))
    return { ...named, template: wire.template, values }
  }
  return { ...named, spec: wire.spec ?? {}, values: [] }
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
