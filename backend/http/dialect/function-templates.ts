import { stringify } from 'yaml'
import { asObject, mapJson, type Translation } from './translation'

const everyNth = 4

/**
 * `GET /api/function_templates`: most entries as `{rendered}`, every fourth as a template with a value to fill in, as the
 * ones are that a Nuclio server reads from a repository.
 */
export const listTemplates: Translation = async (call, ask) =>
  mapJson(await ask(call), (list) =>
    Object.fromEntries(
      Object.entries(asObject(list) ?? {})
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, template], index) => [
          name,
          asNuclio(name, asObject(template) ?? {}, index % everyNth === everyNth - 1),
        ]),
    ),
  )

function asNuclio(name: string, template: Record<string, unknown>, asksForValues: boolean): unknown {
  // What asks for values looks the same everywhere.
  if ('template' in template) return template
  return asksForValues ? withValues(name, template) : rendered(template)
}

/** `POST /api/function_templates/render`: JSON that says it is text. */
export const renderTemplate: Translation = async (call, ask) => {
  const answer = await mapJson(await ask(call), (value) => value)
  if (answer.status === 200) answer.headers.set('content-type', 'text/plain; charset=utf-8')
  return answer
}

/** A ready-made template. */
export function rendered(template: unknown): unknown {
  const { metadata, spec } = asObject(template) ?? {}
  return { rendered: { metadata, spec } }
}

/** The same function as a text with one hole, its replica limit. */
export function withValues(name: string, template: Record<string, unknown>): unknown {
  const spec = { ...asObject(template.spec) }
  delete spec.maxReplicas
  const text = stringify({ metadata: { name: name.split(':')[0] }, spec })
  return {
    metadata: { name },
    template: `${text}  maxReplicas: {{ .MaxReplicas }}\n`,
    values: {
      MaxReplicas: {
        displayName: 'Max replicas',
        kind: 'number',
        description: 'The most replicas that may run at a time',
        required: true,
        attributes: { defaultValue: 1, minValue: 1, maxValue: 10 },
      },
    },
  }
}
