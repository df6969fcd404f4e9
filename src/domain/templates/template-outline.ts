import { parse } from 'yaml'
import type { FunctionSpec } from '@/api/generated/schema'
import { isBranch } from '@/lib/tree'
import type { TemplateChoice } from './template-choice'

const actionPattern = /\{\{-?\s*(.*?)\s*-?\}\}/gs

/**
 * What can be told of a template before it is filled in: its spec as far as it can be read, with the defaults in the places to fill in.
 * It is good for lists and a look at the source, never for a deploy.
 */
export function outlineOf({ spec, template = '', values }: TemplateChoice): FunctionSpec {
  if (spec) return spec
  const starts = new Map(values.map(({ name, attributes }) => [name, attributes?.defaultValue]))
  const filled = template.replace(actionPattern, (_, action: string) => {
    const [, name = ''] = /\.([A-Za-z_]\w*)$/.exec(action) ?? []
    const start = starts.get(name) ?? ''
    return action.startsWith('printf') ? JSON.stringify(String(start)) : String(start)
  })
  try {
    const parsed: unknown = parse(filled, { logLevel: 'error' })
    if (isBranch(parsed) && isBranch(parsed.spec)) return parsed.spec
  } catch {
    // A list or a condition in the template, which only the server can follow: some lines can be read all the same.
  }
  return readLines(template)
}

function readLines(template: string): FunctionSpec {
  const line = (key: string) =>
    new RegExp(`^ +${key}: *["']?([^"'\\n{]+)`, 'm').exec(template)?.[1]?.trim() || undefined
  const kinds = [...template.matchAll(/^ +kind: *["']?([\w-]+)/gm)].map(([, kind = '']) => kind)
  return {
    description: line('description'),
    runtime: line('runtime'),
    handler: line('handler'),
    triggers: Object.fromEntries(kinds.map((kind, at) => [`${kind}-${at}`, { kind }])),
    build: { functionSourceCode: line('functionSourceCode') },
  }
}
