import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

interface Operation {
  requestBody?: { content?: Record<string, unknown>; $ref?: string }
  responses: Record<string, { content?: Record<string, unknown>; $ref?: string }>
}

const text = readFileSync(fileURLToPath(new URL('../../openapi.yaml', import.meta.url)), 'utf8')
const contract = parse(text) as { paths: Record<string, Record<string, Operation>> } & Record<string, unknown>

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
addFormats(ajv)
ajv.addSchema(contract, 'contract')
const compiled = new Map<string, ValidateFunction>()

function check(pointer: string, value: unknown): string[] {
  let validate = compiled.get(pointer)
  if (!validate) {
    validate = ajv.compile({ $ref: `contract#${pointer}` })
    compiled.set(pointer, validate)
  }
  validate(value)
  return (validate.errors ?? []).map((error) => `${error.instancePath || '(body)'} ${error.message ?? ''}`)
}

const escape = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

function template(path: string): string {
  const bare = path.split('?')[0] ?? path
  const found = Object.keys(contract.paths).find((candidate) =>
    new RegExp(`^${candidate.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(bare),
  )
  if (!found) throw new Error(`openapi.yaml has no path for ${path}`)
  return found
}

function operation(method: string, path: string): { pointer: string; value: Operation } {
  const key = template(path)
  const value = contract.paths[key]?.[method.toLowerCase()]
  if (!value) throw new Error(`openapi.yaml has no ${method} on ${key}`)
  return { pointer: `/paths/${escape(key)}/${method.toLowerCase()}`, value }
}

/** Where a described body or answer really stands: behind a reference, or in place. */
function deref<Described extends { $ref?: string }>(
  described: Described,
  pointer: string,
): { at: string; value: Described } {
  if (!described.$ref) return { at: pointer, value: described }
  const at = described.$ref.replace(/^#/, '')
  const [kind = '', name = ''] = at.split('/').slice(-2)
  const components = contract['components'] as Record<string, Record<string, Described>>
  const value = components[kind]?.[name]
  if (!value) throw new Error(`openapi.yaml has nothing at ${at}`)
  return { at, value }
}

/** What of a JSON request body is not as openapi.yaml describes it; empty when all is. */
export function requestProblems(method: string, path: string, body: unknown): string[] {
  const { pointer, value } = operation(method, path)
  if (!value.requestBody) return [`${method} ${path} describes no body`]
  const described = deref(value.requestBody, `${pointer}/requestBody`)
  if (!described.value.content?.['application/json']) return [`${method} ${path} describes no JSON body`]
  return check(`${described.at}/content/${escape('application/json')}/schema`, body)
}

/** What of an answer is not as openapi.yaml describes it: an undeclared status, a body where none is, a wrong shape. */
export function responseProblems(
  method: string,
  path: string,
  status: number,
  contentType: string,
  body: string,
): string[] {
  const { pointer, value } = operation(method, path)
  const key = value.responses[String(status)]
    ? String(status)
    : value.responses['default']
      ? 'default'
      : undefined
  if (!key) return [`${method} ${path} describes no status ${status}`]
  const { at, value: response } = deref(value.responses[key] ?? {}, `${pointer}/responses/${key}`)
  const content = response.content
  if (!content)
    return body === '' ? [] : [`${method} ${path} ${status} describes no body, but got ${body.slice(0, 80)}`]
  // A description of content does not oblige a server to send any.
  if (body === '' && contentType === '') return []
  const media = contentType.split(';')[0]?.trim() ?? ''
  if (!(media in content))
    return '*/*' in content ? [] : [`${method} ${path} ${status} does not describe ${media}`]
  if (media !== 'application/json') return []
  return check(`${at}/content/${escape(media)}/schema`, JSON.parse(body))
}
